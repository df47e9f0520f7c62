"""A small pack: four words of the course."""

from __future__ import annotations

from . import Flashcards

_WORDS = {
    "weights": (
        {"en": "weights", "bn": "ওয়েট (weights)"},
        {
            "en": "The numbers a model has learnt. Whoever has them can run the model.",
            "bn": "মডেল যে সংখ্যাগুলো শিখেছে। এগুলো হাতে থাকলে মডেলটি চালানো যায়।",
        },
    ),
    "token": (
        {"en": "token", "bn": "টোকেন (token)"},
        {
            "en": "A piece of text as a model reads it: a word, or a part of one.",
            "bn": "মডেল লেখাকে যেসব টুকরোয় পড়ে: কখনো পুরো শব্দ, কখনো শব্দের অংশ।",
        },
    ),
    "gpu-hour": (
        {"en": "GPU hour", "bn": "জিপিইউ-ঘণ্টা (GPU hour)"},
        {
            "en": "One chip at work for one hour. Ten chips for an hour make ten.",
            "bn": "একটি চিপের এক ঘণ্টার কাজ। দশটি চিপ এক ঘণ্টা চললে দশ জিপিইউ-ঘণ্টা।",
        },
    ),
    "final-run": (
        {"en": "final run", "bn": "চূড়ান্ত রান (final run)"},
        {
            "en": "The training that made the model as published, without the trials before it.",
            "bn": "যে ট্রেনিং থেকে প্রকাশিত মডেলটি এসেছে; আগের পরীক্ষাগুলো এতে ধরা নেই।",
        },
    ),
}


def example(lang: str = "en") -> Flashcards:
    """Return the pack."""
    cards = [{"id": name, "front": f, "back": b} for name, (f, b) in _WORDS.items()]
    title = {"en": "Four words to know", "bn": "চারটি দরকারি শব্দ"}
    return Flashcards(id="four-words", title=title, cards=cards, lang=lang)

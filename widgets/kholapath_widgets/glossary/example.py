"""Three terms in two languages."""

from __future__ import annotations

from . import Glossary

_TERMS = [
    {
        "term": {"en": "open weights", "bn": "ওপেন ওয়েট"},
        "means": {
            "en": "The trained numbers of a model are published; its data and training code may not be.",
            "bn": "মডেলের শেখা সংখ্যাগুলো প্রকাশিত; তবে ডেটা বা ট্রেনিংয়ের কোড না-ও থাকতে পারে।",
        },
    },
    {
        "term": {"en": "licence", "bn": "লাইসেন্স"},
        "means": {
            "en": "What others may do with a work: use it, change it, sell it.",
            "bn": "কোনো কাজ নিয়ে অন্যরা কী করতে পারবেন: ব্যবহার, বদল, বিক্রি।",
        },
    },
    {
        "term": {"en": "token", "bn": "টোকেন"},
        "means": {
            "en": "A piece of text as a model reads it.",
            "bn": "মডেল লেখাকে যেসব টুকরোয় পড়ে, তার একটি।",
        },
    },
]


def example(lang: str = "en") -> Glossary:
    """Return the glossary."""
    title = {"en": "Words of this course", "bn": "এই কোর্সের শব্দ"}
    return Glossary(id="three-terms", title=title, terms=_TERMS, lang=lang)

"""Three dates of the winter in which a price made news."""

from __future__ import annotations

from . import Timeline

_EVENTS = [
    {
        "date": "2024-12-27",
        "text": {
            "en": "DeepSeek publishes **DeepSeek-V3** and the cost of its final training run.",
            "bn": "DeepSeek প্রকাশ করল **DeepSeek-V3**, সঙ্গে চূড়ান্ত ট্রেনিং রানের খরচ।",
        },
        "more": {
            "en": "5.576 million dollars: GPU hours times two dollars, without earlier research.",
            "bn": "৫.৫৭৬ মিলিয়ন ডলার: জিপিইউ-ঘণ্টা গুণ দুই ডলার; আগের গবেষণা এতে ধরা নেই।",
        },
        "source": "DeepSeek-V3 technical report, arXiv 2412.19437",
    },
    {
        "date": "2025-01-20",
        "text": {
            "en": "**DeepSeek-R1** follows, its weights under the MIT licence.",
            "bn": "এল **DeepSeek-R1**, এর ওয়েট MIT লাইসেন্সে।",
        },
        "source": "DeepSeek-R1, README",
    },
    {
        "date": "2025-01-27",
        "text": {
            "en": "Nvidia's share loses 17 per cent in a day.",
            "bn": "এক দিনে Nvidia-র শেয়ারের দাম পড়ল ১৭ শতাংশ।",
        },
        "source": "Epoch Times, January 2025",
    },
]


def example(lang: str = "en") -> Timeline:
    """Return the timeline."""
    title = {"en": "A winter and a price", "bn": "এক শীত আর একটি দাম"}
    return Timeline(id="a-winter", title=title, events=_EVENTS, lang=lang)

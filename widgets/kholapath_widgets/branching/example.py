"""A short scenario: publish the weights, or not? Its numbers are points of a game, not figures."""

from __future__ import annotations

from . import Branching

_SCENES = [
    {
        "id": "start",
        "text": {
            "en": "Your small team has trained a model that answers well in Bengali. What do you publish?",
            "bn": "আপনার ছোট দল একটা মডেল বানিয়েছে, বাংলায় ভালো উত্তর দেয়। কী প্রকাশ করবেন?",
        },
        "ways": [
            {
                "id": "weights",
                "text": {"en": "The weights, under a free licence", "bn": "ওয়েট, মুক্ত লাইসেন্সে"},
                "to": "spread",
                "moves": {"users": 3, "money": -1},
            },
            {
                "id": "service",
                "text": {"en": "Only a paid service", "bn": "শুধু টাকা দিয়ে ব্যবহারের সেবা"},
                "to": "few",
                "moves": {"users": 1, "money": 2},
            },
        ],
    },
    {
        "id": "spread",
        "text": {
            "en": "Others adapt your model and send back a fix. Nobody has to pay you.",
            "bn": "অন্যরা মডেলটা নিজের মতো করে নিচ্ছেন, একটা ত্রুটিও সারিয়ে দিয়েছেন। তবে টাকা দিতে কেউ বাধ্য নন।",
        },
    },
    {
        "id": "few",
        "text": {
            "en": "Some customers pay. Nobody outside can look inside, or help.",
            "bn": "কয়েকজন গ্রাহক টাকা দিচ্ছেন। বাইরের কেউ ভেতরটা দেখতে পারেন না, সাহায্যও করতে পারেন না।",
        },
    },
]


def example(lang: str = "en") -> Branching:
    """Return the scenario."""
    points = {"en": "points", "bn": "পয়েন্ট"}
    meters = [
        {"id": "users", "name": {"en": "Users", "bn": "ব্যবহারকারী"}, "start": 1, "unit": points},
        {"id": "money", "name": {"en": "Money", "bn": "টাকা"}, "start": 3, "unit": points},
    ]
    title = {"en": "Publish, or sell?", "bn": "প্রকাশ, না বিক্রি?"}
    return Branching(id="publish-or-sell", title=title, scenes=_SCENES, meters=meters, lang=lang)

"""One claim of January 2025, weighed."""

from __future__ import annotations

from . import Claim


def example(lang: str = "en") -> Claim:
    """Return the claim card."""
    return Claim(
        id="open-surpasses",
        title={"en": "Weigh a claim", "bn": "একটি দাবি যাচাই"},
        claim={
            "en": "Open models are surpassing proprietary ones.",
            "bn": "ওপেন মডেল এখন মালিকানাধীন মডেলকে ছাড়িয়ে যাচ্ছে।",
        },
        who={"en": "Yann LeCun, January 2025", "bn": "ইয়ান লেকান, জানুয়ারি ২০২৫"},
        evidence_for=[
            {
                "text": {
                    "en": "DeepSeek-R1 passed o1-mini in the same test: 71.7 against 62.4 per cent.",
                    "bn": "একই পরীক্ষায় DeepSeek-R1 পেয়েছে ৭১.৭ শতাংশ, o1-mini ৬২.৪।",
                },
                "source": "Epoch AI, GPQA diamond",
            }
        ],
        evidence_against=[
            {
                "text": {
                    "en": "The best open model was ahead of the best closed one in 0 of 29 months.",
                    "bn": "২৯ মাসের একটিতেও সেরা ওপেন মডেল সেরা বন্ধ মডেলের সামনে ছিল না।",
                },
                "source": "Epoch AI, GPQA diamond",
            }
        ],
        verdict="unsupported",
        why={
            "en": "The gap had narrowed, and one closed model was passed; the best one was not.",
            "bn": "ব্যবধান কমেছিল, একটি বন্ধ মডেলকে পেছনেও ফেলেছিল; সেরাটিকে নয়।",
        },
        lang=lang,
    )

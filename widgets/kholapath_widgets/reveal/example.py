"""A gate before a short answer."""

from __future__ import annotations

from . import Reveal


def example(lang: str = "en") -> Reveal:
    """Return the gate."""
    return Reveal(
        id="what-is-left-out",
        title={"en": "Think first", "bn": "আগে ভাবুন"},
        task={
            "en": "A report says that its final training run cost 5.576 million dollars. "
            "Name two costs that this figure leaves out.",
            "bn": "একটি রিপোর্ট বলছে, চূড়ান্ত ট্রেনিং রানে খরচ হয়েছে ৫.৫৭৬ মিলিয়ন ডলার। "
            "এই হিসাবে ধরা হয়নি, এমন দুটি খরচের নাম বলুন।",
        },
        answer={
            "en": "Earlier research and trial runs, says the report itself. Salaries and the machines "
            "are not in it either.",
            "bn": "আগের গবেষণা আর পরীক্ষামূলক রান: রিপোর্টেই সে কথা বলা আছে। কর্মীদের বেতন আর যন্ত্র কেনার "
            "খরচও এতে নেই।",
        },
        write=True,
        lang=lang,
    )

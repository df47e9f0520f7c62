"""A figure to start from: one slider, one sentence, two languages."""

from __future__ import annotations

from .controls import Control
from .widget import Explorable

HOURS = 2.788  # million GPU hours: DeepSeek-V3 technical report, December 2024
_MOST = 12.5  # dollars


def example(lang: str = "en") -> Explorable:
    """Return what a training run costs at the price that a reader chooses."""
    words = {"en": "million dollars", "bn": "মিলিয়ন ডলার"}
    return Explorable(
        {tag: _chart(axis) for tag, axis in words.items()},
        title={
            "en": "The price of an hour decides the bill",
            "bn": "ঘণ্টার ভাড়াই বিল ঠিক করে দেয়",
        },
        subtitle={
            "en": "Cost of the final training run of DeepSeek-V3: 2.788 million GPU hours × the price of one",
            "bn": "DeepSeek-V3-এর চূড়ান্ত ট্রেনিং রানের খরচ: ২৭.৮৮ লাখ জিপিইউ-ঘণ্টা × এক ঘণ্টার ভাড়া",
        },
        description={
            "en": "One bar. At 2 dollars an hour it stands at 5.6 million dollars; it grows with the price.",
            "bn": "একটি দণ্ড। ঘণ্টায় ২ ডলার হলে ৫.৬ মিলিয়ন ডলার; ভাড়া বাড়লে দণ্ডও বাড়ে।",
        },
        source={
            "en": "DeepSeek-V3 technical report (December 2024), final run only",
            "bn": "DeepSeek-V3 টেকনিক্যাল রিপোর্ট (ডিসেম্বর ২০২৪), শুধু চূড়ান্ত রান",
        },
        controls=[
            Control(
                "price",
                {"en": "One GPU hour costs", "bn": "এক জিপিইউ-ঘণ্টার ভাড়া"},
                min=0.5,
                max=_MOST,
                step=0.05,
                value=2,
                format="$,.2f",
            )
        ],
        sentence={
            "en": f"At **{{price:$,.2f}}** an hour the run costs **{{price * {HOURS}:$,.1f}} million**.",
            "bn": f"ঘণ্টায় **{{price:$,.2f}}** হলে রানটির খরচ **{{price * {HOURS}:$,.1f}} মিলিয়ন** ডলার।",
        },
        table=[{"hours": HOURS, "cost": HOURS * 2}],
        columns={
            "hours": {"en": "Million GPU hours", "bn": "মিলিয়ন জিপিইউ-ঘণ্টা"},
            "cost": {"en": "Million dollars at $2 an hour", "bn": "ঘণ্টায় $২ হলে মিলিয়ন ডলার"},
        },
        lang=lang,
    )


def _chart(axis: str) -> dict[str, object]:
    scale = {"domain": [0, HOURS * _MOST]}
    return {
        "data": {"values": [{"hours": HOURS}]},
        "transform": [{"calculate": "datum.hours * price", "as": "cost"}],
        "mark": {"type": "bar", "color": "var(--kp-open, #0067a8)", "cornerRadiusEnd": 3},
        "encoding": {
            "x": {"field": "cost", "type": "quantitative", "title": axis, "scale": scale},
        },
        "height": 64,
    }

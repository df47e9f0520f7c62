"""A lesson made by hand: every block, every part and row of the print vocabulary, in two languages."""

from __future__ import annotations

from typing import Any

from kholapath.document import model as m

MARK = "SECRETANSWER"


def at(cell: int, lang: str = "en", *tags: str) -> dict[str, Any]:
    return {"where": m.Where(cell, f"c{cell}"), "lang": lang, "tags": frozenset(tags)}


def meta(lang: str = "en", **more: Any) -> m.Meta:
    title = "একটি মডেলের দাম" if lang == "bn" else "The price of a model"
    course = "ওপেন সোর্স ও এআই" if lang == "bn" else "Open source and AI"
    said = {
        "course": course,
        "number": 3,
        "version": "0.1",
        "date": "2026-11-24",
        "seed": 4172,
    }
    return m.Meta(
        **{"slug": "03-the-price-of-a-model", "lang": lang, "title": title, **said, **more}
    )


def item(
    prompt: str,
    label: str,
    parts: list[dict[str, Any]],
    rows: list[dict[str, Any]],
    cell: int,
    lang: str = "en",
    note: str | None = None,
) -> m.Item:
    return m.Item(
        **at(cell, lang),
        form={
            "version": 1,
            "kind": "question",
            "lang": lang,
            "id": f"q{cell}",
            "type": "x",
            "mode": "practice",
            "number": None,
            "seed": 4172,
            "sheet": {"prompt": prompt, "label": label, "parts": parts},
            "answers": {"item": {}, "key": {"rows": rows, "note": note}},
        },
    )


PARTS: list[dict[str, Any]] = [
    {"part": "text", "md": "Read **this** first: $a^2$."},
    {
        "part": "options",
        "mark": "circle",
        "entries": [
            {"label": "A", "md": "All the research"},
            {"label": "B", "md": "The price of the chips"},
        ],
    },
    {
        "part": "options",
        "mark": "box",
        "entries": [{"label": "ক", "md": "একটি"}, {"label": "খ", "md": "দুটি"}],
    },
    {"part": "blank", "width": 38, "before": "It costs", "after": "million dollars"},
    {"part": "lines", "count": 4},
    {
        "part": "bars",
        "max": 32_000_000,
        "unit": "hours",
        "rows": [
            {"label": "DeepSeek-V3", "value": None, "note": ""},
            {"label": "Llama 3.1 405B", "value": 30_840_000, "note": "H100"},
        ],
    },
    {
        "part": "line",
        "min": -20,
        "max": 100,
        "unit": "%",
        "rows": [
            {"label": "2024", "value": -12.5, "note": ""},
            {"label": "2025", "value": 41, "note": ""},
            {"label": "2026", "value": None, "note": ""},
        ],
    },
    {
        "part": "table",
        "header": ["Kind of bill", "Llama"],
        "rows": [["Cloud", "170"], ["Purchase", ""]],
    },
    {"part": "code", "source": "price = 2  # dollars\nprint(price * ____)", "language": "python"},
]
ROWS: list[dict[str, Any]] = [
    {"verdict": v, "label": "C", "md": f"{MARK} {v}", "remark": f"Misconception {v}"}
    for v in ("right", "wrong", "accept", "slip", "credit", "note")
]


def english() -> m.Document:
    wide = tuple(f"column {i}" for i in range(9))
    return m.Document(
        meta(
            url="https://kholapath.example.org/3/en",
            description="One training run can have four bills. Before you compare two models, ask what each bill counts.",
        ),
        (
            m.Heading(**at(1), level=2, markdown="After this lesson you can"),
            m.Prose(
                **at(1, "en", "objectives"),
                markdown="- work out the bill of a training run from its GPU hours\n- tell four kinds of bill apart\n- name what a single figure leaves out\n   1. nested\n   2. list",
            ),
            m.Heading(**at(2), level=4, markdown="Where a bill comes from"),
            m.Prose(
                **at(2),
                markdown="A language model learns on a great many chips working side by side. Their work is counted in GPU hours: ten chips busy for *one* hour make ten[^a]. See [the report](https://arxiv.org/abs/2412.19437), ~~not this~~, `price * hours`.\n\n> So two figures for the same model can both be true.\n\n- [ ] todo\n- [x] done\n\n| Model | Hours |\n|---|--:|\n| DeepSeek-V3 | 2,788,000 |\n| Llama 3.1 405B | 30,840,000 |\n\n$$\\begin{align}c &= h \\times p\\\\ &= 5.576\\end{align}$$\n\n[^a]: Chips differ.",
            ),
            item(
                "Llama 3.1 405B took 30,840,000 GPU hours. How many did DeepSeek-V3 take? Draw its bar.",
                "Guess first",
                [PARTS[5], {**PARTS[3], "before": "Your guess:", "after": "million hours"}],
                ROWS[:1],
                3,
            ),
            m.Code(
                **at(4),
                source='hours = {"DeepSeek-V3": 2_788_000,\n         "Llama 3.1 405B": 30_840_000}\nprice = 2   # dollars for one GPU hour\nresult = {model: h * price / 1_000_000 for model, h in hours.items() if model.startswith("Deep") or h > 1000}',
                language="python",
            ),
            m.Text(**at(4), text="DeepSeek-V3 5.576\nLlama 61.68"),
            m.Table(
                **at(5),
                header=(("model", "hours", "cost"),),
                rows=(
                    ("DeepSeek-V3", "2,788,000", "5.576"),
                    ("Llama 3.1 405B", "30,840,000", "61.68"),
                ),
                numeric=(False, True, True),
            ),
            m.Table(
                **at(6),
                header=(wide,),
                rows=tuple(
                    (
                        *(f"value {r}.{i}" for i in range(8)),
                        "https://example.org/averyveryverylongaddress",
                    )
                    for r in range(3)
                ),
                numeric=(False,) * 9,
            ),
            m.Formula(**at(6), tex="\\frac{1}{2} \\sum_{i=1}^n x_i"),
            *(
                item(
                    f"Question about part {p['part']}?",
                    "A number",
                    [p],
                    ROWS,
                    7 + i,
                    note="Because **so**.",
                )
                for i, p in enumerate(PARTS)
            ),
            m.Heading(**at(19), level=2, markdown="Evidence"),
            m.Prose(
                **at(20, "en", "evidence-for"),
                markdown="**For.** The report gives hours and a price, and anybody can multiply them.",
            ),
            m.Prose(
                **at(21, "en", "evidence-against"),
                markdown="**Against.** It leaves out the trials, the people and the machines.",
            ),
            m.Prose(
                **at(22, "en", "key-points"),
                markdown="- Hours times price makes a bill.\n- Compare two models by the same kind of bill.",
            ),
            m.Group(**at(23), children=(("First tab", m.Text(**at(23), text="inside a tab")),)),
            m.Prose(
                **at(24, "en", "sources"),
                markdown="**Sources:** DeepSeek-V3 technical report. Epoch AI, CC BY.",
            ),
            m.Prose(**at(25, "en", "instructor"), markdown=f"{MARK} for the teacher"),
        ),
    )


def bengali() -> m.Document:
    lang = "bn"
    return m.Document(
        meta(
            "bn",
            url="https://kholapath.example.org/3/bn",
            description="একই প্রশিক্ষণের চার রকম বিল হতে পারে। দুটি মডেলের তুলনা করার আগে জেনে নিন, কোন বিলে কী ধরা হয়েছে।",
        ),
        (
            m.Heading(**at(1, lang), level=2, markdown="এই পাঠ শেষে আপনি পারবেন"),
            m.Prose(
                **at(1, lang),
                markdown="- জিপিইউ-ঘণ্টা থেকে একটি প্রশিক্ষণের খরচ হিসাব করতে\n- চার রকম বিল আলাদা করে চিনতে\n\n1. প্রথম ধাপ\n2. দ্বিতীয় ধাপ",
            ),
            m.Heading(**at(2, lang), level=2, markdown="বিল আসে কোথা থেকে"),
            m.Prose(
                **at(2, lang),
                markdown="ভাষা-মডেল শেখে বহু চিপে, সব চিপ পাশাপাশি একসঙ্গে কাজ করে। সেই কাজ মাপা হয় জিপিইউ-ঘণ্টায়: দশটি চিপ *এক ঘণ্টা* চললে দশ জিপিইউ-ঘণ্টা। মোট ঘণ্টাকে এক ঘণ্টার দাম দিয়ে গুণ করলেই **একটা বিল** পাওয়া যায়। $c = h \\times p$",
            ),
            item(
                "ধরুন এক জিপিইউ-ঘণ্টার ভাড়া ২ ডলার। DeepSeek-V3-এর ২৭,৮৮,০০০ ঘণ্টার খরচ কত?",
                "একটি সংখ্যা",
                [{"part": "blank", "width": 38, "before": "", "after": "লাখ ডলার"}],
                [
                    {"verdict": "right", "label": "", "md": "৫৫.৭৬ লাখ ডলার", "remark": ""},
                    {
                        "verdict": "slip",
                        "label": "",
                        "md": "১৩.৯৪",
                        "remark": "গুণ না করে দাম দিয়ে ভাগ",
                    },
                ],
                3,
                lang,
            ),
            item(
                "“DeepSeek ৫৬ লাখ ডলারে মডেল বানিয়েছে।” এই অঙ্কে কী ধরা হয়েছে?",
                "একটি উত্তর",
                [
                    {
                        "part": "options",
                        "mark": "circle",
                        "entries": [
                            {"label": label, "md": t}
                            for label, t in zip(
                                "কখগ",
                                (
                                    "মডেলটির পেছনের সমস্ত গবেষণা",
                                    "চিপগুলোর দাম",
                                    "চূড়ান্ত রানের ঘণ্টা, একটা অনুমিত ভাড়ায়",
                                ),
                                strict=True,
                            )
                        ],
                    }
                ],
                [
                    {
                        "verdict": "wrong",
                        "label": "ক",
                        "md": "মডেলটির পেছনের সমস্ত গবেষণা",
                        "remark": "একটা রানই গোটা প্রকল্প",
                    },
                    {
                        "verdict": "right",
                        "label": "গ",
                        "md": "চূড়ান্ত রানের ঘণ্টা, একটা অনুমিত ভাড়ায়",
                        "remark": "",
                    },
                ],
                4,
                lang,
                "অঙ্কটা যা ধরেছে তার জন্য ঠিকই।",
            ),
            item(
                "Llama 3.1 405B-এর লেগেছিল ৩,০৮,৪০,০০০ জিপিইউ-ঘণ্টা। DeepSeek-V3-এর কত? বারটি আঁকুন।",
                "আগে অনুমান",
                [{**PARTS[5], "unit": "ঘণ্টা"}, PARTS[4]],
                ROWS[:1],
                5,
                lang,
            ),
            m.Code(
                **at(6, lang),
                source="price = 2   # এক জিপিইউ-ঘণ্টার ভাড়া, ডলারে\nfor model, h in hours.items():\n    print(model, h * price)",
                language="python",
            ),
            m.Table(
                **at(7, lang),
                header=(("মডেল", "ঘণ্টা"),),
                rows=(("DeepSeek-V3", "২৭,৮৮,০০০"), ("Llama 3.1 405B", "৩,০৮,৪০,০০০")),
                numeric=(False, True),
            ),
            m.Prose(
                **at(8, lang, "key-points"),
                markdown="- ঘণ্টা গুণ দাম, এই হলো বিল।\n- একই ধরনের বিলে তুলনা করুন।",
            ),
        ),
    )

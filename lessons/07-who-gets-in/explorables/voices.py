"""Recorded and checked: what volunteers gave to Common Voice, and what of it can be relied on."""

from __future__ import annotations

from kholapath.charts.layers import Data, Row, Words, box, looked_up, records, said
from kholapath.charts.theme import INK, MUTED, OPEN
from kholapath.charts.words import fill
from kholapath_widgets import Choose, Explorable

PITCH, BAR = 46, 18  # px from language to language, of a bar
SHOWN = "Bengali"

TITLE = {
    "en": "Recorded alike, checked unlike: of a hundred hours, {bn:.0f} in Bengali and {fr:.0f} in French",
    "bn": "রেকর্ড প্রায় সমান, যাচাই নয়: একশো ঘণ্টায় বাংলার {bn:.0f}, ফরাসির {fr:.0f}",
}
SUBTITLE = {
    "en": "Hours of read speech in Mozilla's Common Voice. Frame: recorded. Filled: checked by other volunteers",
    "bn": "Mozilla-র Common Voice-এ পড়ে শোনানো লেখার ঘণ্টা। কাঠামো: রেকর্ড করা। ভরাট: অন্য স্বেচ্ছাসেবীরা যাচাই করেছেন",
}
DESCRIPTION = {
    "en": "Seven frames, as long as there are recorded hours, each filled as far as they are checked. Bengali: "
    "{recorded:.0f} hours recorded, {checked:.0f} checked, the least of all in proportion. French: {fr_recorded:.0f} "
    "recorded, {fr_checked:.0f} checked. English is the longest; Kinyarwanda, from few people, is the second.",
    "bn": "সাতটি কাঠামো, যত ঘণ্টা রেকর্ড হয়েছে তত লম্বা; যতটা যাচাই হয়েছে ততটা ভরাট। বাংলা: রেকর্ড {recorded:.0f} ঘণ্টা, যাচাই "
    "{checked:.0f}, অনুপাতে সবচেয়ে কম। ফরাসি: রেকর্ড {fr_recorded:.0f}, যাচাই {fr_checked:.0f}। সবচেয়ে লম্বা ইংরেজি; দ্বিতীয় "
    "কিনিয়ারোয়ান্ডা, যা এসেছে অল্প মানুষের কাছ থেকে।",
}
SOURCE = {
    "en": "Mozilla Common Voice, statistics of release 25, March 2026 (MPL 2.0)",
    "bn": "Mozilla Common Voice, ২৫ নম্বর প্রকাশের পরিসংখ্যান, মার্চ ২০২৬ (MPL 2.0)",
}
SENTENCE = {
    "en": "**{voice.name}**: {voice.speakers:,.0f} people recorded **{voice.recorded:,.0f} hours**, "
    "{voice.each:,.1f} minutes each on average. **{voice.checked:,.0f} hours** of them are checked, "
    "**{voice.percent:,.0f} in a hundred**.",
    "bn": "**{voice.name}**: {voice.speakers:,.0f} জন মানুষ রেকর্ড করেছেন **{voice.recorded:,.0f} ঘণ্টা**, গড়ে প্রত্যেকে "
    "{voice.each:,.1f} মিনিট। এর মধ্যে যাচাই হয়েছে **{voice.checked:,.0f} ঘণ্টা**, "
    "**একশোতে {voice.percent:,.0f}**।",
}
LANGUAGES: dict[str, Words] = {
    "English": {"en": "English", "bn": "ইংরেজি"},
    "Kinyarwanda": {"en": "Kinyarwanda (Rwanda)", "bn": "কিনিয়ারোয়ান্ডা (রুয়ান্ডা)"},
    "German": {"en": "German", "bn": "জার্মান"},
    "Bengali": {"en": "Bengali", "bn": "বাংলা"},
    "French": {"en": "French", "bn": "ফরাসি"},
    "Swahili": {"en": "Swahili", "bn": "সোয়াহিলি"},
    "Hindi": {"en": "Hindi", "bn": "হিন্দি"},
}
COLUMNS = {
    "name": {"en": "Language", "bn": "ভাষা"},
    "recorded": {"en": "Hours recorded", "bn": "রেকর্ড, ঘণ্টা"},
    "checked": {"en": "Hours checked", "bn": "যাচাই, ঘণ্টা"},
    "percent": {"en": "Checked, %", "bn": "যাচাই, %"},
    "speakers": {"en": "People", "bn": "মানুষ"},
    "each": {"en": "Minutes each", "bn": "জনপ্রতি মিনিট"},
}
# A Vega expression, in which `datum` is a language.
VALUE = {
    "en": "format(datum.checked, ',.0f') + ' of ' + format(datum.recorded, ',.0f') + ' h'",
    "bn": "format(datum.recorded, ',.0f') + ' ঘণ্টার ' + format(datum.checked, ',.0f')",
}
SHARE = {
    "en": "format(datum.percent, ',.0f') + ' in 100'",
    "bn": "'১০০-তে ' + format(datum.percent, ',.0f')",
}


def recorded_and_checked(data: Data) -> Explorable:
    """Return the hours recorded and checked in seven languages."""
    rows = [_row(r) for r in records(data, "voice_hours")]
    by_name = {r["language"]: r for r in rows}
    bengali, french = by_name["Bengali"], by_name["French"]
    figures = {
        "bn": bengali["percent"],
        "fr": french["percent"],
        "recorded": bengali["recorded"],
        "checked": bengali["checked"],
        "fr_recorded": french["recorded"],
        "fr_checked": french["checked"],
    }
    options = [{"value": r["language"], "label": LANGUAGES[r["language"]]} for r in rows]
    measures = [
        {"value": "hours", "label": {"en": "Hours", "bn": "ঘণ্টা"}},
        {"value": "share", "label": {"en": "Out of a hundred", "bn": "একশোতে কত"}},
    ]
    return Explorable(
        {tag: _chart(rows, tag) for tag in TITLE},
        title=fill(TITLE, **figures),
        subtitle=SUBTITLE,
        description=fill(DESCRIPTION, **figures),
        source=SOURCE,
        controls=[
            Choose("measure", {"en": "Show", "bn": "দেখান"}, measures, value="hours"),
            Choose("language", {"en": "Language", "bn": "ভাষা"}, options, value=SHOWN),
        ],
        sentence=SENTENCE,
        table=[{**r, "name": LANGUAGES[r["language"]]} for r in rows],
        columns=COLUMNS,
    )


def _row(r: Row) -> Row:
    return {
        "language": r["language"],
        "recorded": float(r["recorded_hours"]),
        "checked": float(r["checked_hours"]),
        "percent": float(r["checked_percent"]),
        "speakers": int(r["speakers"]),
        "each": float(r["minutes_per_speaker"]),
    }


def _chart(rows: list[Row], tag: str) -> Row:
    height = PITCH * len(rows)
    named = [
        {**r, "name": LANGUAGES[r["language"]][tag], "y": PITCH * i} for i, r in enumerate(rows)
    ]
    longest = max(r["recorded"] for r in rows)
    whole = f"(measure == 'share' ? 1 : datum.recorded / {longest}) * (width - 4)"
    top, low = "datum.y + 19", f"datum.y + {19 + BAR}"
    frame = ("2", top, f"2 + {whole}", low)
    filled = ("2", top, f"2 + {whole} * datum.checked / datum.recorded", low)
    chosen, rest = "datum.language == language", "datum.language != language"
    name, value = ("0", "datum.y + 8"), ("width", "datum.y + 8")
    value_words = f"measure == 'share' ? {SHARE[tag]} : {VALUE[tag]}"
    return {
        "data": {"values": named},
        "height": height,
        "params": [{"name": "voice", "expr": looked_up({r["language"]: r for r in named}, "language")}],
        "layer": [
            box(filled, chosen, color=OPEN),
            box(filled, rest, color=OPEN, fillOpacity=0.45),
            box(frame, rest, filled=False, stroke=MUTED, strokeWidth=1.5),
            box(frame, chosen, filled=False, stroke=INK, strokeWidth=2.5),
            said("datum.name", name, rest),
            said("datum.name", name, chosen, fontWeight=600),
            said(value_words, value, rest, align="right", color=MUTED),
            said(value_words, value, chosen, align="right", fontWeight=600),
        ],
    }  # fmt: skip

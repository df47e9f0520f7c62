"""The figure of lesson 2: one square for each person, and how few of them wrote how much."""

from __future__ import annotations

from kholapath.charts.layers import (
    Data,
    Row,
    Words,
    across,
    box,
    down,
    looked_up,
    records,
    said,
    sums,
)
from kholapath.charts.theme import INK, LINE, MUTED, OPEN
from kholapath.charts.words import fill
from kholapath_widgets import Choose, Explorable

START = "transformers"
BAR = 24  # px from the top to the bar of the commits
THICK = 22  # px of the bar
FIELD = 108  # px from the top to the field of people
TALL = 250  # px of the field
WIDEST = 44  # px of a square where there are few
HEIGHT = FIELD + TALL + 34

TITLE = {
    "en": "Half of the commits to {name} come from {few:.0f} of its {all:.0f} people",
    "bn": "{name}-এর অর্ধেক কমিট {all:.0f} জনের মধ্যে মাত্র {few:.0f} জনের",
}
SUBTITLE = {
    "en": "Each square is one person, the busiest first. Filled: the people chosen below. "
    "Small dot: a person with one single commit",
    "bn": "প্রতিটি ঘর একজন মানুষ, যাঁর কমিট বেশি তিনি আগে। ভরাট: নিচে যাঁদের বেছেছেন। "
    "ছোট বিন্দু: যাঁর কমিট মাত্র একটি",
}
DESCRIPTION = {
    "en": "A bar of all commits of {name}, filled to half. Under it a field of {all:.0f} marks, one for each "
    "person, of which the first {few:.0f} are filled. {once:.0f} of the marks are small dots: people with one "
    "single commit. In every one of the fourteen repositories a minority made half of the commits.",
    "bn": "{name}-এর সব কমিটের একটি দণ্ড, অর্ধেক ভরাট। নিচে {all:.0f}টি চিহ্ন, প্রতিটি একজন মানুষ; প্রথম {few:.0f}টি "
    "ভরাট। {once:.0f}টি চিহ্ন ছোট বিন্দু: যাঁদের কমিট মাত্র একটি। চৌদ্দটি রিপোজিটরির প্রতিটিতেই অর্ধেক কমিট করেছেন "
    "অল্প কিছু মানুষ।",
}
SOURCE = {
    "en": "Public git histories of the repositories, counted for this course; each ends in the month given in "
    "the table. Numbers of people are good to about 5%; bots may be among them. No person is named",
    "bn": "রিপোজিটরিগুলোর উন্মুক্ত git-ইতিহাস, এই কোর্সের জন্য গোনা; কোনটি কোন মাস পর্যন্ত, তা সারণিতে আছে। মানুষের সংখ্যায় "
    "প্রায় ৫% ভুল থাকতে পারে, বটও থাকতে পারে। কারও নাম নেই",
}
SENTENCE = {
    "en": "In {repo}, **{many:,d} of {of.people:,d} people** ({100 * many / of.people:.2~r}%) "
    '{who == "once" ? "came with one commit each. Together that makes" : who == "ten" ? "made" : '
    'many == 1 ? "is enough for" : "are enough for"} **{work:.2~r}%** of its {of.commits:,d} commits.',
    "bn": "{repo}-এ {of.people:,d} জনের মধ্যে **{many:,d} জন** ({100 * many / of.people:.2~r}%) "
    '{who == "once" ? "একটি করে কমিট করেছেন। সব মিলিয়ে তা" : many == 1 ? "একাই করেছেন" : "মিলেই করেছেন"} '
    '{of.commits:,d}টি কমিটের **{who == "half" || who == "ninety" ? "অন্তত " : ""}{work:.2~r}%**।',
}
WHO: dict[str, Words] = {
    "half": {"en": "Enough for half", "bn": "অর্ধেক কমিট যাঁদের"},
    "ninety": {"en": "Enough for 90%", "bn": "৯০% কমিট যাঁদের"},
    "ten": {"en": "The ten busiest", "bn": "সবচেয়ে সক্রিয় দশজন"},
    "once": {"en": "One commit each", "bn": "একটি করে কমিট যাঁদের"},
}
COLUMNS = {
    "name": {"en": "Repository", "bn": "রিপোজিটরি"},
    "until": {"en": "Counted to", "bn": "যে মাস পর্যন্ত"},
    "commits": {"en": "Commits", "bn": "কমিট"},
    "people": {"en": "People", "bn": "মানুষ"},
    "half": {"en": "Half by", "bn": "অর্ধেক কমিট কতজনের"},
    "ninety": {"en": "90% by", "bn": "৯০% কমিট কতজনের"},
    "once": {"en": "With one commit", "bn": "একটিমাত্র কমিট"},
}
# Vega expressions
WORDS: dict[str, Words] = {
    "en": {
        "work": "format(work, '.2~r') + '% of ' + format(of.commits, ',d') + ' commits'",
        "people": "format(many, ',d') + ' of ' + format(of.people, ',d') + ' people'",
        "once": "'• one commit each: ' + format(of.once, ',d') + ' (' "
        "+ format(100 * of.once / of.people, '.2~r') + '% of the people)'",
    },
    "bn": {
        "work": "format(of.commits, ',d') + 'টি কমিটের ' + format(work, '.2~r') + '%'",
        "people": "format(of.people, ',d') + ' জনের ' + format(many, ',d') + ' জন'",
        "once": "'• একটি করে কমিট: ' + format(of.once, ',d') + ' জন (মানুষের ' "
        "+ format(100 * of.once / of.people, '.2~r') + '%)'",
    },
}


def who_wrote_it(data: Data) -> Explorable:
    """Return the field of people: choose a repository, and which of its people to fill."""
    rows = records(data, "repo_people")
    start = next(r for r in rows if r["name"] == START)
    figures: Row = {
        "name": START,
        "few": start["half_by"],
        "all": start["people"],
        "once": start["one_commit_people"],
    }
    return Explorable(
        {tag: _chart(rows, words) for tag, words in WORDS.items()},
        title=fill(TITLE, **figures),
        subtitle=SUBTITLE,
        description=fill(DESCRIPTION, **figures),
        source=SOURCE,
        controls=[
            Choose(
                "repo",
                {"en": "Repository", "bn": "রিপোজিটরি"},
                [{"value": r["name"], "label": r["name"]} for r in rows],
                value=START,
            ),
            Choose(
                "who",
                {"en": "Which people?", "bn": "কাদের দেখবেন?"},
                [{"value": value, "label": label} for value, label in WHO.items()],
                value="half",
            ),
        ],
        sentence=SENTENCE,
        table=[_table_row(r) for r in rows],
        columns=COLUMNS,
    )


def _table_row(row: Row) -> Row:
    return {
        "name": row["name"],
        "until": row["last_month"],
        "commits": row["commits"],
        "people": row["people"],
        "half": row["half_by"],
        "ninety": row["ninety_by"],
        "once": row["one_commit_people"],
    }


def _of(row: Row) -> Row:
    """What the chart knows of a repository; for each choice how many people and what percent of the work."""
    once = row["one_commit_people"]
    return {
        "people": row["people"],
        "commits": row["commits"],
        "once": once,
        "half": [row["half_by"], 50],
        "ninety": [row["ninety_by"], 90],
        "ten": [10, row["top10_percent"]],
        "ones": [once, 100 * once / row["commits"]],
    }


def _chart(rows: list[Row], words: Words) -> Row:
    most = max(r["people"] for r in rows)
    figures = {
        "of": looked_up({r["name"]: _of(r) for r in rows}, "repo"),
        "pair": "who == 'once' ? of.ones : of[who]",
        "many": "pair[0]",
        "work": "pair[1]",
        "side": f"min({WIDEST}, width / ceil(sqrt(of.people * width / {TALL})))",
        "abreast": "floor(width / side + 0.001)",
    }
    return {
        "data": {"values": [{}]},
        "height": HEIGHT,
        "params": [{"name": name, "expr": how} for name, how in figures.items()],
        "layer": [
            _funnel(),
            _bar("width", LINE),
            _bar("width * work / 100", OPEN),
            said(words["work"], ("0", "10"), **_LARGE),
            _people(most),
            said(words["people"], ("8", str(FIELD - 22)), **_LARGE),
            said(words["once"], ("0", _UNDER), fontSize=13, color=MUTED),
        ],
    }


_UNDER = f"{FIELD} + ceil(of.people / abreast) * side + 18"
_LARGE: Row = {"fontSize": 16, "fontWeight": 600, "color": INK}


def _bar(right: str, color: str) -> Row:
    """The work: all of it, or the part that the chosen people did."""
    return box(("0", str(BAR), right, str(BAR + THICK)), color=color)


def _people(most: int) -> Row:
    """One mark for each person: a square, or a dot for those with one commit; filled if chosen."""
    chosen = "who == 'once' ? datum.once : datum.i < many"
    once = "datum.once"
    return {
        "data": {"sequence": {"start": 0, "stop": most, "as": "i"}},
        "transform": [
            {"filter": "datum.i < of.people"},
            *sums(
                once="datum.i >= of.people - of.once",
                chosen=chosen,
                x="(datum.i % abreast + 0.5) * side",
                y=f"{FIELD} + (floor(datum.i / abreast) + 0.5) * side",
                area="pow(side * (datum.once ? 0.5 : 0.8), 2)",
            ),
        ],
        "mark": {"type": "point", "filled": True, "opacity": 1},
        "encoding": {
            "x": across(),
            "y": down(),
            "size": {"field": "area", "type": "quantitative", "scale": None},
            "shape": {"condition": {"test": once, "value": "circle"}, "value": "square"},
            "color": {"condition": {"test": "datum.chosen", "value": OPEN}, "value": MUTED},
            "fillOpacity": {"condition": {"test": "datum.chosen", "value": 1}, "value": 0.5},
        },
    }


def _funnel() -> Row:
    """From the part of the work down to those who did it; none where they stand at the end."""
    return {
        "data": {"values": [{"at": BAR + THICK, "top": True}, {"at": FIELD - 1, "top": False}]},
        "transform": [
            {"filter": "who != 'once'"},
            *sums(x="0", x2="datum.top ? width * work / 100 : min(many, abreast) * side"),
        ],
        "mark": {"type": "area", "orient": "horizontal", "color": OPEN, "opacity": 0.16},
        "encoding": {"x": across(), "x2": {"field": "x2"}, "y": down("at")},
    }

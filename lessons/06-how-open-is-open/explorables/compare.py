"""Two models, side by side: twelve criteria, and where the two part ways."""

from __future__ import annotations

from kholapath.charts.layers import Data, Row, Words
from kholapath.charts.words import fill
from kholapath_widgets import Choose, Explorable

from .marks import Model, criteria, models
from .profile import profile

# A choice among all of them would be a list of 123: these are the ones the lesson speaks of.
SHOWN = (
    "YuLan", "OLMo", "BLOOMZ", "Apertus", "SmolLM", "Pythia", "EuroLLM", "Phi", "GPT OSS",
    "DeepSeek R1", "DeepSeek V3.2", "Gemma", "Kimi K2.5", "Mistral NeMo", "Llama 4",
    "Llama 3.1", "Mistral Large 3", "Qwen", "Grok 2",
)  # fmt: skip
FIRST, SECOND = "OLMo", "DeepSeek R1"

TITLE = {
    "en": "Both can be downloaded, but {first} gives {more:.0f} of 12 things in full and {second} gives {less:.0f}",
    "bn": "দুটিই নামানো যায়, কিন্তু ১২টি জিনিসের {more:.0f}টি পুরো খুলে দিয়েছে {first}, আর {less:.0f}টি {second}",
}
SUBTITLE = {
    "en": "Twelve things that can be open, and the marks that the European Open Source AI Index gives for each",
    "bn": "বারোটি জিনিস, যা খোলা থাকতে পারে, আর প্রতিটিতে ইউরোপের ওপেন সোর্স এআই সূচকের দেওয়া চিহ্ন",
}
DESCRIPTION = {
    "en": "A list of twelve criteria in three groups, with one mark for each of two models: a full circle for "
    "open, a half circle for partly, an empty one for closed. {first} has {more:.0f} full circles and "
    "{none:.0f} empty ones; {second} has {less:.0f} full, {half:.0f} half and {empty:.0f} empty. Training "
    "data, training code and licence are among the rows in which they differ.",
    "bn": "তিন ভাগে বারোটি মাপকাঠির তালিকা, দুটি মডেলের প্রতিটির জন্য একটি করে চিহ্ন: ভরা বৃত্ত মানে খোলা, আধভরা মানে আংশিক, "
    "ফাঁকা মানে বন্ধ। {first}-এর ভরা বৃত্ত {more:.0f}টি, ফাঁকা {none:.0f}টি; {second}-এর ভরা {less:.0f}টি, আধভরা "
    "{half:.0f}টি, ফাঁকা {empty:.0f}টি। ট্রেনিংয়ের ডেটা, ট্রেনিংয়ের কোড আর লাইসেন্সের সারিতেও দুটি আলাদা।",
}
SOURCE = {
    "en": "European Open Source AI Index, osai-index.eu (June 2026, CC BY 4.0); Liesenfeld & Dingemanse "
    "2024. Points: our own count",
    "bn": "European Open Source AI Index, osai-index.eu (জুন ২০২৬, CC BY 4.0); Liesenfeld ও Dingemanse "
    "২০২৪। পয়েন্ট: আমাদের নিজেদের হিসাব",
}
_COUNTS = {
    "en": "**{{{name}}}**: {{{of}.open}} open, {{{of}.partial}} partly, {{{of}.closed}} closed.",
    "bn": "**{{{name}}}**: খোলা {{format({of}.open, 'd')}}, আংশিক {{format({of}.partial, 'd')}}, "
    "বন্ধ {{format({of}.closed, 'd')}}।",
}
_DIFFER = {
    "en": '{first == second ? "You have chosen one model twice." : differ == 0 ? '
    '"They agree in all twelve." : "They differ in **" + differ + " of 12**." '
    '+ (ahead ? " " + first + " is the more open in: " + ahead + "." : "") '
    '+ (behind ? " " + second + " is the more open in: " + behind + "." : "")}',
    "bn": '{first == second ? "একই মডেল দুবার বেছেছেন।" : differ == 0 ? "বারোটিতেই দুটি এক।" : '
    '"১২টির মধ্যে **" + format(differ, "d") + "টিতে** দুটি আলাদা।" '
    '+ (ahead ? " " + first + " বেশি খোলা: " + ahead + "।" : "") '
    '+ (behind ? " " + second + " বেশি খোলা: " + behind + "।" : "")}',
}
SENTENCE = {
    tag: " ".join(
        [
            counts.format(name="first", of="one"),
            counts.format(name="second", of="two"),
            _DIFFER[tag],
        ]
    )
    for tag, counts in _COUNTS.items()
}
COLUMNS = {
    "model": {"en": "Model", "bn": "মডেল"},
    "open": {"en": "Open", "bn": "খোলা"},
    "partial": {"en": "Partly", "bn": "আংশিক"},
    "closed": {"en": "Closed", "bn": "বন্ধ"},
    "points": {"en": "Points of 12 (our count)", "bn": "১২-তে পয়েন্ট (আমাদের হিসাব)"},
}
_ONE: Words = {"en": "One model", "bn": "একটি মডেল"}
_OTHER: Words = {"en": "and another", "bn": "আরেকটি"}


def two_models_compared(data: Data) -> Explorable:
    """Return the marks of two models on twelve criteria, and where they differ."""
    by_name = {m.name: m for m in models(data)}
    shown = [by_name[name] for name in SHOWN]
    first, second = by_name[FIRST], by_name[SECOND]
    figures: Row = {
        "first": FIRST,
        "second": SECOND,
        "more": first.count("open"),
        "none": first.count("closed"),
        "less": second.count("open"),
        "half": second.count("partial"),
        "empty": second.count("closed"),
    }
    options = [{"value": m.name, "label": m.name} for m in shown]
    return Explorable(
        {tag: profile(shown, criteria(data), tag) for tag in TITLE},
        title=fill(TITLE, **figures),
        subtitle=SUBTITLE,
        description=fill(DESCRIPTION, **figures),
        source=SOURCE,
        controls=[
            Choose("first", _ONE, options, value=FIRST),
            Choose("second", _OTHER, options, value=SECOND),
        ],
        sentence=SENTENCE,
        table=[_table_row(m) for m in shown],
        columns=COLUMNS,
    )


def _table_row(model: Model) -> Row:
    counts = {level: model.count(level) for level in ("open", "partial", "closed")}
    return {"model": model.name, **counts, "points": model.points}

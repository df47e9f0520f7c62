"""Who builds on whom: families in lanes, time from left to right, and a model to take away."""

from __future__ import annotations

from kholapath.charts.layers import Data, Row
from kholapath.charts.words import fill
from kholapath_widgets import Choose, Explorable

from .family import Family, family
from .lanes import NOTHING, chart
from .places import DRAWN

TITLE = {
    "en": "From Meta to Mistral to DeepSeek, and back to Mistral: each file builds on the one before",
    "bn": "Meta থেকে Mistral, Mistral থেকে DeepSeek, আবার Mistral: প্রতিটি ফাইল আগেরটির ওপর গড়া",
}
SUBTITLE = {
    "en": "A line: the file of the right-hand model takes code from the left-hand one, in the Transformers "
    "library. Left to right: the day of entry in the library",
    "bn": "রেখা মানে Transformers লাইব্রেরিতে ডান দিকের মডেলের ফাইল বাঁ দিকেরটি থেকে কোড নিয়েছে। বাঁ থেকে ডানে সময়: "
    "মডেলটি কবে লাইব্রেরিতে এসেছে",
}
DESCRIPTION = {
    "en": "A network of {drawn} models in eight lanes, one for each maker, from before 2023 to March 2026. "
    "Lines join a model to those whose code its file imports. A thick line runs from Llama of Meta (March "
    "2023) to Mistral 7B and Mixtral (2023), to DeepSeek-V3 (March 2025), and back to Mistral 4 (March "
    "2026). Below, small dots stand for the {all} models of the whole network, stacked by the "
    "quarter in which they came; two without a date have none. If you take a model away it becomes a cross, and every model that loses "
    "an ancestor becomes hollow: for Llama {llama}, for CLIP {clip}.",
    "bn": "আটটি সারিতে {drawn}টি মডেলের জাল, প্রতিটি সারি একেক নির্মাতার, ২০২৩-এর আগে থেকে ২০২৬-এর মার্চ পর্যন্ত। যে মডেলের "
    "ফাইল যার কোড ইম্পোর্ট করে, তাদের মধ্যে রেখা টানা। একটি মোটা রেখা Meta-র Llama (মার্চ ২০২৩) থেকে Mistral 7B আর "
    "Mixtral (২০২৩) হয়ে DeepSeek-V3 (মার্চ ২০২৫), সেখান থেকে আবার Mistral 4-এ (মার্চ ২০২৬) গেছে। নিচে পুরো জালের "
    "{all}টি মডেলের প্রতিটির জন্য একটি ছোট বিন্দু, কোন ত্রৈমাসিকে এসেছে সেই অনুযায়ী সাজানো (দুটির তারিখ নেই, তাই বিন্দুও নেই)। কোনো মডেল সরালে সেটি কাটা চিহ্ন "
    "হয়, আর যেসব মডেল একটি পূর্বসূরি হারায় সেগুলো হয় ফাঁপা: Llama সরালে {llama}টি, CLIP সরালে {clip}টি।",
}
SOURCE = {
    "en": "Hugging Face, Transformers source code, 30 March 2026 (Apache-2.0); makers assigned for this course",
    "bn": "Hugging Face, Transformers-এর সোর্স কোড, ৩০ মার্চ ২০২৬ (Apache-2.0); কোনটি কার মডেল, তা এই কোর্সের জন্য ঠিক করা",
}
SENTENCE = {
    "en": '{gone == "none" ? "Nothing is taken away. Follow the thick line, then choose a model." : '
    'fact.n == 0 ? "Without **" + fact.name + "**, **no other model** loses an ancestor: in this library '
    'nobody has built on it so far." : "Without **" + fact.name + "**, **" + format(fact.n, ",.0f") + "** of the '
    'other " + format(others, ",.0f") + " models " + (fact.n == 1 ? "loses" : "lose") + " an ancestor." + (fact.n == 1 ? "" : " " + '
    'format(fact.direct, ",.0f") + (fact.direct == 1 ? " takes" : " take") + " code from it directly, " + '
    '(fact.direct == fact.n ? "none" : "**" + format(fact.n - fact.direct, ",.0f") + "**") + " only through '
    'others." + (fact.known == 0 ? "" : " Of the " + format(fact.known, ",.0f") + " whose maker is known, **" + '
    'format(fact.strangers, ",.0f") + "** come from makers other than " + fact.maker + "."))}',
    "bn": '{gone == "none" ? "কিছুই সরানো হয়নি। মোটা রেখাটি ধরে এগোন, তারপর একটি মডেল বেছে নিন।" : '
    'fact.n == 0 ? "**" + fact.name + "** সরালে **আর কোনো মডেলই** পূর্বসূরি হারায় না; এই লাইব্রেরিতে এখনো কেউ এর ওপর '
    'কিছু গড়েনি।" : "**" + fact.name + "** সরালে বাকি " + format(others, ",.0f") + "টি মডেলের মধ্যে **" + '
    'format(fact.n, ",.0f") + "টি** একটি পূর্বসূরি হারায়।" + (fact.n == 1 ? "" : " সরাসরি এর কোড নেয় " + format(fact.direct, ",.0f") + "টি; শুধু '
    'অন্যের হাত ঘুরে " + (fact.direct == fact.n ? "একটিও নয়" : "**" + format(fact.n - fact.direct, ",.0f") + "টি**") '
    '+ "।" + (fact.known == 0 ? "" : " যে " + format(fact.known, ",.0f") + "টির নির্মাতা জানা, তার **" + '
    'format(fact.strangers, ",.0f") + "টি** " + fact.maker + " ছাড়া অন্য নির্মাতার।"))}',
}
COLUMNS = {
    "model": {"en": "Model", "bn": "মডেল"},
    "maker": {"en": "Maker", "bn": "নির্মাতা"},
    "added": {"en": "In the library since", "bn": "লাইব্রেরিতে এসেছে"},
    "parents": {"en": "Takes code from (among these)", "bn": "কোড নেয় (এগুলোর মধ্যে)"},
    "children": {"en": "Direct children", "bn": "সরাসরি উত্তরসূরি"},
    "descendants": {"en": "All descendants", "bn": "মোট উত্তরসূরি"},
}
KEEP = {"en": "nothing", "bn": "কিছুই না"}


def who_builds_on_whom(data: Data) -> Explorable:
    """Return the reuse network, from which a reader takes one model away."""
    whole = family(data)
    drawn = sorted(DRAWN, key=lambda name: whole.models[name].year or 0)
    count = {name: float(whole.models[name].descendants) for name in ("llama", "clip")}
    facts = {name: _fact(whole, name) for name in drawn}
    gone = [
        {"value": NOTHING, "label": KEEP},
        *({"value": n, "label": _label(whole, n)} for n in drawn),
    ]
    return Explorable(
        {tag: chart(whole, facts, tag) for tag in TITLE},
        title=TITLE,
        subtitle=SUBTITLE,
        description=fill(DESCRIPTION, drawn=len(drawn), all=len(whole.models), **count),
        source=SOURCE,
        controls=[Choose("gone", {"en": "Take away", "bn": "সরিয়ে দিন"}, gone, value=NOTHING)],
        sentence=SENTENCE,
        table=_table(data, whole, drawn),
        columns=COLUMNS,
    )


def _label(whole: Family, name: str) -> str:
    model = whole.models[name]
    return f"{model.name} ({model.maker})"


def _fact(whole: Family, name: str) -> Row:
    """What the sentence says of a model that is taken away."""
    model, heirs = whole.models[name], whole.heirs(name)
    known = [heir for heir in heirs if heir.maker]
    return {
        "name": model.name,
        "maker": model.maker,
        "n": len(heirs),
        "direct": model.children,
        "known": len(known),
        "strangers": sum(heir.maker != model.maker for heir in known),
    }


def _table(data: Data, whole: Family, drawn: list[str]) -> list[Row]:
    added = data("reuse_models").set_index("model")["added"]
    return [
        {
            "model": model.name,
            "maker": model.maker,
            "added": str(added[name])[:10],
            "parents": ", ".join(whole.models[p].name for p in drawn if p in whole.parents[name])
            or None,
            "children": model.children,
            "descendants": model.descendants,
        }
        for name, model in ((name, whole.models[name]) for name in drawn)
    ]

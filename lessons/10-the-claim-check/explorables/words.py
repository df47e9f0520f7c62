"""The words of the figure: claims, verdicts and parts of the article, in each language."""

from __future__ import annotations

from kholapath.charts.layers import Words

# By name: as a column is headed where there is room, and on a phone.
VERDICTS: dict[str, tuple[Words, Words]] = {
    "supported": ({"en": "+ supported", "bn": "+ মেলে"},) * 2,
    "mixed": ({"en": "± partly", "bn": "± আংশিক মেলে"}, {"en": "± partly", "bn": "± আংশিক"}),
    "open": ({"en": "? can't tell", "bn": "? বলা যায় না"},) * 2,
    "unsupported": (
        {"en": "− not supported", "bn": "− মেলে না"},
        {"en": "− not", "bn": "− মেলে না"},
    ),
}
IF = {"en": "if", "bn": "যদি"}

# By the claim's number: as it stands on a wide tile, and on a phone's.
CLAIMS: dict[int, tuple[Words, Words]] = {
    1: ({"en": "firm builds on firm", "bn": "একের ওপর আরেক"}, {"en": "building", "bn": "গড়া"}),
    2: ({"en": "a billion raised", "bn": "১০০ কোটি তোলা"}, {"en": "money", "bn": "টাকা"}),
    3: ({"en": "lower cost, perhaps", "bn": "খরচ হয়তো কমবে"}, {"en": "prices", "bn": "দাম"}),
    4: ({"en": "near the best", "bn": "সেরাদের কাছাকাছি"}, {"en": "quality", "bn": "মান"}),
    5: ({"en": "at far lower cost", "bn": "অনেক কম খরচ"}, {"en": "cost", "bn": "খরচ"}),
    6: ({"en": "with fewer GPUs", "bn": "কম জিপিইউ"}, {"en": "GPUs", "bn": "জিপিইউ"}),
    7: ({"en": "open overtakes", "bn": "ওপেন এগিয়ে যায়"}, {"en": "the race", "bn": "দৌড়"}),
    8: ({"en": "research for all", "bn": "গবেষণা সবার"}, {"en": "research", "bn": "গবেষণা"}),
    9: ({"en": "many minds", "bn": "অনেকের বুদ্ধি"}, {"en": "minds", "bn": "বুদ্ধি"}),
    10: ({"en": "no reinventing", "bn": "নতুন করে নয়"}, {"en": "reuse", "bn": "সাশ্রয়"}),
    11: ({"en": "strong community", "bn": "বড় কমিউনিটি"}, {"en": "people", "bn": "মানুষ"}),
    12: ({"en": "transparent", "bn": "স্বচ্ছতা ও আস্থা"}, {"en": "trust", "bn": "আস্থা"}),
    13: ({"en": "lower barriers", "bn": "বাধা কমে"}, {"en": "access", "bn": "সুযোগ"}),
    14: ({"en": "faster innovation", "bn": "দ্রুত উদ্ভাবন"}, {"en": "speed", "bn": "গতি"}),
    15: ({"en": "made to measure", "bn": "নিজের মতো করা"}, {"en": "tailoring", "bn": "মাপমতো"}),
}

# Groups of the article's parts, as the lesson's headings: the parts in each, its name on the
# button, and how the sentence begins.
GROUPS: dict[str, tuple[tuple[int, ...], Words, Words]] = {
    "all": (
        tuple(range(1, 9)),
        {"en": "The whole article", "bn": "পুরো প্রবন্ধ"},
        {"en": "In the whole article", "bn": "পুরো প্রবন্ধে"},
    ),
    "firms": (
        (1, 2, 3, 4),
        {"en": "Parts 1–4: firms, money, prices", "bn": "অংশ ১–৪: কোম্পানি, টাকা, দাম"},
        {"en": "On firms, money and prices", "bn": "কোম্পানি, টাকা আর দাম নিয়ে"},
    ),
    "deepseek": (
        (5,),
        {"en": "Part 5: DeepSeek's January", "bn": "অংশ ৫: DeepSeek-এর জানুয়ারি"},
        {"en": "On DeepSeek's January", "bn": "DeepSeek-এর জানুয়ারি নিয়ে"},
    ),
    "research": (
        (6,),
        {"en": "Part 6: open research", "bn": "অংশ ৬: খোলা গবেষণা"},
        {"en": "On open research", "bn": "খোলা গবেষণা নিয়ে"},
    ),
    "strategy": (
        (7,),
        {"en": "Part 7: Mistral's strategy", "bn": "অংশ ৭: Mistral-এর কৌশল"},
        {"en": "On Mistral's strategy", "bn": "Mistral-এর কৌশল নিয়ে"},
    ),
    "shift": (
        (8,),
        {"en": "Part 8: what is to follow", "bn": "অংশ ৮: এর ফল কী হবে"},
        {"en": "On what is to follow", "bn": "এর ফল কী হবে, তা নিয়ে"},
    ),
}

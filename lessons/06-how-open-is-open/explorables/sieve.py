"""What is left: 123 models on a line of points, and a sieve that grows finer with each demand."""

from __future__ import annotations

from kholapath.charts.layers import Data, Row
from kholapath.charts.words import fill
from kholapath_widgets import Choose, Explorable

from .dots import dots
from .marks import models, passed

TITLE = {
    "en": "Ask for weights, licences, code and data, and {last:.0f} of {all:.0f} “open” models are left",
    "bn": "ওয়েট, লাইসেন্স, কোড আর ডেটা চাইলে {all:.0f}টি “ওপেন” মডেলের {last:.0f}টি টেকে",
}
SUBTITLE = {
    "en": "Each dot is a text model that its makers call open, placed by its points out of 12 (our count). "
    "Filled: it gives what you ask for",
    "bn": "প্রতিটি বিন্দু একটি টেক্সট মডেল, নির্মাতারা যাকে ওপেন বলেন; জায়গা ১২-তে পাওয়া পয়েন্ট অনুযায়ী (আমাদের হিসাব)। "
    "ভরা বিন্দু: আপনি যা চান, তা দেয়",
}
DESCRIPTION = {
    "en": "{all:.0f} dots in columns over a line from 0 to 12 points, the most in the middle, few above 10. With "
    "weights alone asked for, {first:.0f} dots are filled all along the line; with weights, licences, "
    "training code and the base model's data, the {last:.0f} that stay filled all stand at its right end.",
    "bn": "০ থেকে ১২ পয়েন্টের রেখার ওপর স্তম্ভে সাজানো {all:.0f}টি বিন্দু; মাঝখানে সবচেয়ে বেশি, ১০-এর ওপরে অল্প কয়েকটি। শুধু "
    "ওয়েট চাইলে রেখাজুড়ে {first:.0f}টি বিন্দু ভরা; ওয়েট, লাইসেন্স, ট্রেনিংয়ের কোড আর ভিত্তি মডেলের ডেটা চাইলে ভরা থাকে "
    "{last:.0f}টি, সবই রেখার ডান প্রান্তে।",
}
SOURCE = {
    "en": "European Open Source AI Index, osai-index.eu (June 2026, CC BY 4.0); Liesenfeld & Dingemanse "
    "2024. Points: our own count",
    "bn": "European Open Source AI Index, osai-index.eu (জুন ২০২৬, CC BY 4.0); Liesenfeld ও Dingemanse "
    "২০২৪। পয়েন্ট: আমাদের নিজেদের হিসাব",
}
SENTENCE = {
    "en": "Ask for {strictly} **{asked}**: **{left}** of {all} models are left"
    "{names ? ': ' + names : ''}.",
    "bn": "{strictly} **{asked}** চাইলে {all:d}টি মডেলের **{left:d}টি** টেকে{names ? ': ' + names : ''}।",
}
COLUMNS = {
    "asked": {"en": "Asked for", "bn": "যা চাওয়া হলো"},
    "fully": {"en": "Left, if each is fully open", "bn": "টেকে, প্রতিটি পুরো খোলা হলে"},
    "partly": {"en": "Left, if partly open counts too", "bn": "টেকে, আংশিক খোলাও ধরলে"},
}
STEPS = (
    ({"en": "Weights", "bn": "ওয়েট"}, {"en": "weights", "bn": "ওয়েট"}),
    ({"en": "+ licences", "bn": "+ লাইসেন্স"}, {"en": "weights and licences", "bn": "ওয়েট আর লাইসেন্স"}),
    ({"en": "+ code", "bn": "+ কোড"}, {"en": "weights, licences and training code", "bn": "ওয়েট, লাইসেন্স আর ট্রেনিংয়ের কোড"}),
    ({"en": "+ data", "bn": "+ ডেটা"}, {"en": "weights, licences, training code and data", "bn": "ওয়েট, লাইসেন্স, ট্রেনিংয়ের কোড আর ডেটা"}),
)  # fmt: skip
STRICT = (
    ({"en": "fully open", "bn": "পুরো খোলা"}, {"en": "fully open", "bn": "পুরো খোলা"}),
    ({"en": "partly will do", "bn": "আংশিকও চলবে"}, {"en": "open or partly open", "bn": "খোলা বা আংশিক খোলা"}),
)  # fmt: skip


def what_is_left(data: Data) -> Explorable:
    """Return how many models are left as more is asked of them."""
    known = models(data)
    left = [[sum(passed(m, level) > step for m in known) for step in range(4)] for level in (2, 1)]
    figures: Row = {"all": len(known), "first": left[0][0], "last": left[0][-1]}
    steps = [{"value": i + 1, "label": label} for i, (label, _) in enumerate(STEPS)]
    strict = [{"value": 2 - i, "label": label} for i, (label, _) in enumerate(STRICT)]
    return Explorable(
        {tag: dots(known, [said[tag] for _, said in STEPS], [said[tag] for _, said in STRICT], tag) for tag in TITLE},
        title=fill(TITLE, **figures),
        subtitle=SUBTITLE,
        description=fill(DESCRIPTION, **figures),
        source=SOURCE,
        controls=[
            Choose("ask", {"en": "Ask for", "bn": "চাই"}, steps, value=4),
            Choose("least", {"en": "Each", "bn": "প্রতিটি"}, strict, value=2),
        ],
        sentence=SENTENCE,
        table=[{"asked": said, "fully": left[0][i], "partly": left[1][i]} for i, (_, said) in enumerate(STEPS)],
        columns=COLUMNS,
    )  # fmt: skip

"""QTI 3.0 as it follows from 2.1: other names, feedback in a body, and who scores an essay."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from kholapath.editions.qti.build import HTML
from kholapath.editions.qti.dialect import Dialect

_CAPITAL = re.compile(r"(?<=[a-z0-9])([A-Z])")
_WITH_BODY = frozenset({"modalFeedback", "rubricBlock"})
_BASE = "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/"


def as_qti3(root: ET.Element) -> ET.Element:
    """Rename a tree of QTI 2.1 in place, and return it."""
    if root.tag == "math":
        return root
    for child in root:
        as_qti3(child)
    if root.tag in HTML:
        return root
    if root.tag in _WITH_BODY:
        body = ET.Element("qti-content-body")
        body.extend(root)
        for child in list(root):
            root.remove(child)
        root.append(body)
    if root.tag == "assessmentItem":
        _say_who_scores(root)
    root.tag = f"qti-{_kebab(root.tag)}"
    root.attrib = {_kebab(name): value for name, value in root.attrib.items()}
    return root


def _kebab(name: str) -> str:
    return _CAPITAL.sub(lambda found: f"-{found[1].lower()}", name)


def _say_who_scores(item: ET.Element) -> None:
    """Say that a person marks an essay, which 2.1 cannot."""
    if item.find(".//qti-extended-text-interaction") is not None:
        score = item.find("qti-outcome-declaration[@identifier='SCORE']")
        if score is not None:
            score.set("external-scored", "human")


QTI_3_0 = Dialect(
    name="QTI 3.0",
    schema="QTI Package",
    version="3.0.0",
    item_type="imsqti_item_xmlv3p0",
    test_type="imsqti_test_xmlv3p0",
    namespaces=(
        "http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
        "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
    ),
    locations=(f"{_BASE}imsqti_asiv3p0_v1p0.xsd", f"{_BASE}imsqtiv3p0_imscpv1p2_v1p0.xsd"),
    put=as_qti3,
)

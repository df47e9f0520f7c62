"""A content package: every item, a test of them in the lesson's order, and the manifest."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree as ET

from kholapath.document.model import Document
from kholapath.editions._lms.entries import Entry, cleaned, entries
from kholapath.editions._lms.report import Losses
from kholapath.editions._lms.sources import as_lines, sources

from .build import element, rich
from .dialect import Dialect
from .item import item

_LOM = "http://ltsc.ieee.org/xsd/LOM"
_DAY = (1980, 1, 1, 0, 0, 0)  # zip's first: the same lesson makes the same bytes


def package(document: Document, dialect: Dialect) -> bytes:
    """Return the zip file of a lesson's questions.

    Parameters
    ----------
    document
        Its questions are packed; what they hold that QTI does not is told.
    dialect
        The version of QTI.
    """
    losses = Losses(dialect.name)
    found = entries(document, losses)
    files: dict[str, bytes] = {}
    resources = []
    for entry in found:
        made, pictures = item(entry, losses)
        files[f"{entry.id}.xml"] = dialect.written(made)
        files |= {f"images/{name}": data for name, data in pictures.items()}
        used = [f"{entry.id}.xml", *(f"images/{name}" for name in pictures)]
        resources.append(_resource(f"item-{entry.id}", dialect.item_type, used))
    files["assessment.xml"] = dialect.written(_test(document, found))
    needs = [element("dependency", identifierref=f"item-{entry.id}") for entry in found]
    resources.insert(0, _resource("test", dialect.test_type, ["assessment.xml"], *needs))
    manifest = dialect.written(_manifest(document, dialect, resources), manifest=True)
    return _zipped({"imsmanifest.xml": manifest, **files})


def _test(document: Document, found: list[Entry]) -> ET.Element:
    """Return a test that names the sources and lets a learner try again, as an item allows."""
    meta = document.meta
    title = cleaned(meta.title) or meta.slug
    section = element("assessmentSection", identifier="questions", title=title, visible="true")
    if told := sources(document):
        section.append(element("rubricBlock", rich("div", told, {}), view="author candidate"))
    for entry in found:
        ref = element("assessmentItemRef", identifier=f"item-{entry.id}", href=f"{entry.id}.xml")
        if entry.attempts is not None:
            ref.append(element("itemSessionControl", maxAttempts=str(entry.attempts)))
        section.append(ref)
    free = element("itemSessionControl", maxAttempts="0", showFeedback="true")
    how = {"navigationMode": "nonlinear", "submissionMode": "individual"}
    part = element("testPart", free, section, identifier="part", **how)
    return element("assessmentTest", part, identifier=f"test-{meta.slug}", title=title)


def _resource(name: str, kind: str, used: list[str], *needs: ET.Element) -> ET.Element:
    files = [element("file", href=path) for path in used]
    return element("resource", *files, *needs, identifier=name, type=kind, href=used[0])


def _manifest(document: Document, dialect: Dialect, resources: list[ET.Element]) -> ET.Element:
    about = element(
        "metadata",
        element("schema", text=dialect.schema),
        element("schemaversion", text=dialect.version),
        *_rights(document),
    )
    return element(
        "manifest",
        about,
        element("organizations"),
        element("resources", *resources),
        identifier="package",
    )


def _rights(document: Document) -> list[ET.Element]:
    """Return the sources as the package's rights, in the IEEE's terms for learning objects."""
    told = "\n".join(as_lines(sources(document)))
    if not told:
        return []
    words = element("string", text=told, language=document.meta.lang)
    return [element("lom", element("rights", element("description", words)), xmlns=_LOM)]


def _zipped(files: dict[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, date_time=_DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return whole.getvalue()

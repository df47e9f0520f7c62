"""The editions as nbconvert's exporters: for ``jupyter nbconvert --to`` and JupyterLab's menu."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import traitlets as t
from nbconvert.exporters.exporter import Exporter

from kholapath.errors import ExportError

from .pipeline import document_of
from .registry import edition

if TYPE_CHECKING:
    from nbformat import NotebookNode


class LessonExporter(Exporter):
    """A thin exporter: the notebook's Document, set by one edition.

    A notebook without outputs is run first.
    """

    edition: ClassVar[str]
    # nbconvert names a file after its notebook: of two of one type, one would overwrite the other
    second_of_its_type: ClassVar[bool] = False

    def __init__(self, config: Any = None, **kwargs: Any) -> None:
        super().__init__(config=config, **kwargs)  # type: ignore[no-untyped-call]
        try:
            made = edition(self.edition)
        except ExportError:  # Jupyter makes one of each to list them: said when it is used
            return
        own = f".{self.edition}" if self.second_of_its_type else ""
        self.file_extension = f"{own}.{made.extension}"
        self.output_mimetype = made.mimetype

    def from_notebook_node(  # type: ignore[override]  # every exporter returns text or bytes
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **kwargs: Any
    ) -> tuple[str | bytes, dict[str, Any]]:
        """Return the file (text of a text type, else bytes) and nbconvert's resources."""
        nb, resources = super().from_notebook_node(nb, resources, **kwargs)
        made = edition(self.edition).make(document_of(nb, _path(resources)))
        text = self.output_mimetype.startswith("text/")
        return made.decode() if text else made, resources


def _path(resources: dict[str, Any]) -> Path:
    """Return where nbconvert says that the notebook lies."""
    told = resources.get("metadata", {})
    return Path(told.get("path") or ".") / f"{told.get('name') or 'notebook'}.ipynb"


class LessonHTMLExporter(LessonExporter):
    """One offline file, with everything that moves."""

    edition = "page"
    export_from_notebook = t.Unicode("Lesson: offline page (HTML)")


class LessonPDFExporter(LessonExporter):
    """The lesson on paper, without answers."""

    edition = "handout"
    export_from_notebook = t.Unicode("Lesson: handout (PDF)")


class LessonKeyExporter(LessonExporter):
    """The answers to the handout."""

    edition = "key"
    second_of_its_type = True
    export_from_notebook = t.Unicode("Lesson: answer key (PDF)")


class LessonMoodleExporter(LessonExporter):
    """The questions for Moodle's question bank."""

    edition = "moodle"
    export_from_notebook = t.Unicode("Lesson: questions for Moodle (XML)")


class LessonGIFTExporter(LessonExporter):
    """The questions as plain text."""

    edition = "gift"
    export_from_notebook = t.Unicode("Lesson: questions as text (GIFT)")


class LessonQTIExporter(LessonExporter):
    """The questions as a package of QTI 2.1."""

    edition = "qti"
    export_from_notebook = t.Unicode("Lesson: questions as a package (QTI 2.1)")


class LessonQTI3Exporter(LessonExporter):
    """The questions as a package of QTI 3.0."""

    edition = "qti3"
    second_of_its_type = True
    export_from_notebook = t.Unicode("Lesson: questions as a package (QTI 3.0)")

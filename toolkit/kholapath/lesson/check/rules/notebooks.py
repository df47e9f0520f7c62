"""What every notebook of a lesson must be, whatever it teaches."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from kholapath.lesson.check.registry import Found, Place, rule
from kholapath.lesson.check.subject import Subject
from kholapath.lesson.check.text import headings, tokens

TAGS = frozenset(
    {"setup", "dek", "objectives", "questions", "key-points", "challenge", "solution", "instructor"}
    | {"evidence-for", "evidence-against", "sources", "exit-ticket", "hide-code"}
    | {"raises-exception"}  # nbclient's own: an error that the lesson shows on purpose
)
_INSTALL = re.compile(r"^\s*[!%]\s*(?:pip|conda|mamba|uv)\b[^\n]*\binstall\b", re.MULTILINE)


@rule("notebook-unreadable", "A lesson is a Jupyter notebook of format 4.5.")
def unreadable(lesson: Subject) -> Iterator[Found]:
    """A notebook that is none."""
    for path, problem in lesson.unreadable:
        yield Place(path), problem.removeprefix(f"{path} ")


@rule("metadata", "Write it in the notebook's metadata, under 'kholapath'.")
def metadata(lesson: Subject) -> Iterator[Found]:
    """The lesson, its language and its title stand in the notebook, and agree with its name."""
    for lang, nb in lesson.notebooks.items():
        wanted = {"lesson": lesson.selected.folder.name, "lang": lang}
        for field, value in wanted.items():
            given = nb.metadata.get(field)
            if value and given != value:
                yield Place(nb.path), f"The metadata's {field} is {given!r}, not {value!r}."
        if not nb.metadata.get("title"):
            yield Place(nb.path), "The metadata names no title."


@rule("unknown-tag", f"The tags are {', '.join(sorted(TAGS))}.")
def unknown_tag(lesson: Subject) -> Iterator[Found]:
    """A tag that no edition knows would be lost silently."""
    for nb, cell in lesson.cells:
        for tag in sorted(cell.tags - TAGS):
            yield Place(nb.path, cell), f"The tag {tag!r} is unknown."


@rule("outputs-committed", "Clear it: in JupyterLab, Edit > Clear Outputs of All Cells.")
def outputs_committed(lesson: Subject) -> Iterator[Found]:
    """Outputs grow old, and hide what changed."""
    for nb, cell in lesson.cells:
        if cell.kind == "code" and cell.outputs:
            yield Place(nb.path, cell), "This cell is saved with its output."


@rule("heading-skipped", "Use the next level, so that a listener can follow the outline.")
def heading_skipped(lesson: Subject) -> Iterator[Found]:
    """Levels go down one step at a time."""
    for nb in lesson.notebooks.values():
        above = 0
        for cell in nb.cells:
            if cell.kind != "markdown":
                continue
            for level, words in headings(cell.source):
                if level > above + 1:
                    said = (
                        f"a level {level} heading follows level {above}" if above else "the first"
                    )
                    yield (
                        Place(nb.path, cell),
                        f"The heading {words!r} skips a level: {said}"
                        + ("." if above else f" heading has level {level}."),
                    )
                above = level


@rule("dollars-as-math", "Write the word: 2 dollars.")
def dollars_as_math(lesson: Subject) -> Iterator[Found]:
    r"""JupyterLab takes what stands between two dollar signs for math, ``\$`` or not."""
    for nb, cell in lesson.cells:
        if cell.kind != "markdown":
            continue
        for block in tokens(cell.source):
            words = re.sub(r"`[^`]*`", "", block.content) if block.type == "inline" else ""
            if "\\$" in words and words.count("$") > 1:
                said = words[words.index("\\$") :][:24]
                yield Place(nb.path, cell), f"JupyterLab shows a part of {said!r} as math."


@rule("pip-install", "Remove it: what a lesson needs is a dependency of kholapath.")
def pip_install(lesson: Subject) -> Iterator[Found]:
    """An installation in a lesson fails offline, and changes the learner's machine."""
    for nb, cell in lesson.cells:
        if cell.kind == "code" and _INSTALL.search(cell.source):
            yield Place(nb.path, cell), "This cell installs packages."


@rule("code-syntax", "Mend it: run the cell.")
def code_syntax(lesson: Subject) -> Iterator[Found]:
    """Code that is no Python; IPython's own lines aside."""
    for nb, cell in lesson.cells:
        if cell.kind != "code" or re.search(r"^\s*[!%?]", cell.source, re.MULTILINE):
            continue
        try:
            ast.parse(cell.source)
        except (SyntaxError, ValueError) as error:
            yield Place(nb.path, cell), f"The code is not Python: {error}."

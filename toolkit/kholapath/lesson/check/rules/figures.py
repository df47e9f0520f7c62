"""Pictures that can be heard, and numbers that say where they come from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kholapath.lesson.check.registry import Found, Place, rule
from kholapath.lesson.check.subject import Subject
from kholapath.lesson.check.text import calls, inlines, name_of, tokens
from kholapath_widgets._shared.locale import latin_digits

_IMG = re.compile(r"<img\b(?![^>]*\balt\s*=\s*[\"'][^\"']+[\"'])[^>]*>", re.IGNORECASE)


@rule("image-without-alt", "Say what it shows: ![words](file).")
def image_without_alt(lesson: Subject) -> Iterator[Found]:
    """A picture without words says nothing to a listener."""
    for nb, cell in lesson.cells:
        if cell.kind != "markdown":
            continue
        bare = any(
            part.type == "image" and not part.content.strip() for part in inlines(cell.source)
        )
        if bare or _IMG.search(cell.source):
            yield Place(nb.path, cell), "A picture has no description."


@rule("chart-without-description", "Add description=… (its alt text).")
def chart_without_description(lesson: Subject) -> Iterator[Found]:
    """Each chart drawn in a cell has its alt text there."""
    for nb, cell in lesson.cells:
        if cell.kind != "code":
            continue
        made = calls(cell.source)
        drawn = sum(name_of(call) in {"Chart", "Explorable"} for call in made)
        told = sum(any(k.arg == "description" for k in call.keywords) for call in made)
        if drawn and not told:
            yield Place(nb.path, cell), "A chart has no description."


@rule("explorable", "Mend the function that makes it.")
def explorable(lesson: Subject) -> Iterator[Found]:
    """Each explorable can be made, and speaks every language."""
    from kholapath.errors import KholapathError
    from kholapath.lesson.explorables import explorables_file, explorables_in

    file = explorables_file(lesson.selected.folder)
    try:
        made = explorables_in(lesson.selected.folder)
    except KholapathError as error:
        yield Place(file), str(error).removeprefix(f"{file} ")
        return
    for name, make in made.items():
        try:
            texts = make(lesson.data.frame).texts
        except Exception as error:  # noqa: BLE001 - an author's code may raise anything
            yield Place(file), f"{name!r} cannot be made: {type(error).__name__}: {error}."
            continue
        for field, words in texts.items():
            for lang in sorted(lesson.languages - set(words)) if isinstance(words, dict) else ():
                yield Place(file), f"{name!r} has no {field} in {lang!r}."


# Cells whose numbers are exercises, or are told elsewhere with their source.
_EXEMPT = frozenset(
    {
        "setup",
        "challenge",
        "solution",
        "instructor",
        "sources",
        "key-points",
        "exit-ticket",
        "objectives",
    }
)
_SOURCED = re.compile(r"\[\^[^\]]+\]|\]\(|\b(?:source|sources)\b|উৎস|সূত্র", re.IGNORECASE)
_NOT_PROSE = re.compile(r"`[^`]*`|(?<!\\)\$[^$\n]+(?<!\\)\$(?!\d)|<[^>]+>")
_UNIT = (
    r"\s*(?:%|percent|per cent|million|billion|trillion|thousand|hours?|dollars?|times"
    r"|শতাংশ|হাজার|লাখ|কোটি|মিলিয়ন|বিলিয়ন|ট্রিলিয়ন|জিপিইউ-ঘণ্টা|ঘণ্টা|ডলার|গুণ)"
)
_NUMBER = r"[0-9](?:[0-9,]*[0-9])?(?:\.[0-9]+)?"
# a number with a currency or unit; or a large one that is no year and no part of a name
_FIGURE = re.compile(
    rf"\\?\$\s?{_NUMBER}|(?<![\w.\-]){_NUMBER}{_UNIT}"
    r"|(?<![\w.\-,])(?!(?:19|20)[0-9]{2}(?![0-9]|[,.][0-9]))(?:[0-9]{1,3}(?:,[0-9]{2,3})+|[0-9]{3,})(?![\w\-])"
)


@rule("uncited-number", "Cite it in the same paragraph: a footnote [^name] or a link.")
def uncited_number(lesson: Subject) -> Iterator[Found]:
    """A figure without its source is hearsay."""
    for nb, cell in lesson.cells:
        if cell.kind == "markdown" and not cell.tags & _EXEMPT:
            for figure in uncited(cell.source):
                yield Place(nb.path, cell), f"The number {figure!r} has no source."


def uncited(source: str) -> Iterator[str]:
    """Yield the first figure of each block of prose that cites nothing."""
    for words in _blocks(source):
        if not _SOURCED.search(words):
            found = _FIGURE.search(latin_digits(_NOT_PROSE.sub("", words)))
            if found:
                yield found[0].strip()


def _blocks(source: str) -> Iterator[str]:
    """Yield each top-level paragraph, list, quotation or table as written; a table with the line after it."""
    lines = source.splitlines()
    tops = [t for t in tokens(source) if t.level == 0 and t.map and t.type not in _SKIPPED]
    for block in tops:
        start, end = block.map or (0, 0)
        if block.type == "table_open":  # its source stands below it
            after = next((t for t in tops if t.map and t.map[0] >= end), None)
            end = after.map[1] if after and after.map else end
        yield "\n".join(lines[start:end])


_SKIPPED = frozenset({"heading_open", "fence", "code_block", "html_block", "hr"})


_DEFINED = re.compile(r"^\[\^([^\]]+)\]:", re.MULTILINE)
_REFERRED = re.compile(r"\[\^([^\]]+)\](?!:)")


@rule("footnote-undefined", "Define it in the same cell: [^name]: where it comes from.")
def footnote_undefined(lesson: Subject) -> Iterator[Found]:
    """A footnote that is referred to is there."""
    for nb in lesson.notebooks.values():
        defined = set(_DEFINED.findall("\n".join(c.source for c in nb.cells)))
        for cell in nb.cells:
            if cell.kind == "markdown":
                for name in dict.fromkeys(_REFERRED.findall(cell.source)):
                    if name not in defined:
                        yield Place(nb.path, cell), f"The footnote {name!r} is nowhere defined."

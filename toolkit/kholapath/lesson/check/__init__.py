"""Tell an author what a lesson lacks: named rules, each a small function in ``rules/``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from kholapath.lesson.check.registry import RULES, Finding, Rule
from kholapath.lesson.check.subject import Subject
from kholapath.lesson.select import select

Step = Callable[[str], None]


def all_rules() -> dict[str, Rule]:
    """Return every rule by its name: a module in ``rules/`` registers its own."""
    folder = Path(__file__).parent / "rules"
    for module in iter_modules([str(folder)]):
        import_module(f"{__name__}.rules.{module.name}")
    return RULES


def check(paths: Iterable[Path], *, started: Step | None = None) -> list[Finding]:
    """Check lessons.

    Parameters
    ----------
    paths
        Each a notebook, a lesson's folder, or a folder of lessons.
    started
        Called with each lesson's name when it is begun.

    Returns
    -------
    What they lack, by file and cell; nothing twice (a course is looked at with each of its
    lessons).

    Raises
    ------
    CourseError
        If a path holds no lesson, or course.yaml cannot be read.
    """
    known = all_rules().values()
    found: dict[Finding, None] = {}
    for selected in [lesson for path in paths for lesson in select(path)]:
        if started:
            started(selected.folder.name)
        subject = Subject(selected)
        found |= dict.fromkeys(f for rule in known for f in rule.findings(subject))
    return sorted(found, key=lambda f: (str(f.file), f.cell or 0))

"""``kholapath progress``: what a learner can do with the answers kept on this machine."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar

import click

P = ParamSpec("P")
R = TypeVar("R")


def examples(*lines: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Put examples, a line each, at the end of a command's help."""

    def add(function: Callable[P, R]) -> Callable[P, R]:
        listed = "\n".join(f"    {line}" for line in lines)
        function.__doc__ = f"{function.__doc__}\n\n    \b\n    Examples:\n{listed}\n"
        return function

    return add


@click.group()
def progress() -> None:
    """Your answers: kept on this machine only, and carried by a file or a code."""


@progress.command()
@click.option("--json", "as_json", is_flag=True, help="For machines.")
@examples("kholapath progress show", "kholapath progress show --json")
def show(*, as_json: bool) -> None:
    """Show how far you are in each lesson, and where your answers lie."""
    from kholapath.progress import Progress

    store = Progress()
    answers = store.answers()
    lessons = {
        lesson: {
            "answered": sum(
                a.lesson == lesson and a.record.get("attempts", 0) > 0 for a in answers
            ),
            "right": sum(a.lesson == lesson and _right(a.record) for a in answers),
            "last": max(a.updated for a in answers if a.lesson == lesson),
        }
        for lesson in sorted({a.lesson for a in answers})
    }
    if as_json:
        click.echo(json.dumps({"store": str(store.path), "lessons": lessons}, indent=2))
        return
    width = max(map(len, lessons), default=0)
    for lesson, row in lessons.items():
        said = f"{row['answered']} answered, {row['right']} right; last on {str(row['last'])[:10]}"
        click.echo(f"{lesson:<{width}}  {said}")
    click.echo(f"{'Kept' if lessons else 'No answers yet; they will be kept'} in {store.path}")


def _right(record: dict[str, object]) -> bool:
    result = record.get("result")
    return isinstance(result, dict) and result.get("correct") is True


@progress.command("export")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--lesson", help="Only this lesson's answers.")
@examples("kholapath progress export answers.json")
def export_(file: Path, lesson: str | None) -> None:
    """Write your answers to FILE (JSON), to take them to another machine."""
    from kholapath.output import write_whole
    from kholapath.progress import Progress
    from kholapath.resume import write_file

    click.echo(write_whole(file, write_file(Progress(), lesson)))


@progress.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@examples("kholapath progress import answers.json")
def import_(file: Path) -> None:
    """Take in the answers of FILE; of two to one question the newer stays."""
    from kholapath.progress import Progress
    from kholapath.resume import merge_file

    merged = merge_file(Progress(), file.read_bytes(), str(file))
    click.echo(
        f"{merged.added} added, {merged.replaced} replaced, {merged.left} left out as older."
    )


@progress.command()
@click.argument("lesson")
@examples("kholapath progress code 03-the-price-of-a-model")
def code(lesson: str) -> None:
    """Print a code that brings the answers of LESSON back, with `lesson.resume` or on its page."""
    from kholapath.errors import LessonNotFound, near
    from kholapath.progress import Progress
    from kholapath.resume import write_code

    store = Progress()
    answers = store.answers(lesson)
    if not answers:
        known = dict.fromkeys(a.lesson for a in store.answers())
        raise LessonNotFound(f"There are no answers to {lesson!r} yet. {near(lesson, known)}")
    click.echo(write_code(lesson, answers))


@progress.command()
@click.argument("code")
@examples("kholapath progress resume KP1.eNqrVspJ...")
def resume(code: str) -> None:
    """Bring back the answers that CODE holds; they replace those kept here."""
    from kholapath.progress import Progress
    from kholapath.resume import read_code

    lesson, answers = read_code(code)
    Progress().save_all(answers, [])
    click.echo(f"{lesson}: {len(answers)} answers are back.")


@progress.command()
@click.argument("lesson", required=False)
@click.option("--yes", is_flag=True, help="Do not ask.")
@examples("kholapath progress forget 03-the-price-of-a-model", "kholapath progress forget --yes")
def forget(lesson: str | None, *, yes: bool) -> None:
    """Erase your answers to LESSON, or all of them; they cannot be had back."""
    from kholapath.progress import Progress

    if not yes:
        click.confirm(
            f"Erase {f'your answers to {lesson}' if lesson else 'all answers'}?", abort=True
        )
    click.echo(f"{Progress().forget(lesson)} answers erased.")

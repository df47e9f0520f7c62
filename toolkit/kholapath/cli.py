"""The command line. What a command needs is imported by that command: ``list`` answers at once."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from kholapath.cli_import import import_
from kholapath.cli_log import warnings_as_lines
from kholapath.cli_progress import examples, progress
from kholapath.errors import KholapathError


class _Commands(click.Group):
    """Prints an expected error as its sentence and ends with 1; click's own for wrong use is 2."""

    def invoke(self, ctx: click.Context) -> Any:
        from kholapath_widgets import WidgetError

        try:
            with warnings_as_lines():
                return super().invoke(ctx)
        except (KholapathError, WidgetError) as error:
            raise click.ClickException(str(error)) from None


_PATH = click.Path(exists=True, path_type=Path)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="kholapath")
def main() -> None:
    """Open lessons for open AI: live, as a page, on paper; in English and Bengali."""


@main.command("list")
@click.option("--json", "as_json", is_flag=True, help="For machines.")
@examples("kholapath list", "kholapath list --json")
def list_(*, as_json: bool) -> None:
    """List the lessons: name, minutes, languages and titles."""
    from kholapath.lesson.course import find_course, listing

    lessons = listing(find_course())
    if as_json:
        click.echo(json.dumps(lessons, ensure_ascii=False, indent=2))
        return
    width = max((len(lesson["slug"]) for lesson in lessons), default=0)
    click.echo(f"{'LESSON':<{width}}  MIN  LANGUAGE  TITLE")
    for lesson in lessons:
        first = [f"{lesson['slug']:<{width}}  {lesson['minutes']:>3}"]
        for lang in lesson["notebooks"]:
            left = first.pop() if first else " " * (width + 5)
            title = lesson["title"].get(lang) or next(iter(lesson["title"].values()))
            click.echo(f"{left}  {lang:<8}  {title}")


@main.command("open")
@click.argument("lesson", required=False)
@click.option("--lang", default="en", show_default=True, help="The language to open it in.")
@click.option("--no-browser", is_flag=True, help="Only print the URL.")
@examples("kholapath open", "kholapath open 3 --lang bn", "kholapath open --no-browser")
def open_(lesson: str | None, lang: str, *, no_browser: bool) -> None:
    """Open a lesson in JupyterLab; the first one there is, if none is named.

    LESSON is its name, the start of it, or its number. A lesson that is installed, or that you
    may not write, is copied to ~/kholapath first; what you have written there stays.
    """
    from kholapath.lesson import open as opening
    from kholapath.lesson.course import find_course

    source = opening.notebook_of(find_course().find(lesson), lang)
    notebook = opening.writable(source)
    if notebook != source:
        click.echo(f"Your copy: {notebook}", err=True)
    opening.start_lab(opening.lab_arguments(notebook, browser=not no_browser))


@main.command()
@click.argument("paths", nargs=-1, type=_PATH)
@click.option("--json", "as_json", is_flag=True, help="For machines.")
@examples(
    "kholapath check", "kholapath check lessons/03-the-price-of-a-model", "kholapath check --json"
)
def check(paths: tuple[Path, ...], *, as_json: bool) -> None:
    """Tell what lessons lack: translations, sources, feedback, solutions ...

    PATHS are notebooks, lesson folders or folders of lessons; the whole course if there are none.
    Ends with 1 if anything is found.
    """
    from kholapath.lesson.check import check as look
    from kholapath.lesson.course import find_course

    chosen = list(paths) or [find_course().folder]
    findings = look(chosen, started=_say)
    if as_json:
        found = [finding.to_json() for finding in findings]
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        for finding in findings:
            click.echo(finding)
        click.echo(f"{len(findings) or 'No'} finding{'s' * (len(findings) != 1)}.", err=True)
    sys.exit(1 if findings else 0)


@main.command()
@click.argument("paths", nargs=-1, type=_PATH, required=True)
@click.option("--to", "editions", required=True, help="Editions, as page,handout,key.")
@click.option("--lang", "langs", default="", help="Languages, as en,bn; all of them by default.")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="A folder."
)
@click.option(
    "--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True, help="For PDF."
)
@click.option("--variant", default="", help="A letter, A to Z: another order of the questions.")
@examples(
    "kholapath export lessons --to page,handout,key --lang en,bn --out OUT",
    "kholapath export lessons --to handout,key --variant B --out OUT",
    "kholapath export lessons/03-the-price-of-a-model/lesson.bn.ipynb --to page --out .",
)
def export(paths: tuple[Path, ...], editions: str, langs: str, out: Path, **options: str) -> None:
    """Make editions of lessons: LESSON.LANG.EDITION.EXT in the folder OUT.

    PATHS are notebooks, lesson folders or folders of lessons. A notebook without outputs is run.
    A variant is LESSON-B…; its handout and its key are of one order.
    """
    from kholapath.editions.pipeline import export as make
    from kholapath.editions.registry import editions as known

    names = _names(editions)
    unknown = [name for name in names if name not in known()]
    if unknown or not names:
        raise click.BadParameter(
            f"no edition {', '.join(unknown)!r}; there are {', '.join(known())}.", param_hint="--to"
        )
    with _progress() as step:
        for path in paths:
            wanted = _names(langs) or None
            for file in make(path, names, out, langs=wanted, progress=step, **options):
                click.echo(file)


@main.command()
@click.argument("slug")
@examples("kholapath new 04-who-builds-on-whom")
def new(slug: str) -> None:
    """Start a lesson: a notebook in each language and its questions, listed in course.yaml.

    SLUG is the lesson's number in two digits and its name. `kholapath check` then tells what is
    to be written.
    """
    from kholapath.lesson.course import find_course
    from kholapath.lesson.scaffold import new_lesson

    for file in new_lesson(find_course(), slug):
        click.echo(file)


@main.command()
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="A folder."
)
@click.option("--lang", "langs", default="", help="Languages, as en,bn; all of them by default.")
@examples("kholapath gallery --out OUT", "kholapath gallery --out OUT --lang bn")
def gallery(out: Path, langs: str) -> None:
    """Make the gallery: every question type and widget by its example, in every edition.

    Prints what each edition holds of each, and what it leaves out and why.
    """
    from kholapath import gallery as made
    from kholapath.editions.pipeline import prepare, write
    from kholapath.editions.registry import editions as known

    wanted = _names(langs) or list(made.LANGUAGES)
    made.write_notebooks(out, wanted)
    with _progress() as step:
        for prepared in prepare(out / made.NAME, langs=wanted, progress=step):
            for file in write(prepared, list(known()), out):
                click.echo(file)
        table = made.matrix(prepared.document, step)
    click.echo(made.as_text(table))


def _names(text: str) -> list[str]:
    """Read a list as ``en,bn``, nothing twice."""
    return list(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))


def _say(text: str) -> None:
    if sys.stderr.isatty():
        click.echo(text, err=True)


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int], None] | None]:
    """Give a function that shows (what, done, of how many) on one line; None where nobody looks."""
    if not sys.stderr.isatty():
        yield None
        return

    def show(what: str, done: int, total: int) -> None:
        filled = 24 * done // max(total, 1)
        bar = "█" * filled + "░" * (24 - filled)
        click.echo(f"\r\x1b[2K{what}  {bar}  {done}/{total}", nl=False, err=True)

    try:
        yield show
    finally:
        click.echo("\r\x1b[2K", nl=False, err=True)


main.add_command(progress)
main.add_command(import_)

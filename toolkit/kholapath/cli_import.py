"""``kholapath import``: questions of other systems as items."""

from __future__ import annotations

from pathlib import Path

import click

from kholapath.cli_progress import examples


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The YAML file."
)
@click.option("--lang", default="en", show_default=True, help="The language of the questions.")
@click.option("--force", is_flag=True, help="Replace the file that is there.")
@examples(
    "kholapath import quiz.xml --out questions.yaml",
    "kholapath import quiz.gift --out questions.yaml --lang bn",
)
def import_(file: Path, out: Path, lang: str, *, force: bool) -> None:
    """Make items of the questions in FILE: Moodle XML (.xml) or GIFT (.gift, .txt).

    What cannot be read is told by question and reason; the rest is written whole to OUT.
    """
    from kholapath.editions._lms.importing import as_yaml, import_items
    from kholapath.output import write_whole

    if out.exists() and not force:
        raise click.BadParameter(
            f"{out} is there already; --force replaces it.", param_hint="--out"
        )
    items = import_items(file, lang)
    write_whole(out, as_yaml(items))
    click.echo(f"{len(items)} question{'s' * (len(items) != 1)}: {out}")

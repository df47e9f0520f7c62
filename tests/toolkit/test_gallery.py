"""The gallery: every example there is, in every edition, and no gap without its reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from kholapath.cli import main
from kholapath.editions.registry import editions
from kholapath.gallery import Held, as_text, notebook
from kholapath_widgets import WidgetError
from kholapath_widgets.examples import example, example_names
from kholapath_widgets.question.types import item_types


def test_every_type_and_widget_has_its_example_in_both_languages() -> None:
    assert set(item_types()) < set(example_names())
    for name in example_names():
        for lang in ("en", "bn"):
            form = example(name, lang).print_form()
            assert form["lang"] == lang, name


def test_an_example_that_is_not_there_is_a_sentence() -> None:
    with pytest.raises(WidgetError, match="Did you mean 'choice'"):
        example("choise")


def test_the_languages_have_the_same_cells() -> None:
    ids = [[cell["id"] for cell in notebook(lang)["cells"]] for lang in ("en", "bn")]
    assert ids[0] == ids[1]


def test_the_command_makes_every_edition_and_prints_the_matrix(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["gallery", "--out", str(tmp_path), "--lang", "bn"])
    assert result.exit_code == 0, result.output
    for edition in editions().values():
        assert (tmp_path / f"gallery.bn.{edition.name}.{edition.extension}").stat().st_size
    rows = {line.split()[0]: line.split()[1:] for line in result.stdout.splitlines() if line}
    for name in example_names():
        assert len(rows[name]) == len(editions()), name


def test_what_is_left_out_is_said(tmp_path: Path) -> None:
    table = {"choice": {"page": Held("yes"), "gift": Held("1", ("hints: no place for them",))}}
    assert as_text(table).splitlines() == [
        "EXAMPLE  page  gift",
        "choice   yes   1",
        "",
        "choice, gift: hints: no place for them",
    ]


def test_another_language_is_a_sentence(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["gallery", "--out", str(tmp_path), "--lang", "fr"])
    assert result.exit_code == 1
    assert "no gallery in 'fr'" in result.output

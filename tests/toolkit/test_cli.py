"""The command line: what it prints, how it ends, and that a fault is never a traceback."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from click.testing import CliRunner, Result
from sample_course import SLUG, SampleCourse

import kholapath
from kholapath.cli import main
from kholapath.errors import OutputError
from kholapath.output import write_whole


def run(*arguments: str | Path, ends: int = 0) -> Result:
    result = CliRunner().invoke(main, [str(a) for a in arguments], catch_exceptions=False)
    assert result.exit_code == ends, result.output
    assert "Traceback" not in result.output
    return result


def commands() -> list[list[str]]:
    found = []
    for name, command in main.commands.items():
        inner: dict[str, Any] = getattr(command, "commands", {})
        found += [[name, other] for other in inner] or [[name]]
    return found


@pytest.mark.parametrize("command", commands(), ids=" ".join)
def test_every_command_has_help_with_an_example(command: list[str]) -> None:
    assert f"  kholapath {' '.join(command)}" in run(*command, "--help").output


def test_an_unknown_command_is_wrong_use() -> None:
    run("lsit", ends=2)
    run("check", "no/such/folder", ends=2)


class TestList:
    def test_it_shows_every_language(self, course: SampleCourse) -> None:
        assert run("list").output.splitlines() == [
            "LESSON   MIN  LANGUAGE  TITLE",
            "01-sums   10  en        Two and two",
            "              bn        দুই আর দুই",
        ]

    def test_it_is_json_for_machines(self, course: SampleCourse) -> None:
        assert json.loads(run("list", "--json").output)[0]["slug"] == SLUG

    def test_a_broken_course_is_a_sentence(self, course: SampleCourse) -> None:
        course.write("course.yaml", "title: [")
        assert "course.yaml: this is not valid YAML at line" in run("list", ends=1).output

    def test_it_loads_nothing_heavy(self, course: SampleCourse) -> None:
        code = (
            "import sys; from kholapath.cli import main; main(['list'], standalone_mode=False);"
            "print(sorted({'altair', 'pandas', 'nbconvert', 'anywidget', 'jupyterlab'} & set(sys.modules)))"
        )
        done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
        assert done.stdout.decode().splitlines()[-1] == "[]"


class TestCheck:
    def test_a_lesson_without_fault_ends_with_0(self, course: SampleCourse) -> None:
        assert run("check").stderr == "No findings.\n"

    def test_a_finding_ends_with_1_and_is_json_for_machines(self, course: SampleCourse) -> None:
        course.edit_cell("aims", "- One")
        result = run("check", SLUG, ends=1)
        assert f"{SLUG}/lesson.bn.ipynb, cell 3 (id aims)" in result.stdout
        assert result.stderr == "2 findings.\n"
        assert len(json.loads(run("check", "--json", ends=1).stdout)) == 2

    def test_a_folder_without_lessons_is_a_sentence(self, tmp_path: Path) -> None:
        assert "holds no lesson" in run("check", tmp_path, ends=1).output


class TestOpen:
    def test_it_starts_the_notebook_in_its_language(
        self, course: SampleCourse, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        started: list[list[str]] = []
        monkeypatch.setattr("kholapath.lesson.open.start_lab", started.append)
        run("open", "--lang", "bn", "--no-browser")
        assert started[0][1:] == [
            f"--LabApp.default_url=/lab/tree/{SLUG}/lesson.bn.ipynb",
            "--no-browser",
        ]

    def test_another_lesson_is_a_sentence(self, course: SampleCourse) -> None:
        assert "no lesson '9'. There are: 01-sums" in run("open", "9", ends=1).output

    def test_without_jupyterlab_it_says_how_to_get_it(
        self, course: SampleCourse, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, "jupyterlab.labapp", None)
        assert "pip install 'kholapath[lab]'" in run("open", ends=1).output


class TestExport:
    """What is made is the editions' matter; here, how it is asked for."""

    @pytest.fixture
    def made(self, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
        calls: list[Any] = []
        pipeline, registry = ModuleType("pipeline"), ModuleType("registry")

        def export(path: Path, names: list[str], out: Path, **options: Any) -> list[Path]:
            calls.append((path, names, options["langs"]))
            return [write_whole(out / "x.html", b"")]

        vars(pipeline)["export"] = export
        vars(registry)["editions"] = lambda: dict.fromkeys(["page", "key"], SimpleNamespace())
        monkeypatch.setitem(sys.modules, "kholapath.editions.pipeline", pipeline)
        monkeypatch.setitem(sys.modules, "kholapath.editions.registry", registry)
        return calls

    def test_editions_and_languages_are_lists(self, course: SampleCourse, made: list[Any]) -> None:
        result = run("export", SLUG, "--to", "page,key,page", "--lang", "en, bn", "--out", "OUT")
        assert made == [(Path(SLUG), ["page", "key"], ["en", "bn"])]
        assert result.stdout == f"{Path('OUT') / 'x.html'}\n"

    def test_an_unknown_edition_is_wrong_use(self, course: SampleCourse, made: list[Any]) -> None:
        result = run("export", SLUG, "--to", "page,pgae", "--out", "OUT", ends=2)
        assert "no edition 'pgae'; there are page, key" in result.output
        assert not made

    def test_an_unwritable_folder_is_a_sentence(
        self, course: SampleCourse, made: list[Any]
    ) -> None:
        (course.folder / "OUT").write_text("")
        result = run("export", SLUG, "--to", "page", "--out", "OUT/in", ends=1)
        assert "cannot be written" in result.output


class TestNew:
    def test_it_lacks_only_its_words(self, course: SampleCourse) -> None:
        run("new", "02-more-sums")
        found = json.loads(run("check", "--json", ends=1).stdout)
        assert {finding["rule"] for finding in found} == {"to-write"}
        assert "02-more-sums" in run("list").output

    def test_course_yaml_keeps_its_comments(self, course: SampleCourse) -> None:
        course.change(
            "course.yaml", "    minutes: 10", "    minutes: 10 # short\n# the end\nurl: u"
        )
        run("new", "02-more")
        lines = (course.folder / "course.yaml").read_text("utf-8").splitlines()
        assert lines[-3:] == ["    minutes: 45", "# the end", "url: u"]

    def test_its_notebook_runs(self, course: SampleCourse) -> None:
        run("new", "02-more")
        assert kholapath.open_lesson("02-more").ask("first").mark("right").correct

    @pytest.mark.parametrize("slug", ["more", "2-more", "02-More", "../02-more", "02-"])
    def test_a_name_that_is_none_is_a_sentence(self, course: SampleCourse, slug: str) -> None:
        assert "is no lesson's name" in run("new", slug, ends=1).output

    def test_what_is_there_is_left_alone(self, course: SampleCourse) -> None:
        before = (course.folder / "course.yaml").read_bytes()
        assert "is there already" in run("new", SLUG, ends=1).output
        assert (course.folder / "course.yaml").read_bytes() == before


class TestProgress:
    @pytest.fixture
    def answered(self, course: SampleCourse) -> kholapath.Lesson:
        lesson = kholapath.open_lesson(SLUG)
        lesson.ask("total").submit("4")
        lesson.ask("pick").submit("three")
        return lesson

    def test_show(self, answered: kholapath.Lesson, own_store: Path) -> None:
        assert f"{SLUG}  2 answered, 1 right" in run("progress", "show").output
        shown = json.loads(run("progress", "show", "--json").output)
        assert shown["store"] == str(own_store)

    def test_show_without_answers(self, own_store: Path) -> None:
        assert (
            run("progress", "show").output == f"No answers yet; they will be kept in {own_store}\n"
        )

    def test_a_file_brings_them_back(self, answered: kholapath.Lesson, tmp_path: Path) -> None:
        run("progress", "export", tmp_path / "mine.json")
        assert run("progress", "forget", "--yes").output == "2 answers erased.\n"
        result = run("progress", "import", tmp_path / "mine.json")
        assert result.output == "2 added, 0 replaced, 0 left out as older.\n"
        assert kholapath.open_lesson(SLUG).ask("total").value == "4"

    def test_a_code_brings_them_back(self, answered: kholapath.Lesson) -> None:
        code = run("progress", "code", SLUG).output.strip()
        assert code == answered.code()
        run("progress", "forget", SLUG, "--yes")
        assert run("progress", "resume", code).output == f"{SLUG}: 2 answers are back.\n"

    def test_forgetting_asks_first(self, answered: kholapath.Lesson) -> None:
        result = CliRunner().invoke(main, ["progress", "forget"], input="n\n")
        assert result.exit_code == 1
        assert "2 answered" in run("progress", "show").output

    def test_faults_are_sentences(self, course: SampleCourse, own_store: Path) -> None:
        assert "no answers to 'x' yet" in run("progress", "code", "x", ends=1).output
        assert "Copy it whole" in run("progress", "resume", "KP1.x", ends=1).output
        file = course.write("bad.json", "{}")
        assert "holds no kholapath progress" in run("progress", "import", file, ends=1).output
        own_store.parent.mkdir()
        own_store.write_bytes(b"no database" * 500)
        assert "Move it away" in run("progress", "show", ends=1).output


def test_a_file_that_cannot_be_written_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OutputError, match="No space left on device"):
        write_whole(tmp_path / "a.html", b"half")
    assert not list(tmp_path.iterdir())

"""The package's public face: every name is there, and importing it is light."""

from __future__ import annotations

import subprocess
import sys

import kholapath_widgets
from kholapath_widgets.question.types import item_types


def test_every_public_name_can_be_had() -> None:
    names = [
        name
        for name in kholapath_widgets.__all__
        if kholapath_widgets._HOME.get(name) != "explorable"
    ]
    assert all(getattr(kholapath_widgets, name) for name in names)
    assert dir(kholapath_widgets) == kholapath_widgets.__all__


def test_every_question_type_is_a_public_name() -> None:
    types = {kind.title().replace("_", "") for kind in item_types()}
    assert types <= set(kholapath_widgets.__all__)


def test_another_name_is_an_attribute_error() -> None:
    assert not hasattr(kholapath_widgets, "Chioce")


def test_importing_it_loads_nothing_heavy() -> None:
    code = (
        "import sys, kholapath_widgets\n"
        "print([m for m in ('pydantic', 'yaml', 'markdown_it', 'nh3', 'ipywidgets', 'altair') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

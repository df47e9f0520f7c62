"""XML from anywhere, read without entities, document types, the network, or great depth."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET
from xml.parsers import expat

_DEEPEST = 60


class XMLProblem(ValueError):  # noqa: N818 - becomes a QuestionsError, which has the name
    """What is wrong with the XML, as the end of a sentence."""


def read_xml(data: bytes) -> ET.Element:
    """Return the root of a document.

    Raises
    ------
    XMLProblem
        If it is not well-formed, has a document type or entities, or is nested too deeply.
    """
    tree, depth = ET.TreeBuilder(), 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise XMLProblem(f"its elements are nested more than {_DEEPEST} deep")
        tree.start(tag, attributes)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        tree.end(tag)

    def refuse(*_: Any) -> None:
        raise XMLProblem("it has a document type or entities, which no export needs")

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = tree.data
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat's own signature
    except expat.ExpatError as error:
        problem = expat.errors.messages[error.code]
        raise XMLProblem(f"it is not well-formed at line {error.lineno}: {problem}") from None
    except (LookupError, ValueError) as error:
        raise error if isinstance(error, XMLProblem) else XMLProblem(str(error)) from None
    return tree.close()

"""What differs between the versions of QTI: names of files and namespaces, and how a tree is put."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from xml.etree import ElementTree as ET

_QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_CP = "http://www.imsglobal.org/xsd/imscp_v1p1"
XSI = "http://www.w3.org/2001/XMLSchema-instance"


@dataclass(frozen=True)
class Dialect:
    """One version of QTI.

    Attributes
    ----------
    name
        As it ends a sentence.
    schema, version
        Of the package, as its manifest says.
    item_type, test_type
        Of the manifest's resources.
    namespaces, locations
        Of an item or a test, and of the manifest; and where their schemas are.
    put
        Turns a tree of QTI 2.1 into one of this version.
    """

    name: str
    schema: str
    version: str
    item_type: str
    test_type: str
    namespaces: tuple[str, str]
    locations: tuple[str, str]
    put: Callable[[ET.Element], ET.Element]

    def written(self, root: ET.Element, *, manifest: bool = False) -> bytes:
        """Return the file of an item, a test or a manifest."""
        tree = root if manifest else self.put(root)
        namespace, location = self.namespaces[manifest], self.locations[manifest]
        tree.attrib = {
            "xmlns": namespace,
            "xmlns:xsi": XSI,
            "xsi:schemaLocation": f"{namespace} {location}",
            **tree.attrib,
        }
        made: bytes = ET.tostring(tree, encoding="utf-8", xml_declaration=True)
        return made


QTI_2_1 = Dialect(
    name="QTI 2.1",
    schema="QTIv2.1 Package",
    version="1.0.0",
    item_type="imsqti_item_xmlv2p1",
    test_type="imsqti_test_xmlv2p1",
    namespaces=(_QTI, _CP),
    locations=(
        "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd",
        "http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd",
    ),
    put=lambda root: root,
)

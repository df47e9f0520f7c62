"""Pictures for Typst: every one as SVG, since files compiled from memory must be text."""

# ruff: noqa: PLR2004 - the numbers are the file formats' own

from __future__ import annotations

import base64
import binascii
import re
import struct

_DATA = re.compile(r"data:(image/[\w.+-]+);base64,(.+)", re.DOTALL)
_PX = 0.75  # points in a CSS pixel


def as_svg(mime: str, data: bytes) -> bytes | None:
    """Return a picture as SVG, or None if it is of no kind that can be printed."""
    if mime == "image/svg+xml":
        return data
    size = _size(data)
    if size is None:
        return None
    width, height = size
    body = base64.b64encode(data).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width * _PX}pt" height="{height * _PX}pt" viewBox="0 0 {width} {height}">'
        f'<image width="{width}" height="{height}" href="data:{mime};base64,{body}"/></svg>'
    ).encode()


def resolve(src: str, attachments: dict[str, dict[str, str]]) -> bytes | None:
    """Return the picture that Markdown's `src` names: an attachment or a data URI, never a request."""
    bundle = attachments.get(src.removeprefix("attachment:"))
    found = _DATA.fullmatch(src)
    if bundle:
        mime, body = next(iter(bundle.items()))
    elif found:
        mime, body = found.groups()
    else:
        return None
    try:
        return as_svg(mime, base64.b64decode(body))
    except (binascii.Error, ValueError):
        return None


def _size(data: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG, GIF or JPEG, from its own header."""
    if data[:8] == b"\x89PNG\r\n\x1a\n" and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    if data[:4] == b"GIF8" and len(data) >= 10:
        width, height = struct.unpack("<HH", data[6:10])
        return width, height
    return _jpeg_size(data) if data[:2] == b"\xff\xd8" else None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker, length = struct.unpack(">xBH", data[at : at + 4])
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return None

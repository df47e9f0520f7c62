"""The Jupyter Server extension: the lessons of the course, for JupyterLab's panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "kholapath.server"}]


def _load_jupyter_server_extension(server: ServerApp) -> None:
    pass

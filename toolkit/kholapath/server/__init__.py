"""The Jupyter Server extension: it lists the lessons and opens one, for JupyterLab."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "kholapath.server"}]


def _load_jupyter_server_extension(server: ServerApp) -> None:
    from kholapath.server.handlers import routes

    app = server.web_app
    app.add_handlers(".*$", routes(app.settings["base_url"]))  # type: ignore[no-untyped-call]

"""The name under which a widget tells an edition what to set on paper; apart, for it costs nothing."""

from __future__ import annotations

PRINT_MIME = "application/vnd.kholapath.print+json"

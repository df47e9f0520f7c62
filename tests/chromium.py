"""Where Chromium is on this machine."""

from __future__ import annotations

import shutil

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), "chromium")

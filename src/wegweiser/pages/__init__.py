"""A project's facts and a wording in; the Markdown pages of one language out."""

from __future__ import annotations

from wegweiser.pages.collect import pages
from wegweiser.pages.printer import Editions

__all__ = ["Editions", "pages"]

"""A catalogue, its graph and a wording in; what templates print out: text in the reader's language, or marked."""

from __future__ import annotations

from wegweiser.view.facts import ContactView, DutyView, Facts
from wegweiser.view.speech import Speech, relative_url

__all__ = ["ContactView", "DutyView", "Facts", "Speech", "relative_url"]

"""The sign of the site in; its pictures for devices and link previews are those that are kept."""

from __future__ import annotations

import runpy

import pytest

from builders import ROOT

SCRIPT = runpy.run_path(str(ROOT / "scripts" / "draw_icons.py"))
DRAWINGS: dict[str, tuple[str, int, int]] = SCRIPT["drawings"]()
LIMIT = 10_000
"""Bytes of a picture."""


@pytest.mark.parametrize("name", DRAWINGS)
def test_pictures_are_current(name: str) -> None:
    """Each was drawn from the sign as it is now, in the size that pages name, and is small."""
    svg, width, height = DRAWINGS[name]
    png = (SCRIPT["ASSETS"] / name).read_bytes()
    assert b"\x89PNG\r\n\x1a\n" == png[:8]
    assert (width, height) == (int.from_bytes(png[16:20]), int.from_bytes(png[20:24]))
    assert SCRIPT["digest"](svg) in png, "run `python scripts/draw_icons.py` and look at the pictures"
    assert len(png) <= LIMIT


def test_no_other_pictures() -> None:
    """Every picture is drawn from the sign."""
    assert sorted(DRAWINGS) == sorted(path.name for path in SCRIPT["ASSETS"].glob("*.png"))


def test_signs_of_a_maskable_icon_stay_whole() -> None:
    """Every point of the sign lies in the circle that no device cuts away."""
    middle, far = SCRIPT["SIDE"] / 2, (26, 28)
    reach = sum((point - middle) ** 2 for point in far) ** 0.5 / SCRIPT["SIDE"]
    assert reach * SCRIPT["SIZES"]["icon-maskable-512.png"][2] <= 0.4

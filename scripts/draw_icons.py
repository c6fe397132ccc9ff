"""Draws the icons of the web app and the picture of link previews from assets/favicon.svg.

They are kept in git, so that every machine publishes the same bytes and building the site needs no rasteriser. Run this
after a change of the sign; it needs `pip install resvg-py`. Each file remembers what it was drawn from, for the test.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Mapping
from pathlib import Path

from wegweiser.write import write

ASSETS = Path(__file__).resolve().parent.parent / "src" / "wegweiser" / "assets"
SIDE = 32
"""Width and height of the sign's drawing."""
KEYWORD = b"Drawing"
SIZES: Mapping[str, tuple[int, int, float]] = {
    "icon-192.png": (192, 192, 1),
    "icon-512.png": (512, 512, 1),
    "icon-maskable-512.png": (512, 512, 0.8),
    "apple-touch-icon.png": (180, 180, 0.9),
    "card.png": (1200, 630, 0.8),
}
"""File -> width, height and the sign's part of the height; below 1 the ground goes to the edges.

A device cuts a maskable icon as it likes, but leaves the circle that is 80 % as wide.
"""


def drawings() -> dict[str, tuple[str, int, int]]:
    """File -> the drawing as SVG, its width and its height in pixels."""
    source = (ASSETS / "favicon.svg").read_text(encoding="utf-8")
    ground, sign = re.findall(r"<rect[^>]*/>|(?<=/>)<path.*(?=</svg>)", source)
    made = {}
    for name, (width, height, part) in SIZES.items():
        scale = height * part / SIDE
        left, top = ((length - SIDE * scale) / 2 for length in (width, height))
        below = ground if part == 1 else ""
        edge = "" if part == 1 else re.sub(r' rx="\d+"', "", ground).replace(f'"{SIDE}"', '"100%"')
        place = f'<g transform="translate({left:g} {top:g}) scale({scale:g})">{below}{sign}</g>'
        frame = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
        made[name] = (f"{frame}{edge}{place}</svg>", width, height)
    return made


def digest(svg: str) -> bytes:
    """What a file remembers of its drawing."""
    return KEYWORD + b"\0" + hashlib.sha256(svg.encode()).hexdigest().encode()


def _remembering(png: bytes, text: bytes) -> bytes:
    """The PNG with a tEXt chunk behind its header (PNG, 11.3.3.3)."""
    body = b"tEXt" + text
    header = 8 + 4 + 4 + 13 + 4
    return png[:header] + len(text).to_bytes(4) + body + zlib.crc32(body).to_bytes(4) + png[header:]


def main() -> None:
    """Draw all."""
    from resvg_py import svg_to_bytes

    made = {
        name: _remembering(bytes(svg_to_bytes(svg_string=svg, skip_system_fonts=True)), digest(svg))
        for name, (svg, _, _) in drawings().items()
    }
    write(ASSETS, made)


if __name__ == "__main__":
    main()

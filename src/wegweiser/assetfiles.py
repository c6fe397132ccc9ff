"""The engine's own files for browsers in; what the site gets of them out: joined, without comments."""

from __future__ import annotations

from importlib.resources import files

from rjsmin import jsmin

PARTS = {
    "finder": ("analysis", "sounding", "similar", "spotting", "index", "rank", "candidates", "advice", "search"),
    "finder-ui": (
        "elements",
        "files",
        "indexes",
        "address",
        "speech",
        "doors",
        "cards",
        "notes",
        "counter",
        "nothing",
        "page",
    ),
}
"""Script -> the files of its folder, in the order in which they are joined into one; they share a scope."""


def assets() -> dict[str, str | bytes]:
    """The style, scripts, drawings and icons of the site, by path below docs/; scripts without their comments."""
    folder = files("wegweiser").joinpath("assets")
    read = {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}
    made = {name: content if name.endswith(".png") else content.decode() for name, content in read.items()}
    for name, parts in PARTS.items():
        joined = "\n".join(folder.joinpath(name, f"{part}.js").read_text(encoding="utf-8") for part in parts)
        made[f"{name}.js"] = f'(function () {{\n"use strict";\n{joined}}})();\n'
    return {f"assets/{name}": _shrunk(name, made[name]) for name in sorted(made)}


def worker() -> str:
    """The script that keeps the site on the device (Service Worker); it stands at the site's root."""
    return f"{jsmin(files('wegweiser').joinpath('worker/sw.js').read_text(encoding='utf-8'))}\n"


def _shrunk(name: str, content: str | bytes) -> str | bytes:
    return f"{jsmin(content)}\n" if name.endswith(".js") else content

"""What is to be published, and how: the settings that building, merging and bundling share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from wegweiser.languages import Language


@dataclass(frozen=True)
class Publication:
    """A project whose pages are written, as a site of these languages.

    `day` is the date of the data. `site_url` is the address under which the site will stand, with its path, "" if not
    known. `hsts` makes the header files ask browsers for HTTPS only. `bundles` adds zip files that need no server.
    `builder` is a name of `builders.BUILDERS`, `jobs` the number of processes, 0 for one per core.
    """

    root: Path
    languages: Sequence[Language]
    day: date
    site_url: str = ""
    hsts: bool = False
    bundles: bool = False
    builder: str = "mkdocs"
    jobs: int = 0

    @property
    def base(self) -> str:
        """The address of the site without the slash at its end."""
        return self.site_url.rstrip("/")

    @property
    def stage(self) -> Path:
        """Where the site is put together."""
        return self.root / "build" / "site"

    @property
    def default(self) -> Language:
        """The language in which the records are written."""
        return next(language for language in self.languages if language.default)

    @cached_property
    def assets_version(self) -> str:
        """What stands behind the addresses of scripts and styles, so that no page gets those of another version."""
        assets = sorted((self.root / "docs" / "assets").iterdir())
        return sha256(b"".join(path.read_bytes() for path in assets)).hexdigest()[:8]

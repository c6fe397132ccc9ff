"""Lists that readers send become one page of what they need."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from builders import CITY, TODAY, wording
from wegweiser.build import Build
from wegweiser.cli import app
from wegweiser.needs import as_json, as_markdown, merged, needs, summary

MAIL = """Hallo, hier ist meine Liste.

> 2x | de | nordufer | wohnsitz-anmelden | Mondrakete basteln
3x | de | nordufer | wohnsitz-anmelden | mondrakete BASTELN
1x | ar | - | raeume | انتقلت إلى شقة جديدة
 1x | en | - | - | moved house
0 | de | kaputt
99999x | de | - | - | zu oft
Viele Grüße | 2x
"""


def test_lines_of_a_mail() -> None:
    """Only lines of the list count, quoted or not; everything else in a mail is left aside."""
    found = needs(MAIL)
    assert [2, 3, 1, 1] == [need.often for need in found]
    assert ("ar", "-", "raeume") == (found[2].lang, found[2].district, found[2].topic)
    assert [] == needs("\x00\n|||\n2x|de|-|-|eng")


def test_merged(city: Build) -> None:
    """The same question counts together; each is asked again, for the directory may have learned."""
    found = merged([needs(MAIL), needs(MAIL)], city.finder)
    assert [10, 2, 2] == [need.often for need in found]
    assert [None, "topics/wohnsitz-anmelden", "topics/wohnsitz-anmelden"] == [need.now for need in found]


def test_summary(city: Build) -> None:
    """By topic group, topic, district and language, the most frequent first; what is not known is `-`."""
    catalogue = city.project.catalogue
    found = merged([needs(MAIL)], city.finder)
    counts = summary(found, catalogue)
    assert {"wohnsitz-anmelden": 5, "-": 1, "raeume": 1} == counts["topics"]
    assert {"nordufer": 5, "-": 2} == counts["districts"]
    assert [("de", 5), ("ar", 1), ("en", 1)] == list(counts["languages"].items())
    assert 3 == len(as_json(found, catalogue)["questions"])  # type: ignore[arg-type]
    page = "\n".join(as_markdown(found, catalogue, wording()))
    assert "Fragen: 7. Davon beantwortet der Finder heute: 2." in page
    assert "| 5 | de | Mondrakete basteln | - |" in page


def test_command(tmp_path: Path) -> None:
    """The command merges files; one that is not there ends it, saying which."""
    mail = tmp_path / "mail.txt"
    mail.write_text(MAIL, encoding="utf-8")
    common = ["--root", str(CITY), "--today", TODAY.isoformat()]
    done = CliRunner().invoke(app, ["report", "needs", str(mail), *common, "--lang", "de"])
    assert (0, True) == (done.exit_code, "Mondrakete" in done.stdout)
    lost = CliRunner().invoke(app, ["report", "needs", str(tmp_path / "none.txt"), *common])
    assert (2, True) == (lost.exit_code, "none.txt" in lost.stderr)

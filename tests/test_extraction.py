"""Records and sources in; PO files out, and nothing that a translator wrote is lost."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog as Messages
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from builders import ENGLISH, catalogue, council, topic
from wegweiser.build import Build
from wegweiser.docs import documentation
from wegweiser.extraction import content_messages, word_messages, word_sources, words
from wegweiser.merging import merged
from wegweiser.translations import State, Wording
from wegweiser.translations import wording as read_wording


def template(summary: str = "Wohin mit dem Kind am Vormittag.", **facts: object) -> Messages:
    """The texts of one topic."""
    return content_messages(catalogue(topic("kita", title="Kita-Platz", summary=summary, **facts)), "en")


def translated(**said: str) -> bytes:
    """A PO file of the topic in which these texts are translated."""
    content = merged(None, template()).decode()
    for field, text in said.items():
        start = content.index(f'msgctxt "topics/kita:{field}"')
        head, tail = content[:start], content[start:]
        content = head + tail.replace('msgstr ""', f'msgstr "{text}"', 1)
    return content.encode()


def message(content: bytes, original: str, field: str = "summary") -> Message | None:
    """One message of a PO file."""
    return read_po(io.BytesIO(content)).get(original, f"topics/kita:{field}")


def test_new_file() -> None:
    """A new file has every text with its place, its file and what the field means; no day and no version."""
    content = merged(None, template()).decode()
    assert 'msgctxt "topics/kita:title"\nmsgid "Kita-Platz"\nmsgstr ""\n' in content
    assert "#: data/topics/kita.yaml\n" in content
    assert "#. Das Anliegen in wenigen Worten. (core, höchstens 120 Zeichen)" in content
    assert "POT-Creation-Date" not in content and "Generated-By" not in content


def test_twice_changes_no_byte() -> None:
    """Merging what is current changes nothing, with translations and without."""
    for content in (merged(None, template()), merged(translated(title="Day-care place"), template())):
        assert content == merged(content, template())
    assert merged(None, template()) == merged(None, template())


def test_changed_text_becomes_fuzzy() -> None:
    """The translation of a changed text is kept, marked, with the text it was made from."""
    now = merged(
        translated(summary="Where to leave your child."), template("Wohin mit dem Kind am Vormittag und danach.")
    )
    found = message(now, "Wohin mit dem Kind am Vormittag und danach.")
    assert found and found.fuzzy
    assert "Where to leave your child." == found.string
    assert '#| msgid "Wohin mit dem Kind am Vormittag."' in now.decode()
    assert now == merged(now, template("Wohin mit dem Kind am Vormittag und danach."))


def test_changed_text_is_shown_as_outdated(tmp_path: Path) -> None:
    """What extraction marks as fuzzy, readers see as outdated."""
    place = tmp_path / "locales/en/LC_MESSAGES"
    place.mkdir(parents=True)
    now = merged(
        translated(summary="Where to leave your child."), template("Wohin mit dem Kind am Vormittag und danach.")
    )
    (place / "content.po").write_bytes(now)
    made, findings = read_wording(tmp_path, ENGLISH, "de")
    assert [] == findings
    shown = made.text("topics/kita", "summary", "Wohin mit dem Kind am Vormittag und danach.")
    assert tuple(shown) == ("Where to leave your child.", "en", State.OUTDATED, False)


def test_removed_text_becomes_obsolete_and_comes_back() -> None:
    """The translation of a removed text waits at the end of the file, and is used again when the text returns."""
    known = merged(merged(None, template(gap="Es fehlen Plätze.")), template(gap="Es fehlen Plätze."))
    known = known.decode().replace(
        'msgid "Es fehlen Plätze."\nmsgstr ""', 'msgid "Es fehlen Plätze."\nmsgstr "Too few."'
    )
    gone = merged(known.encode(), template())
    assert message(gone, "Es fehlen Plätze.", "gap") is None
    assert '#~ msgstr "Too few."' in gone.decode()
    assert gone == merged(gone, template())
    back = message(merged(gone, template(gap="Es fehlen Plätze.")), "Es fehlen Plätze.", "gap")
    assert back and back.string == "Too few." and not back.fuzzy


def test_translations_are_not_borrowed() -> None:
    """A new record's text does not take over the translation of another record's similar one."""
    both = catalogue(
        topic("kita", title="Kita-Platz", summary="Wohin mit dem Kind am Vormittag."),
        topic("hort", title="Hort-Platz", summary="Wohin mit dem Kind am Nachmittag."),
    )
    now = merged(translated(summary="Where to leave your child in the morning."), content_messages(both, "en"))
    new = read_po(io.BytesIO(now)).get("Wohin mit dem Kind am Nachmittag.", "topics/hort:summary")
    assert new and not new.string


def test_translators_words_are_kept() -> None:
    """Comments and translations that a person added stay."""
    known = (
        translated(title="Day-care place").decode().replace("#. Das Anliegen", "# Asked the office.\n#. Das Anliegen")
    )
    now = merged(known.encode(), template()).decode()
    assert "# Asked the office." in now
    assert 'msgstr "Day-care place"' in now


def test_withheld_records_are_not_translated() -> None:
    """What is not published needs no translation."""
    records = catalogue(council("rat", gloss="Ein Rat.", withheld="Nicht belegt."))
    assert 0 == len(content_messages(records, "en"))


def test_words_of_the_site(city: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every word that pages, answers and the generated documentation ask for can be translated."""
    asked: set[str] = set()
    word, numbered = Wording.word, Wording.numbered
    monkeypatch.setattr(Wording, "word", lambda self, text: (asked.add(text), word(self, text))[1])
    monkeypatch.setattr(Wording, "numbered", lambda self, one, *rest: (asked.add(one), numbered(self, one, *rest))[1])
    fresh = Build(city.project, city.today)
    assert fresh.files() and documentation(fresh)
    messages = word_messages(words(word_sources()), "en")
    assert len(asked) > 300
    assert [] == sorted(text for text in asked if text not in messages)


def test_words_with_numbers() -> None:
    """A phrase with a number has both forms; merging what is current changes no byte."""
    messages = word_messages(words(word_sources()), "en")
    assert ("{n} Sitz", "{n} Sitze") == messages["{n} Sitz"].id
    assert "entscheidet" in messages and "Das Feld „{name}“ fehlt." in messages
    content = merged(None, messages)
    assert content == merged(content, word_messages(words(word_sources()), "en"))


def test_previous_text_of_any_length(tmp_path: Path) -> None:
    """A long previous text stays whole, with quotation marks, and msgfmt can read it."""

    long = 'Wohin mit dem "Kind" am Vormittag? ' + "Viele Wörter ohne Ende, " * 12 + "und Schluss."
    start = translated(summary="x").decode().replace("Wohin mit dem Kind am Vormittag.", long.replace('"', '\\"'))
    now = merged(start.encode(), template(long + " Neu."))
    assert "Viele Wörter ohne Ende" in now.decode().split("#| msgid")[1].split("msgctxt")[0]
    assert now == merged(now, template(long + " Neu."))
    (tmp_path / "a.po").write_bytes(now)
    assert read_po((tmp_path / "a.po").open("rb"))
    if msgfmt := shutil.which("msgfmt"):
        assert 0 == subprocess.run([msgfmt, "--check", "-o", "/dev/null", str(tmp_path / "a.po")]).returncode

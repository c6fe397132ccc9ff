"""PO files in; a wording out, in which every text says what it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import ARABIC, ENGLISH, GERMAN, council, topic, wording
from wegweiser.finding import Finding
from wegweiser.languages import Language
from wegweiser.translations import State, Wording, translatable
from wegweiser.translations import wording as read_wording

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n'
CONTENT = """
msgctxt "topics/kita:title"
msgid "Kita-Platz"
msgstr "Day-care place"

#, fuzzy
#| msgid "Platz suchen"
msgctxt "topics/kita:summary"
msgid "Platz suchen und finden"
msgstr "Find a place"

msgctxt "topics/kita:gap"
msgid "Fehlt"
msgstr ""
"""


def read(folder: Path, language: Language = ENGLISH, content: str = "", ui: str = "") -> tuple[Wording, list[Finding]]:
    """The wording of a project with these two files."""
    place = folder / "locales" / language.code / "LC_MESSAGES"
    place.mkdir(parents=True, exist_ok=True)
    (place / "content.po").write_text(HEAD + content, encoding="utf-8")
    (place / "ui.po").write_text(ui or HEAD, encoding="utf-8")
    return read_wording(folder, language, "de")


@pytest.mark.parametrize(
    ("field", "original", "expected"),
    [
        ("title", "Kita-Platz", ("Day-care place", "en", State.TRANSLATED)),
        ("summary", "Platz suchen und finden", ("Find a place", "en", State.OUTDATED)),
        ("title", "Kita-Platz in der Nähe", ("Kita-Platz in der Nähe", "de", State.MISSING)),
        ("gap", "Fehlt", ("Fehlt", "de", State.MISSING)),
        ("finding", "Kita-Platz", ("Kita-Platz", "de", State.MISSING)),
    ],
)
def test_states(tmp_path: Path, field: str, original: str, expected: tuple[str, str, State]) -> None:
    """A text is translated, outdated or missing, by its place and its German wording, and says its language."""
    made, findings = read(tmp_path, content=CONTENT)
    assert [] == findings
    assert (*expected, False) == tuple(made.text("topics/kita", field, original))


def test_source_language_needs_no_files(tmp_path: Path) -> None:
    """In the language of the records every text is an original, whatever a PO file says."""
    made, findings = read(tmp_path, GERMAN, content=CONTENT)
    assert [] == findings
    assert tuple(made.text("topics/kita", "title", "Kita-Platz")) == ("Kita-Platz", "de", State.ORIGINAL, False)
    assert "Suchen" == read_wording(tmp_path / "nowhere", ENGLISH, "de")[0].word("Suchen")


def test_made_by_a_machine_until_a_line_is_gone(tmp_path: Path) -> None:
    """The comment says that nobody has reviewed a translation; other comments say nothing about that."""
    for comment, expected in (("# machine-made\n", True), ("# asked the office\n# machine-made\n", True), ("", False)):
        ui = f'{HEAD}\n{comment}msgid "Suchen"\nmsgstr "Search"\n'
        made, _ = read(tmp_path, content=CONTENT.replace("\nmsgctxt", f"\n{comment}msgctxt", 1), ui=ui)
        assert expected == made.text("topics/kita", "title", "Kita-Platz").machine_made
        assert expected == made.words["Suchen"].machine_made
        assert ("Search", State.TRANSLATED) == (
            made.word("Suchen"),
            made.text("topics/kita", "title", "Kita-Platz").state,
        )


def test_words(tmp_path: Path) -> None:
    """A word of the site is said in German where it is not translated, or only fuzzily."""
    ui = (
        HEAD
        + '\nmsgid "Suchen"\nmsgstr "Search"\n\n#, fuzzy\nmsgid "Finden"\nmsgstr "Search"\n\nmsgid "Weg"\nmsgstr ""\n'
    )
    made, findings = read(tmp_path, ui=ui)
    assert [] == findings
    assert ["Search", "Finden", "Weg", "Neu"] == [made.word(word) for word in ("Suchen", "Finden", "Weg", "Neu")]


PLURALS = '"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n==2 ? 1 : 2);\\n"\n'


def test_plurals(tmp_path: Path) -> None:
    """A number takes the form of its language; without a translation the two German ones."""
    forms = 'msgid "{n} Sitz"\nmsgid_plural "{n} Sitze"\nmsgstr[0] "one"\nmsgstr[1] "two"\nmsgstr[2] "{n} seats"\n'
    made, findings = read(tmp_path, ARABIC, ui=HEAD + PLURALS + "\n" + forms)
    assert [] == findings
    assert ["one", "two", "5 seats"] == [made.numbered("{n} Sitz", "{n} Sitze", n) for n in (1, 2, 5)]
    few, _ = read(tmp_path / "few", ARABIC, ui=HEAD + PLURALS + "\n" + forms.replace('msgstr[2] "{n} seats"\n', ""))
    assert few.numbered("{n} Sitz", "{n} Sitze", 5) in ("", "two")
    assert ["1 Tag", "0 Tage", "2 Tage"] == [made.numbered("{n} Tag", "{n} Tage", n) for n in (1, 0, 2)]
    assert ["1 Tag", "3 Tage"] == [wording().numbered("{n} Tag", "{n} Tage", n) for n in (1, 3)]


@pytest.mark.parametrize(
    ("ui", "line"),
    [
        (HEAD + '\nmsgid "Suchen\nmsgstr "Search"\n', 4),
        (HEAD + '\nmsgid "Suchen"\nmsgstr Search\n', 5),
        (HEAD + "\nThis is a letter.\n", 4),
        (HEAD + '"Plural-Forms: nplurals=2; plural=(n != ;\\n"\n\nmsgid "a"\nmsgstr "b"\n', 0),
        (HEAD + '"Plural-Forms: nplurals=2; plural=n/0;\\n"\n\nmsgid "a"\nmsgstr "b"\n', 0),
        (HEAD.replace("utf-8", "klingon") + '\nmsgid "ä"\nmsgstr "b"\n', 0),
    ],
)
def test_broken_file_is_a_finding(tmp_path: Path, ui: str, line: int) -> None:
    """A file that cannot be read is a finding with its line if there is one, and the words stay German."""
    made, findings = read(tmp_path, ui=ui, content=CONTENT)
    assert [("readable-po", "locales/en/LC_MESSAGES/ui.po", line)] == [
        (one.rule, one.where.path, one.where.line) for one in findings
    ]
    assert "Suchen" == made.word("Suchen")
    assert State.TRANSLATED is made.text("topics/kita", "title", "Kita-Platz").state


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    """A file in another encoding is a finding."""
    read(tmp_path)
    (tmp_path / "locales/en/LC_MESSAGES/content.po").write_bytes(b'msgid "\xfc"\nmsgstr "u"\n')
    assert ["readable-po"] == [one.rule for one in read_wording(tmp_path, ENGLISH, "de")[1]]


@pytest.mark.parametrize("said", ["{nummer}", "{", "}", "{number.__class__}", "{number!r}", "{number:>9}", "{}", "{0}"])
def test_gap_that_nobody_fills(tmp_path: Path, said: str) -> None:
    """A translation with a gap that the original does not have is a finding and is not used."""
    made, findings = read(tmp_path, ui=f'{HEAD}\nmsgid "Im Notfall: {{number}}"\nmsgstr "Call {said}"\n')
    assert [("gaps-fit", 4)] == [(one.rule, one.where.line) for one in findings]
    assert "Im Notfall: {number}" == made.word("Im Notfall: {number}")


def test_what_translators_see() -> None:
    """The texts of a record with their places; ids, dates and official names are not among them."""
    found = list(translatable("topics/kita", topic("kita", title="Kita", gap="Plätze", to_bring=[{"text": "Ausweis"}])))
    assert [
        ("topics/kita:title", "Kita", True),
        ("topics/kita:summary", "Worum es geht.", True),
        ("topics/kita:to_bring.text", "Ausweis", True),
        ("topics/kita:gap", "Plätze", False),
    ] == [(text.context, text.text, text.core) for text in found]
    assert [] == list(translatable("councils/rat", council(name="Rat", short="R")))

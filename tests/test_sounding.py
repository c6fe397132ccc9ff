"""Words that were written down by ear are heard as what they are."""

from __future__ import annotations

import pytest

from finder_samples import document, finder_of, tables
from wegweiser.analysis import Language, words
from wegweiser.similar import Lexicon
from wegweiser.sounding import sounding

ALIKE = [
    ("ru", "propiska", "прописка"),
    ("ru", "джобцентр", "Jobcenter"),
    ("uk", "posvidka", "посвідка"),
    ("ar", "iqama", "إقامة"),
    ("ar", "جوبسنتر", "Jobcenter"),
    ("fa", "panahandegi", "پناهندگی"),
    ("de", "yobsenter", "Jobcenter"),
    ("de", "ainburguerung", "Einbürgerung"),
]


@pytest.mark.parametrize(("lang", "one", "other"), ALIKE)
def test_what_sounds_alike(lang: str, one: str, other: str) -> None:
    """A word in other letters, or as somebody heard it, has the key of the word that is meant."""
    spellings = tables().languages[lang].sounds
    keys = [sounding(words(text, lang, tables())[0], spellings) for text in (one, other)]
    assert keys[0] and keys[0] == keys[1]


@pytest.mark.parametrize(
    ("word", "expected"),
    [("schall", "xl"), ("all", ""), ("allerlei", "*lrl"), ("otto", ""), ("tatter", "t"), ("", "")],
)
def test_keys(word: str, expected: str) -> None:
    """Longer spellings first, the same sound once, a vowel in front as a star, two sounds at least."""
    spellings = (("sch", "x"), ("er$", ""), ("a", ""), ("e", ""), ("i", ""), ("o", ""), ("^tt", "q"))
    key = sounding(word, spellings)
    assert key == (expected if len(expected.strip("*")) > 1 else "")


def test_certainty_of_what_is_heard() -> None:
    """Three sounds say more than two; within one script five are needed."""
    sounds = tuple({"p": "p", "п": "p", "т": "t", "t": "t", "к": "k", "k": "k", "а": "", "a": "", "о": ""}.items())
    heard = Lexicon(["пат", "паток"], Language(script="cyrillic", sounds=sounds))
    assert {0: 0.5} == heard.similar("pat")
    assert {1: 0.7} == heard.similar("patak")
    latin = Lexicon(["patakapata", "pata"], Language(sounds=sounds))
    assert latin.similar("poteketota") == {}
    assert 0.6 == Lexicon(["patakapata"], Language(sounds=(*sounds, ("e", "")))).similar("petekepeta").get(0)


def test_the_wrong_keyboard() -> None:
    """Who forgot to switch the keyboard is understood."""
    lexicon = Lexicon(["детский"], tables().languages["ru"])
    assert {0: 0.9} == Lexicon(["детскии"], tables().languages["ru"]).similar("ltncrbb")
    assert {} == lexicon.similar("ltnc")


def test_letters_that_only_join() -> None:
    """A letter that joins an Arabic word to its sentence is left aside where the word is not known with it."""
    found = finder_of(document(title="إقامة"), lang="ar").find("بإقامة", "ar")
    assert ["topics/sample"] == [hit.ref for hit in found.hits]

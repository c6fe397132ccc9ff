"""The invented city of finder/documents.yaml as documents, indexes and questions; and text that nobody expects."""

from __future__ import annotations

import json
import random
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

import wegweiser
from wegweiser.analysis import Tables
from wegweiser.indexing import build_index
from wegweiser.search import Document, Finder, IndexData, Known
from wegweiser.tables import tables_of

HERE = Path(__file__).parent
ROOT = HERE.parent
PACKAGE = Path(wegweiser.__file__).parent
Damage = Callable[[str, random.Random], str]
LANGS = ("de", "en", "tr", "ar", "ru", "uk", "fa", "fr", "pl", "vi")


class _Plain(yaml.SafeLoader):
    """YAML whose scalars stay text, as the project's own reader gives them."""


_Plain.yaml_implicit_resolvers = {}


@cache
def tables() -> Tables:
    """The tables of the languages in locales/."""
    characters = json.loads((PACKAGE / "finder" / "characters.json").read_text("utf-8"))
    files = {lang: ROOT / "locales" / lang / "finder.yaml" for lang in LANGS}
    languages = {lang: yaml.load(file.read_text("utf-8"), _Plain) for lang, file in files.items()}  # noqa: S506
    return tables_of(characters, languages)


@cache
def sample() -> dict[str, Any]:
    """The content of finder/documents.yaml."""
    loaded: dict[str, Any] = yaml.safe_load((HERE / "finder" / "documents.yaml").read_text("utf-8"))
    return loaded


def document(**given: Any) -> Document:
    """A document of which only the differences are stated."""
    ref = given.pop("ref", "topics/sample")
    lists = {name: tuple(value) if isinstance(value, list) else value for name, value in given.items()}
    return Document(**{"ref": ref, "kind": "topic", "id": ref.partition("/")[2], "title": "Sample", **lists})


def documents(lang: str) -> list[Document]:
    """The documents that have words in a language."""
    return [
        document(**{name: value for name, value in item.items() if name not in LANGS}, **item[lang])
        for item in sample()["documents"]
        if lang in item
    ]


@cache
def indexes() -> dict[str, IndexData]:
    """The index of every language."""
    return {lang: build_index(documents(lang), lang, tables(), signposts(lang)) for lang in LANGS}


def signposts(lang: str) -> dict[str, dict[str, list[str]]]:
    """The phrases of emergencies in a language."""
    return {number: said[lang] for number, said in sample()["signposts"].items() if lang in said}


@cache
def finder() -> Finder:
    """A finder in all languages."""
    return Finder(indexes(), known())


@cache
def known() -> Known:
    """What the finder of the invented city knows besides its documents."""
    return Known(tables(), {"": sample()["places"]}, sample()["elsewhere"], tuple(sample()["signposts"]))


def finder_of(*given: Document, lang: str = "de", **more: Any) -> Finder:
    """A finder that knows a few documents in one language."""
    return Finder({lang: build_index(given, lang, tables())}, Known(tables(), **more))


def phrases() -> Iterator[tuple[str, str]]:
    """Everything the documents and questions say, with its language."""
    for lang in LANGS:
        for item in documents(lang):
            for said in (item.title, *item.synonyms, *item.search, *item.keywords, item.text):
                yield said, lang
    for question in sample()["questions"]:
        yield question["q"], question["lang"]


def junk(count: int) -> Iterator[tuple[str, str]]:
    """Phrases damaged in every way we could think of, and strings without sense; the same on every run."""
    chance = random.Random(7)  # noqa: S311
    known = sorted(set(phrases()))
    for _ in range(count):
        text, lang = chance.choice(known)
        for damage in chance.sample(DAMAGES, chance.randint(1, 3)):
            text = damage(text, chance)
        yield text, chance.choice((lang, chance.choice(LANGS), "de-simple", "eo"))
    for text in SENSELESS:
        for lang in LANGS:
            yield text, lang


def _insert(signs: str) -> Damage:
    def damage(text: str, chance: random.Random) -> str:
        for _ in range(chance.randint(1, 3)):
            at = chance.randint(0, len(text))
            text = text[:at] + chance.choice(signs) + text[at:]
        return text

    return damage


def _slip(text: str, chance: random.Random) -> str:
    at = chance.randint(0, max(0, len(text) - 2))
    pair = text[at : at + 2]
    return text[:at] + chance.choice((pair[::-1], pair[:1], pair + pair[:1], pair[:1] + "e")) + text[at + 2 :]


def _beginning(text: str, chance: random.Random) -> str:
    return text[: chance.randint(1, max(1, len(text)))]


def _shuffled(text: str, chance: random.Random) -> str:
    words = text.split()
    chance.shuffle(words)
    return " ".join(words)


def _compound(text: str, chance: random.Random) -> str:
    return text.replace(" ", chance.choice(("", "s", "-", "_")))


def _normalised(text: str, chance: random.Random) -> str:
    return unicodedata.normalize(chance.choice(("NFC", "NFD", "NFKC", "NFKD")), text)


def _cased(text: str, chance: random.Random) -> str:
    return chance.choice((text.upper, text.lower, text.title, text.swapcase))()


DAMAGES: tuple[Damage, ...] = (
    _insert(".,;:!?()[]{}<>\"'/\\|*_-–—+~^@#$%&=§…„“«»·"),
    _insert("😀👍🏽🇩🇪❤️🏳️‍🌈"),
    _insert("\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2066\u2069\ufeff\u00ad\u061c\u0640\u00a0\u3000\u2028\t\n"),
    _insert("ıİiIßẞſŁłŠđÐæŒøñçğşüöäàéèêëîïôùûĳǆﬁﬀ①²½Ⅻ㎏ﷺℋℜ™"),
    _insert("ﺍﺎﻻﻼﷲﷳﭐﮎیكىةأإآؤئءپچژگ٠١٢۳۴۵ًٌٍَُِّْٰ"),
    _insert("ёЁйЙіІїЇґҐєЄъьэыўћђѓќ҈ѣѳ"),
    _insert("ΣσςΆέ가한글字漢ひカקנमस्तेאבגŉʼ’`´＇ｆｕｌｌ"),
    _normalised,
    _cased,
    _slip,
    _beginning,
    _shuffled,
    _compound,
)
SENSELESS = (
    *("", " ", "\u200f", "?", "*", "+a -b ~c ^d", "title:x", "a", "ab", "ß", "ı", "İ", "İİİİ", "ﷺ", "\ufdfa" * 30),
    *("a" * 5000, "ab " * 2000, "donaudampfschifffahrtsgesellschaftskapitaen" * 9, "x" * 63 + "ü", "x" * 64 + "ü"),
    *("__proto__", "constructor toString hasOwnProperty valueOf", "undefined null NaN", "0", "10 11 2026", "١٢٣"),
    *("😀", "👩\u200d👩\u200d👧", "Ⅷ", "ʼ", "in:in*innen_innen/-innen(innen)", "·e·s", "وال", "الالالال", "لل"),
    *(
        "\x00\x1f\x85",
        "\u0301",
        "à" * 100,
        "l'l'l'",
        "e\u0301" * 100,
        "ue" * 40,
        "Nordhafen Altmarkt",
        "Nordhafenern Notfallser",
        "Nordhafen Nordhafn",
    ),
)

"""A question in; the documents that answer it, from all languages, and how sure that is."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from wegweiser.analysis import Tables, scripts_of, words
from wegweiser.index import Document, Facts, Index, IndexData, build_index
from wegweiser.languages import base_of, is_variety
from wegweiser.rank import Match, named, rank, reasons
from wegweiser.spotting import Places, Signposts, Signs, Spotted

__all__ = ["Document", "Finder", "Hit", "IndexData", "Result", "build_index", "settings"]

SURE, PERHAPS = 0.6, 0.4
# See _plausible and Finder._named_first.
FIRST, LONG_QUESTION, NAMED, HALF_NAMED = 3, 4, 0.8, 0.45
NAMED_AMONG, NAMED_BONUS = 20, 0.5
# One stop word of another language proves nothing: "AU" is French, and a sick note.
SEVERAL = 2
# Nobody's concern needs more words; more would only cost time.
MOST_WORDS = 40


@dataclass(frozen=True)
class Hit:
    """A document that answers. `matched`: why, in words to show, best first."""

    ref: str
    kind: str
    id: str
    score: float
    sure: bool
    perhaps: bool
    matched: tuple[str, ...]


@dataclass(frozen=True)
class Result:
    """The answer to a question: an emergency number to show first, a district the question names, the documents.

    `nearest` is for the page that says that nothing was found; it is empty when there are hits.
    """

    signpost: str | None
    place: str | None
    hits: tuple[Hit, ...]
    nearest: tuple[Hit, ...] = ()


class _Candidate(NamedTuple):
    """A document in the language in which it matches best."""

    facts: Facts
    lang: str
    score: float
    match: Match
    named: float = 0.0


class Finder:
    """Answers questions from the indexes of all languages; assets/finder.js gives the same answers.

    `places` maps names of places to ids of districts, the name of the city itself to "".
    """

    def __init__(
        self,
        indexes: Mapping[str, IndexData],
        tables: Tables,
        places: Mapping[str, str],
        signposts: Signposts,
    ) -> None:
        self.tables = tables
        self.indexes = {lang: Index(indexes[lang], tables) for lang in sorted(indexes)}
        self.places = {lang: Places(places, lang, tables) for lang in self.indexes}
        self.signs = [
            (number, lang, Signs(phrases, lang, tables))
            for number, languages in signposts.items()
            for lang, phrases in sorted(languages.items())
        ]
        self.langs = sorted({*tables.languages, *self.indexes, *(lang for _, lang, _ in self.signs)})

    def find(
        self,
        query: str,
        lang: str,
        *,
        district: str | None = None,
        audience: str | None = None,
        group: str | None = None,
        level: str | None = None,
        kind: str | None = None,
        limit: int = 5,
    ) -> Result:
        """The best documents for a question asked in an interface of language `lang`."""
        read = {code: words(query, code, self.tables)[:MOST_WORDS] for code in self.langs}
        spoken = self._spoken(read, lang)
        questions = {code: self._spotted(read[code], code, spoken) for code in self.asked(query, lang)}
        place = _place(questions.values())
        here = {name for name in (district, place) if name}
        ordered = [
            candidate
            for candidate in self._candidates(questions)
            if _wanted(candidate.facts, here, audience=audience, group=group, level=level, kind=kind)
        ]
        ordered = self._named_first(ordered, questions)
        found = any(_plausible(item, len(questions[item.lang].words)) for item in ordered[:FIRST])
        shown = [self._hit(item, query, questions[item.lang]) for item in ordered[: limit if found else FIRST]]
        return Result(
            signpost=self._signpost(read),
            place=place,
            hits=tuple(shown) if found else (),
            nearest=() if found else tuple(shown),
        )

    def asked(self, query: str, lang: str) -> list[str]:
        """The languages whose indexes may answer: that of the interface first, then those of the question's script.

        A variety such as de-simple shares its words with its base language, so of the two only one is asked.
        """
        scripts = scripts_of(words(query, lang, self.tables), self.tables)
        others = {code for code in self.indexes if code != base_of(lang) and not is_variety(code, self.indexes)}
        readable = {code for code in others if not scripts or self.tables.language(code).script in scripts}
        return sorted(readable | ({lang} & set(self.indexes)), key=lambda code: (code != lang, code))

    def _spoken(self, read: Mapping[str, Sequence[str]], lang: str) -> str:
        """The language of most stop words in the question; not that of the interface only if there are several."""
        counts = {code: sum(word in self.tables.language(code).stop_words for word in read[code]) for code in read}
        likely = [code for code in read if code == lang or counts[code] >= SEVERAL]
        return max(sorted(likely, key=lambda code: (code != lang, code)), key=counts.__getitem__, default=lang)

    def _spotted(self, found: list[str], lang: str, spoken: str) -> Spotted:
        """The question without its places and without words that say nothing, unless nothing else is said.

        Names keep their language everywhere: the English index has the "nach" of "Finanzamt nach Wohnsitz". So the stop
        words of the language that the question is asked in are left out too.
        """
        spotted = self.places[lang].spot(found)
        stop_words = self.tables.language(lang).stop_words | self.tables.language(spoken).stop_words
        said = [word for word in spotted.words if word not in stop_words]
        if not said and not spotted.places:
            said = found
        return Spotted(tuple(dict.fromkeys(said)), tuple(dict.fromkeys(spotted.places)), spotted.districts)

    def _candidates(self, questions: Mapping[str, Spotted]) -> list[_Candidate]:
        """The documents that match, the best first, each in the language in which it matches best."""
        best: dict[str, _Candidate] = {}
        for lang, question in questions.items():
            index = self.indexes[lang]
            for match in rank(question, index):
                facts = index.documents[match.document]
                score = _rounded(match.score * facts["weight"])
                known = best.get(facts["ref"])
                if known is None or score > known.score:
                    best[facts["ref"]] = _Candidate(facts, lang, score, match)
        return sorted(best.values(), key=_order)

    def _named_first(self, ordered: list[_Candidate], questions: Mapping[str, Spotted]) -> list[_Candidate]:
        """The candidates with a bonus for the best of them if the question says one of their terms in full.

        Beyond the measured design: without it "core funding" does not find the topic that has it as a synonym, because
        the titles of others have one of the words. English questions right at once: 87 -> 89 %, German: 81 -> 82 %.
        """
        best = []
        for item in ordered[:NAMED_AMONG]:
            share = named(questions[item.lang], item.match.document, self.indexes[item.lang], self.tables)
            score = _rounded(item.score * (1 + NAMED_BONUS * (share * share)))
            best.append(item._replace(score=score, named=share))
        return sorted(best, key=_order) + ordered[NAMED_AMONG:]

    def _hit(self, item: _Candidate, query: str, question: Spotted) -> Hit:
        facts = item.facts
        return Hit(
            ref=facts["ref"],
            kind=facts["kind"],
            id=facts.get("id") or facts["ref"].rpartition("/")[2],
            score=item.score,
            sure=item.match.certain >= SURE,
            perhaps=PERHAPS <= item.match.certain < SURE,
            matched=reasons(query, question, item.match.document, self.indexes[item.lang], self.tables),
        )

    def _signpost(self, read: Mapping[str, Sequence[str]]) -> str | None:
        """The first number, in the order of the data, whose phrases call for it in any language."""
        return next((number for number, lang, signs in self.signs if signs.call(read[lang])), None)


def _plausible(item: _Candidate, words: int) -> bool:
    """Whether a document is an answer to a question of so many words: it is sure, or perhaps and one more sign says so.

    Measured on the 430 German and English questions of tests/finder and on 155 that the directory cannot answer: of
    the questions answered among the first three, 99 % stay answered; of the others, 77 % come out empty. Certainty
    alone does worse: at 0.4 more than half of the others pass ("bitcoin price": half of it is known), at 0.6 every
    tenth real question is lost, most of them long. So a lucky word in a short question is not enough: the document
    must be named by one of its terms, or two words must match, of a longer question or of half a term.
    """
    certain = item.match.certain
    if certain < PERHAPS or certain >= SURE:
        return certain >= SURE
    if item.match.words < 2:
        return item.named >= NAMED
    return words >= LONG_QUESTION or item.named >= HALF_NAMED


def _rounded(score: float) -> float:
    """Three digits, rounded as a browser does it too."""
    return math.floor(score * 1000 + 0.5) / 1000


def _order(item: _Candidate) -> tuple[float, str]:
    return -item.score, item.facts["ref"]


def settings(tables: Tables, places: Mapping[str, str], signposts: Signposts) -> dict[str, object]:
    """What assets/finder.js must know besides the indexes, as plain JSON; the numbers keep their order in a list."""
    return {
        "tables": tables.to_json(),
        "places": dict(places),
        "signposts": [
            [
                number,
                {lang: {kind: list(said) for kind, said in phrases.items()} for lang, phrases in languages.items()},
            ]
            for number, languages in signposts.items()
        ],
    }


def _place(questions: Iterable[Spotted]) -> str | None:
    """The district of the first spelling that names just one."""
    for question in questions:
        if len(question.districts) == 1:
            return next(iter(question.districts))
    return None


def _wanted(facts: Facts, here: set[str], **filters: str | None) -> bool:
    """Whether a document passes the filters; one without districts or audiences is for all."""
    if here and facts["districts"] and here.isdisjoint(facts["districts"]):
        return False
    audience, group, level, kind = (filters[name] for name in ("audience", "group", "level", "kind"))
    return (
        (not audience or not facts["audiences"] or audience in facts["audiences"])
        and (not group or group in facts["groups"])
        and (not level or level == facts["level"])
        and (not kind or kind == facts["kind"])
    )

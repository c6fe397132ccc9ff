"""A question in; the documents that answer it, from all languages, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from wegweiser.advice import Door, doors, suggestion
from wegweiser.analysis import Tables, is_number, scripts_of, words
from wegweiser.candidates import PERHAPS, SURE, Candidate, candidates, named_first
from wegweiser.index import Document, Facts, Index, IndexData
from wegweiser.languages import base_of, is_variety
from wegweiser.rank import reasons
from wegweiser.spotting import Names, Places, Signs, Spotted

__all__ = ["Document", "Finder", "Hit", "IndexData", "Known", "Result"]

# So many documents are judged, and shown as the nearest where none answers.
FIRST = 3
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

    `nearest` is for the page that says that nothing was found; it is empty when there are hits. `elsewhere` is another
    city that the question is about, `suggestion` the question in known words, `doors` the bodies that it names beside
    a concern, right or wrong.
    """

    signpost: str | None
    place: str | None
    hits: tuple[Hit, ...]
    nearest: tuple[Hit, ...] = ()
    elsewhere: str | None = None
    suggestion: str | None = None
    doors: tuple[Door, ...] = ()


@dataclass(frozen=True)
class Known:
    """What the finder knows besides the documents.

    `places` are names of places by language with the ids of their districts (the name of the city itself: ""),
    `elsewhere` names of other cities with the name they are known by, `signposts` the emergency numbers, the most
    urgent first.
    """

    tables: Tables
    places: Names = field(default_factory=dict)
    elsewhere: Names = field(default_factory=dict)
    signposts: tuple[str, ...] = ()

    def to_json(self) -> dict[str, object]:
        """What all languages share for the browser, as plain JSON."""
        return {
            "tables": self.tables.to_json(),
            "places": dict(self.places.get("", {})),
            "elsewhere": dict(self.elsewhere.get("", {})),
            "signposts": list(self.signposts),
        }

    def of_language(self, lang: str) -> dict[str, object]:
        """What belongs to a language besides its index, as plain JSON: the browser loads both together."""
        return {
            "language": self.tables.language(lang).to_json(),
            "places": {**self.places.get(base_of(lang), {}), **self.places.get(lang, {})},
            "elsewhere": {**self.elsewhere.get(base_of(lang), {}), **self.elsewhere.get(lang, {})},
        }


class Finder:
    """Answers questions from the indexes of all languages; assets/finder.js gives the same answers."""

    def __init__(self, indexes: Mapping[str, IndexData], known: Known) -> None:
        self.tables = known.tables
        self.indexes = {lang: Index(indexes[lang], self.tables) for lang in sorted(indexes)}
        self.places = {lang: Places(known.places, known.elsewhere, lang, self.tables) for lang in self.indexes}
        self.signs = [
            (number, lang, Signs(indexes[lang]["signposts"][number], lang, self.tables))
            for number in known.signposts
            for lang in sorted(indexes)
            if number in indexes[lang]["signposts"]
        ]
        self.langs = sorted({*self.tables.languages, *self.indexes})

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
        fitting = [
            candidate
            for candidate in candidates(questions, self.indexes)
            if _wanted(candidate.facts, here, audience=audience, group=group, level=level, kind=kind)
        ]
        ordered = named_first(fitting, questions, self.indexes, self.tables)
        elsewhere = _elsewhere(questions.values())
        about = [item for item in ordered if self._is_about(item, elsewhere)] if elsewhere else ordered
        found = any(item.answers for item in about[:FIRST])
        shown = [self._hit(item, query, questions[item.lang]) for item in (about[:limit] if found else ordered[:FIRST])]
        return Result(
            signpost=self._signpost(read, spoken),
            place=place,
            hits=tuple(shown) if found else (),
            nearest=() if found else tuple(shown),
            elsewhere=elsewhere,
            suggestion=self._suggestion(query, questions, shown),
            doors=doors(about, questions, self.indexes, self.tables) if found else (),
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
        words of the language that the question is asked in are left out too, and numbers that no document has.
        """
        spotted = self.places[lang].spot(found)
        stop_words = self.tables.language(lang).stop_words | self.tables.language(spoken).stop_words
        known = self.indexes[lang].lexicon.position
        said = [word for word in spotted.words if word not in stop_words and (word in known or not is_number(word))]
        if not said and not spotted.places:
            said = found
        return spotted._replace(words=tuple(dict.fromkeys(said)), places=tuple(dict.fromkeys(spotted.places)))

    def _is_about(self, item: Candidate, place: str) -> bool:
        """Whether a document answers a question about another city: an example from there, not a local office."""
        index, name = self.indexes[item.lang], self.places[item.lang].written[place]
        return item.match.certain >= SURE and all(item.match.document in index.documents_with(word) for word in name)

    def _suggestion(self, query: str, questions: Mapping[str, Spotted], shown: Sequence[Hit]) -> str | None:
        """Another spelling, where nothing is sure: in the first of the languages that has one."""
        if any(hit.sure for hit in shown):
            return None
        found = (suggestion(query, question, self.indexes[lang], self.tables) for lang, question in questions.items())
        return next((said for said in found if said), None)

    def _hit(self, item: Candidate, query: str, question: Spotted) -> Hit:
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

    def _signpost(self, read: Mapping[str, Sequence[str]], spoken: str) -> str | None:
        """The first number, in the order of the data, whose phrases call for it in any language.

        What is calm in the language of the question is no emergency in another: French "tentative de suicide" of last
        year has the English "suicide" in it. Nor is a single word of another language once the question's own is known:
        English "insult" is a Russian stroke in Latin letters.
        """
        known = any(word in self.tables.language(spoken).stop_words for word in read.get(spoken, ()))
        calm = {number for number, lang, signs in self.signs if lang == spoken and signs.calm(read[lang])}
        called = (
            number
            for number, lang, signs in self.signs
            if (lang == spoken and signs.call(read[lang]))
            or (lang != spoken and number not in calm and signs.call(read[lang], 2 if known else 1))
        )
        return next(called, None)


def _place(questions: Iterable[Spotted]) -> str | None:
    """The district of the first spelling that names just one."""
    for question in questions:
        if len(question.districts) == 1:
            return next(iter(question.districts))
    return None


def _elsewhere(questions: Iterable[Spotted]) -> str | None:
    """The other city that the question is about; a place of ours in any language outranks it: "Potsdamer Platz"."""
    spotted = list(questions)
    if any(question.districts for question in spotted):
        return None
    return next((question.elsewhere[0] for question in spotted if question.elsewhere), None)


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

"""Lists of questions that found nothing in, as their owners sent them; what people need and do not find out.

A line of a list, as assets/unanswered.js writes it:   2x | tr | neukoelln | wohnberechtigungsschein | the question
Everything else in a file, such as the rest of a mail, is left aside. Nobody but the sender decides what she sends.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from wegweiser.catalogue import Catalogue
from wegweiser.finding import say
from wegweiser.model import Topic
from wegweiser.search import Finder
from wegweiser.translations import Wording

_LINE = re.compile(r"^[\s>]*(\d{1,4})x \| ([A-Za-z-]{2,15}) \| ([a-z0-9-]+) \| ([a-z0-9-]+) \| (\S.{0,400}?)\s*$")
NONE = "-"
MOST = 40
"""So many questions are listed one by one."""


@dataclass(frozen=True)
class Need:
    """A question that found nothing: how often, in which language, from which district, near which topic (or `-`).

    `now`: the reference of what the finder answers today, if it has learned it since.
    """

    often: int
    lang: str
    district: str
    topic: str
    question: str
    now: str | None = None


def needs(text: str) -> list[Need]:
    """The lines of one file that are part of a list."""
    found = (_LINE.match(line) for line in text.splitlines())
    return [Need(int(one[1]), one[2], one[3], one[4], one[5]) for one in found if one]


def merged(lists: Iterable[Iterable[Need]], finder: Finder) -> list[Need]:
    """The needs of all lists, the same question once, the most frequent first, asked again today."""
    often: Counter[tuple[str, str, str, str]] = Counter()
    written: dict[tuple[str, str, str, str], Need] = {}
    for need in (one for found in lists for one in found):
        key = (need.question.casefold(), need.lang, need.district, need.topic)
        often[key] += need.often
        written.setdefault(key, need)
    counted = [(often[key], need) for key, need in written.items()]
    return [
        Need(count, one.lang, one.district, one.topic, one.question, _answer(finder, one))
        for count, one in sorted(counted, key=lambda item: (-item[0], item[1].question, item[1].lang))
    ]


def _answer(finder: Finder, need: Need) -> str | None:
    hits = finder.find(need.question, need.lang, district=None if need.district == NONE else need.district).hits
    return hits[0].ref if hits else None


def summary(found: Iterable[Need], catalogue: Catalogue) -> dict[str, dict[str, int]]:
    """How many questions by topic group, topic, district and language, the most frequent first; `-`: not known."""
    all_needs = list(found)
    groups = {topic.id: topic.group for topic in catalogue.topics.values() if isinstance(topic, Topic)}

    def counted(key: Callable[[Need], str]) -> dict[str, int]:
        counts: Counter[str] = Counter()
        for need in all_needs:
            counts[key(need)] += need.often
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    return {
        "groups": counted(lambda need: groups.get(need.topic, NONE)),
        "topics": counted(lambda need: need.topic if need.topic in groups else NONE),
        "districts": counted(lambda need: need.district if need.district in catalogue.districts else NONE),
        "languages": counted(lambda need: need.lang),
    }


def as_json(found: Iterable[Need], catalogue: Catalogue) -> dict[str, object]:
    """Everything for other programs: the summary and every question."""
    all_needs = list(found)
    return {**summary(all_needs, catalogue), "questions": [vars(need) for need in all_needs]}


HEADINGS = {
    "groups": say("Nach Themengruppe"),
    "topics": say("Nach dem nächsten Anliegen"),
    "districts": say("Nach Bezirk"),
    "languages": say("Nach Sprache"),
}


def as_markdown(found: Iterable[Need], catalogue: Catalogue, words: Wording) -> Iterator[str]:
    """A page to read: tables by topic, district and language, then the questions."""
    word = words.word
    all_needs = list(found)
    total = sum(need.often for need in all_needs)
    answered = sum(need.often for need in all_needs if need.now)
    unknown = say("unbekannt").render(word)
    yield f"# {say('Wonach Menschen suchten und nichts fanden').render(word)}"
    yield ""
    yield say("Fragen: {n}. Davon beantwortet der Finder heute: {now}.", n=total, now=answered).render(word)
    for key, counts in summary(all_needs, catalogue).items():
        yield from ("", f"## {HEADINGS[key].render(word)}", "")
        yield f"| {say('Kennung').render(word)} | {say('Fragen').render(word)} |"
        yield "| --- | ---: |"
        yield from (f"| {unknown if id_ == NONE else id_} | {count} |" for id_, count in counts.items())
    yield from ("", f"## {say('Die häufigsten Fragen').render(word)}", "")
    yield f"| {' | '.join(head.render(word) for head in _COLUMNS)} |"
    yield "| ---: | --- | --- | --- |"
    for need in all_needs[:MOST]:
        yield f"| {need.often} | {need.lang} | {need.question.replace('|', '/')} | {need.now or NONE} |"


_COLUMNS = (say("Fragen"), say("Sprache"), say("Wortlaut"), say("Heute"))

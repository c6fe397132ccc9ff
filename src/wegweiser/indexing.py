"""Documents in; one small index per language out.

lunr counts the words and knows how rare they are (`lunr.builder.Builder` with an empty pipeline: words arrive folded).
Its own JSON names every document once per word, too much for a phone. So the file keeps only what lunr's weights follow
from, and not even that where a document shows it, such as its title.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from lunr.builder import Builder
from lunr.idf import idf

from wegweiser.analysis import Tables, analyse
from wegweiser.index import Document, Facts, IndexData, Signposts, shown
from wegweiser.similar import Lexicon

# A word in the title says more than one in the text. Parts are those of compounds: "Amt" in "Jugendamt".
BOOSTS = {"title": 6.0, "keywords": 4.0, "synonyms": 4.0, "parts": 3.0, "text": 1.0}
# b is small: a topic with many words for it must not lose against one with few.
K1, B = 1.2, 0.4


def build_index(
    documents: Iterable[Document], lang: str, tables: Tables, signposts: Signposts | None = None
) -> IndexData:
    """The file of one language; the order of the documents does not matter."""
    ordered = sorted(documents, key=lambda document: document.ref)
    builder = counted(ordered, lang, tables)
    terms = sorted(builder.inverted_index)
    number = {term: position for position, term in enumerate(terms)}
    return {
        "lang": lang,
        "k1": K1,
        "b": B,
        "idf": _rarity(builder),
        "terms": " ".join(terms),
        "fields": [
            {
                "name": name,
                "boost": boost,
                "words": [
                    packed(
                        Counter(builder.field_term_frequencies[f"{name}/{item.ref}"])
                        - shown(name, _facts(item), lang, tables),
                        number,
                    )
                    for item in ordered
                ],
            }
            for name, boost in BOOSTS.items()
        ],
        "documents": [_facts(document) for document in ordered],
        "signposts": signposts or {},
    }


def counted(documents: Sequence[Document], lang: str, tables: Tables) -> Builder:
    """lunr's builder with the folded words of all documents in it."""
    builder = Builder()
    builder.ref("ref")
    builder.k1(K1)
    builder.b(B)
    for name, boost in BOOSTS.items():
        builder.field(name, boost)
    found = {document.ref: _words(document, lang, tables) for document in documents}
    terms = sorted({word for fields in found.values() for said in fields.values() for word in said})
    lexicon = Lexicon(terms, tables.language(lang))
    for ref, fields in found.items():
        compounds = fields["title"] + fields["keywords"] + fields["synonyms"]
        builder.add({"ref": ref, **fields, "parts": [part for word in compounds for part in lexicon.parts(word)]})
    return builder


def _words(document: Document, lang: str, tables: Tables) -> dict[str, list[str]]:
    said = {
        "title": (document.title,),
        "keywords": document.keywords,
        "synonyms": document.synonyms + document.search,
        "text": (document.text,),
    }
    return {name: [word for phrase in said[name] for word in analyse(phrase, lang, tables)] for name in said}


def _rarity(builder: Builder) -> list[list[float]]:
    weights = {
        sum(len(posting[name]) for name in BOOSTS): idf(posting, builder.document_count)
        for posting in builder.inverted_index.values()
    }
    return [[often, weights[often]] for often in sorted(weights)]


def packed(counts: Mapping[str, int], number: Mapping[str, int]) -> list[int]:
    """Words and how often they occur as the file writes them (see index.Field); `number`: the numbers of all words."""
    written, last = [], -1
    for position, count in sorted((number[term], count) for term, count in counts.items()):
        written.append(position - last)
        if count > 1:
            written.append(-count)
        last = position
    return written


def _facts(document: Document) -> Facts:
    facts: Facts = {
        "ref": document.ref,
        "kind": document.kind,
        "title": document.title,
        "synonyms": list(document.synonyms),
        "keywords": list(document.keywords),
        "weight": document.weight,
        "districts": list(document.districts),
        "groups": list(document.groups),
        "audiences": list(document.audiences),
        "level": document.level,
        "themes": list(document.themes),
    }
    if document.id != document.ref.rpartition("/")[2]:
        facts["id"] = document.id
    return facts

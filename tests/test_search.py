"""The finder answers questions about an invented city in ten languages, and keeps to its formula."""

from __future__ import annotations

import json
import math
import random
from typing import Any

import pytest
from lunr.index import Index as LunrIndex

from finder_samples import LANGS, document, documents, finder, finder_of, indexes, sample, signposts, tables
from wegweiser.analysis import Language, words
from wegweiser.index import Index
from wegweiser.indexing import BOOSTS, build_index, counted
from wegweiser.search import Finder, Known, Result
from wegweiser.similar import Lexicon, distance
from wegweiser.spotting import Gazetteer, Signs, same_word

GERMAN = Language(splits_compounds=True, compound_links=("s", "es", "n", "en", "e"))


def refs(result: Result) -> list[str]:
    """The documents found, best first."""
    return [hit.ref for hit in result.hits]


@pytest.mark.parametrize("question", sample()["questions"], ids=lambda question: f"{question['lang']}: {question['q']}")
def test_questions(question: dict[str, Any]) -> None:
    """Each question of finder/documents.yaml finds its document, place and number."""
    result = finder().find(question["q"], question["lang"])
    assert question["expect"] == next(iter(refs(result)), None)
    assert (question.get("place"), question.get("signpost")) == (result.place, result.signpost)


# The index


@pytest.mark.parametrize("lang", LANGS)
def test_the_index_has_the_weights_of_lunr(lang: str) -> None:
    """What is unpacked from the small file are the scores of lunr for each word alone, but for the last digit."""
    ordered = sorted(documents(lang), key=lambda item: item.ref)
    reference: LunrIndex = counted(ordered, lang, tables()).build()
    index = Index(indexes()[lang], tables())
    assert sorted(reference.inverted_index) == index.lexicon.terms
    for number, term in enumerate(index.lexicon.terms):
        query = reference.create_query()
        query.term(term, use_pipeline=False)
        expected = {match["ref"]: match["score"] for match in reference.query(query)}
        actual = {index.documents[at]["ref"]: weight for at, weight in index.weights[number].items()}
        assert expected == pytest.approx(actual, abs=0.001 * len(BOOSTS))


def test_same_documents_same_bytes() -> None:
    """The order in which documents arrive leaves no trace."""
    shuffled = documents("de")
    random.Random(2).shuffle(shuffled)  # noqa: S311
    assert json.dumps(indexes()["de"]) == json.dumps(build_index(shuffled, "de", tables(), signposts("de")))


def test_the_file_shows_what_may_be_shown() -> None:
    """Search-only phrases and texts can be found, but not read in the file."""
    index = build_index([document(title="Zoll", search=["ganz geheim"], text="Auch verborgen")], "de", tables())
    assert "geheim" not in json.dumps(index["documents"])
    assert refs(Finder({"de": index}, Known(tables())).find("verborgen", "de")) == ["topics/sample"]


def test_an_id_that_the_reference_does_not_end_with() -> None:
    """The file leaves out what can be read from the reference, and nothing else."""
    found = finder_of(document(title="Zoll"), document(ref="topics/other", id="third", title="Zoll")).find("Zoll", "de")
    assert [hit.id for hit in found.hits] == ["third", "sample"]


def test_no_documents() -> None:
    """An empty index answers nothing and breaks nothing."""
    assert Result(None, None, ()) == finder_of().find("Zoll", "de")
    assert Result(None, None, ()) == Finder({}, Known(tables())).find("Zoll", "de")


# Similar words


@pytest.mark.parametrize(
    ("word", "term", "expected"),
    [
        ("zoll", "zoll", 1.0),
        ("zol", "zollamt", 0.8 * (0.4 + 0.6 * 3 / 7)),
        ("zollamtsleiter", "zollamt", 0.9 * 7 / 14),
        ("verlangert", "verlangerung", 0.9 * (9 / 12) ** 2),
        ("gesundhiet", "gesundheit", 0.6),
        ("gesnudhiet", "gesundheit", 0.45),
        ("lebn", "leben", 0.6),
        ("nesundheit", "gesundheit", None),
        ("amt", "zollamt", None),
    ],
)
def test_similar_words(word: str, term: str, expected: float | None) -> None:
    """Each relation has its weight; the first letter must be right."""
    found = Lexicon([term], Language()).similar(word).get(0)
    assert found == (pytest.approx(expected) if expected else None)


def test_known_words_are_not_taken_for_typing_errors() -> None:
    """Only words that nobody wrote are corrected or taken apart."""
    lexicon = Lexicon(["frauen", "frauenhaus", "frauenmaus", "haus"], GERMAN)
    assert {"frauenhaus", "frauen", "frauenmaus"} == {lexicon.terms[number] for number in lexicon.similar("frauenhaus")}
    assert {0.7} == {lexicon.similar("hausfrauen")[number] for number in (0, 3)}


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("jugendamtsleitung", ["jugend", "amts", "leitung"]),
        ("wohnungsanmeldung", ["wohnung", "anmeldung"]),
        ("sozialhilfeantrag", ["sozialhilfe", "antrag"]),
        ("wohnungsanmeldungx", []),
        ("leitung", []),
    ],
)
def test_compounds(word: str, expected: list[str]) -> None:
    """German compounds fall into the fewest indexed words, links between them are dropped."""
    known = sorted(["amts", "anmeldung", "antrag", "hilfe", "jugend", "leitung", "sozial", "sozialhilfe", "wohnung"])
    assert expected == Lexicon(known, GERMAN).parts(word)
    assert Lexicon(known, Language()).parts(word) == []


@pytest.mark.parametrize(
    ("one", "other", "most", "expected"),
    [("ab", "ba", 1, 1), ("abc", "abd", 1, 1), ("abc", "ab", 2, 1), ("abcd", "dcba", 2, 3), ("a", "abcd", 1, 2)],
)
def test_distance(one: str, other: str, most: int, expected: int) -> None:
    """Swapped neighbours are one slip; more than asked for is not counted."""
    assert expected == distance(one, other, most) == distance(other, one, most)


# Ranking


def test_the_formula() -> None:
    """Certainty times weight, summed, times the share of matched words, a bonus for a named term, three digits."""
    tested = finder_of(document(title="Zoll Auskunft"), document(ref="topics/other", title="Hafen"))
    index = tested.indexes["de"]
    weight = {term: index.weights[index.lexicon.position[term]] for term in ("zoll", "auskunft")}
    at = next(iter(weight["zoll"]))
    exact, both = tested.find("Zoll Blumen", "de"), tested.find("Auskunft Zoll", "de")
    named = 1 + 0.5 * 0.5 * 0.5
    assert math.floor(named * math.floor(weight["zoll"][at] / 2 * 1000 + 0.5) + 0.5) / 1000 == exact.nearest[0].score
    assert (weight["auskunft"][at] + weight["zoll"][at]) * 1.5 == pytest.approx(both.hits[0].score, abs=0.001)


def test_weight_multiplies() -> None:
    """An example from elsewhere counts less than a concern."""
    found = finder_of(document(ref="a/one", title="Zoll"), document(ref="a/two", title="Zoll", weight=0.5)).find(
        "Zoll", "de"
    )
    assert found.hits[0].score / 2 == pytest.approx(found.hits[1].score, abs=0.001)


def test_equal_scores_are_ordered_by_reference() -> None:
    """Nothing depends on the order of the data."""
    same = [document(ref=f"topics/{name}", title="Zoll") for name in "cab"]
    assert refs(finder_of(*same).find("Zoll", "de")) == ["topics/a", "topics/b", "topics/c"]


def test_long_documents_do_not_lose() -> None:
    """A word counts little less among many words for a topic than among few, and a title more than both."""
    many = [f"Wort{chr(97 + at)}" for at in range(10)]
    long = document(ref="topics/long", title="Auskunft", synonyms=["Zoll", *many])
    short = document(ref="topics/short", title="Hafen", synonyms=["Zoll", "Büro"])
    titled = document(ref="topics/titled", title="Zoll", text="Lang und breit erklärt " * 40)
    found = {hit.ref: hit.score for hit in finder_of(long, short, titled).find("Zoll", "de").hits}
    assert found["topics/titled"] > found["topics/short"] > found["topics/long"] > 0.6 * found["topics/short"]


def test_repeated_words_do_not_win() -> None:
    """A word said twenty times does not beat two words that both match."""
    noisy = document(ref="topics/noisy", title="Beratung", synonyms=["Beratung"] * 10, text="Beratung " * 20)
    right = document(ref="topics/right", title="Auskunft", synonyms=["Beratung zum Zoll"])
    assert refs(finder_of(noisy, right).find("Beratung zum Zoll", "de"))[0] == "topics/right"


def test_a_term_said_in_full_wins() -> None:
    """Who types a synonym letter by letter gets its topic."""
    named = document(ref="topics/named", title="Mittel", synonyms=["laufende Kosten"], text="Für laufende Kosten")
    titled = document(ref="topics/titled", title="Laufende Kosten fremder Vereine senken")
    assert refs(finder_of(named, titled).find("laufende Kosten", "de"))[0] == "topics/named"


def test_languages_help_each_other() -> None:
    """A question in another language than the interface finds the same, in its own words."""
    found = finder().find("childcare voucher", "de")
    assert (found.hits[0].ref, found.hits[0].matched) == ("topics/kinderbetreuung", ("childcare voucher",))


def test_stop_words_of_the_question_do_not_match_foreign_names() -> None:
    """A German "nach" does not find an English document because of its German name."""
    both = {
        "de": build_index([document(title="Finanzamt nach Wohnsitz")], "de", tables()),
        "en": build_index([document(title="Finanzamt nach Wohnsitz")], "en", tables()),
    }
    assert Result(None, None, ()) == Finder(both, Known(tables())).find("wie komme ich nach Rom", "de")


def test_scripts_decide_who_is_asked() -> None:
    """Arabic letters ask Arabic and Persian; the interface comes first; digits ask all."""
    assert finder().asked("تسجيل", "ar") == ["ar", "fa"]
    assert finder().asked("تسجيل", "de") == ["de", "ar", "fa"]
    assert finder().asked("садок", "uk") == ["uk", "ru"]
    assert finder().asked("kreş", "tr") == ["tr", "de", "en", "fr", "pl", "vi"]
    assert len(LANGS) == len(finder().asked("112", "de"))


# Sure, perhaps, nothing


def test_sure_and_perhaps() -> None:
    """How much of the question matches is told; a lucky word in a short question is nothing."""
    tested = finder_of(
        document(title="Zoll Auskunft"), document(ref="topics/other", title="Hafen", search=["Sommer im Zelt"])
    )
    assert [(hit.sure, hit.perhaps) for hit in tested.find("Zoll", "de").hits] == [(True, False)]
    assert [(hit.sure, hit.perhaps) for hit in tested.find("Zoll Auskunft Rom Pizza", "de").hits] == [(False, True)]
    lucky = tested.find("Pizza Sommer", "de")
    assert (lucky.hits, [hit.ref for hit in lucky.nearest]) == ((), ["topics/other"])
    assert Result(None, None, ()) == tested.find("Pizza", "de")


def test_a_named_term_is_enough() -> None:
    """ "Kindergeld Rom": the topic is named, whatever the other word means."""
    tested = finder_of(document(title="Kindergeld", synonyms=["Geld vom Staat"]))
    assert refs(tested.find("Kindergeld Rom", "de")) == ["topics/sample"]
    assert refs(tested.find("Rom Pizza Urlaub Staat", "de")) == []


# Why


def test_matched_words() -> None:
    """Shown are the terms as written, the best first, at most three; for words only searched, the asker's own."""
    tested = finder_of(
        document(
            title="Auskunft", synonyms=["Zoll-Büro", "Amt", "Hafen"], search=["Gebühren"], keywords=["ZA"], text="Möwe"
        )
    )
    matched = tested.find("Zoll Büro", "de").hits[0].matched
    assert matched == ("Zoll-Büro",)
    assert tested.find("Büro Zoll Amt Hafen Auskunft", "de").hits[0].matched == ("Zoll-Büro", "Auskunft", "Amt")
    assert tested.find("ZA: „GEBÜHREN“?", "de").hits[0].matched == ("ZA", "GEBÜHREN")
    assert tested.find("MÖWE", "de").hits[0].matched == ("MÖWE",)


# Filters and places


def test_filters() -> None:
    """Group, kind and level must fit; no audience means everybody."""
    both = ["individual", "organisation"]
    tested = finder_of(
        document(ref="topics/all", title="Zoll", groups=["work"]),
        document(ref="topics/some", title="Zoll", audiences=["individual"], groups=["work", "home"]),
        document(ref="offices/one", kind="office", title="Zoll", audiences=both, level="state"),
    )
    assert refs(tested.find("Zoll", "de", group="work")) == ["topics/all", "topics/some"]
    assert refs(tested.find("Zoll", "de", audience="organisation")) == ["offices/one", "topics/all"]
    assert refs(tested.find("Zoll", "de", kind="office", level="state")) == ["offices/one"]
    assert refs(tested.find("Zoll", "de", limit=1)) == ["offices/one"]


def test_districts() -> None:
    """In a district, what belongs to others is left out; without one, everything stays."""
    council = "Bezirksbeirat"
    assert sorted(refs(finder().find(council, "de"))) == ["councils/beirat-altmarkt", "councils/beirat-nordhafen"]
    assert refs(finder().find(council, "de", district="altmarkt")) == ["councils/beirat-altmarkt"]
    assert refs(finder().find(council, "de", district="weiden-bruecktal")) == []


def test_a_place_in_the_question() -> None:
    """A named place is the district, however it is inflected or mistyped; it is no fault not to mention it."""
    for spelling in ("Lüttenmoor", "luettenmoor", "LÜTTENMOORER", "Lütenmoor"):
        found = finder().find(f"Bürgeramt {spelling}", "de")
        assert (found.place, found.hits[0].ref, found.hits[0].sure) == ("nordhafen", "offices/buergeramt", True)
        assert finder().find("Bürgeramt", "de").hits[0].score == found.hits[0].score
    assert finder().find("von Nordhafen nach Altmarkt umziehen", "de").place is None
    assert finder().find("Anmeldung in Seefurt", "de").place is None
    assert refs(finder().find("Pizza Nordhafen", "de")) == []


def test_a_given_district_and_a_named_one() -> None:
    """Who lives in one district and asks for the council of another gets it first."""
    found = finder().find("Bezirksbeirat Nordhafen", "de", district="altmarkt")
    assert refs(found) == ["councils/beirat-nordhafen", "councils/beirat-altmarkt"]


def test_names_that_differ_by_a_letter() -> None:
    """A place that is written as it is called is not taken for its neighbour."""
    places = Gazetteer({"": {"Marienfeld": "one", "Marienfelde": "two"}}, "de", tables())
    assert ["two", "one"] == [places.at([name], 0)[1] for name in ("marienfelde", "marienfeld")]


# Signposts


def signs(*phrases: str, unless: tuple[str, ...] = ()) -> Signs:
    """Signs in German."""
    return Signs({"words": phrases, "unless": unless}, "de", tables())


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Notfall", True),
        ("NOTFÄLLE jetzt", True),
        ("notfal!!", True),
        ("Notfalltermin", False),
        ("Termin, kein Notfall", False),
        ("kein Notfall, er atmet nicht", True),
        ("Er atmet seit gestern nicht", True),
        ("nicht alle atmet auf", False),
        ("atmet heute gut und nicht schlecht", False),
        ("es schießt jemand", True),
        ("die Kita schließt", False),
        ("", False),
    ],
)
def test_signs(query: str, expected: bool) -> None:
    """Phrases match in order with small gaps, endings and slips; `unless` silences only its own words."""
    tested = signs("Notfall", "atmet nicht", "schießt", unless=("kein Notfall", "Notfall Termin", "schließt"))
    assert expected == tested.call(words(query, "de", tables()))


def test_the_first_number_of_the_data_counts() -> None:
    """Danger to life comes before everything else."""
    index = build_index([], "de", tables(), {"112": {"words": ["blutet"]}, "110": {"words": ["schlägt mich"]}})
    for order in (("112", "110"), ("110", "112")):
        finder = Finder({"de": index}, Known(tables(), signposts=order))
        assert finder.find("er schlägt mich und es blutet", "de").signpost == order[0]


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("nordhafener", "nordhafen", True),
        ("hafens", "hafen", False),
        ("bewustlos", "bewusstlos", True),
        ("bewsusstlos", "bewusstlos", True),
        ("bewutslos", "bewusstlos", False),
        ("geschlafen", "geschlagen", False),
        ("notfalltermin", "notfall", False),
        ("otfall", "notfall", False),
    ],
)
def test_same_word(word: str, known: str, expected: bool) -> None:
    """An ending or one slip of the finger; another letter is another word."""
    assert expected == same_word(word, known)


# Beside the answers

ELSEWHERE = {"": {"Talheim": "Talheim"}, "de": {"Valley City": "Talheim"}}


def test_another_city() -> None:
    """A concern there is none of ours; an example from there is; who comes from there or names us asks about us."""
    places = {"": {"Seefurt": ""}}
    tested = finder_of(
        document(title="Wohnung anmelden"),
        document(ref="practices/talheim", kind="practice", title="Vereinshaus", keywords=["Talheim"]),
        places=places,
        elsewhere=ELSEWHERE,
    )
    for query in ("Wohnung anmelden Talheim", "Wohnung anmelden in Valley City"):
        found = tested.find(query, "de")
        assert ("Talheim", ()) == (found.elsewhere, found.hits)
        assert "topics/sample" == found.nearest[0].ref
    assert refs(tested.find("Vereinshaus Talheim", "de")) == ["practices/talheim"]
    for query in ("aus Talheim: Wohnung anmelden", "von Talheim nach Seefurt, Wohnung anmelden"):
        found = tested.find(query, "de")
        assert (None, "topics/sample") == (found.elsewhere, found.hits[0].ref)


def test_origin_by_ending() -> None:
    """Turkish says by an ending where somebody comes from."""
    tested = finder_of(document(title="konut kaydı"), lang="tr", elsewhere={"": {"Talheim": "Talheim"}})
    assert tested.find("Talheim'dan geldim konut kaydı", "tr").elsewhere is None
    assert tested.find("Talheim'da konut kaydı", "tr").elsewhere == "Talheim"


def test_another_spelling() -> None:
    """Where nothing is sure, unknown words are offered as a term writes the nearest; what is still typed is not."""
    tested = finder_of(document(title="Einbürgerung beantragen", synonyms=["Pass"]))
    assert tested.find("Einbürgrung? Mond Stern", "de").suggestion == "Einbürgerung? Mond Stern"
    assert tested.find("Einbürgrung", "de").suggestion is None, "this is sure enough"
    assert tested.find("Einbürg Mond Stern Wolke", "de").suggestion is None
    assert tested.find("Mond Stern", "de").suggestion is None


def test_doors() -> None:
    """A body that is named beside a concern is a door, unless the concern speaks of it."""
    office = document(ref="offices/amt", kind="office", title="Passamt")
    tested = finder_of(office, document(title="Heirat anmelden"), document(ref="topics/klage", title="Klage Passamt"))
    assert [("offices/amt", "topics/sample")] == list(tested.find("Passamt Heirat", "de").doors)
    assert () == tested.find("Passamt Klage", "de").doors
    assert () == tested.find("Passamt", "de").doors


def test_numbers_nobody_indexed() -> None:
    """An age or a sum takes nothing away; a number that a document has counts."""
    tested = finder_of(document(title="Schutz nach § 24"), document(ref="topics/other", title="Schutz am Hafen"))
    assert tested.find("Schutz 1800", "de").hits[0].sure
    assert refs(tested.find("24 Schutz", "de"))[0] == "topics/sample"


def test_calm_in_the_language_of_the_question() -> None:
    """What is calm in the language somebody speaks is no emergency in another that has the same word."""
    signposts = {"de": {"112": {"words": [], "unless": ["Suizid voriges Jahr"]}}, "en": {"112": {"words": ["Suizid"]}}}
    both = {lang: build_index([], lang, tables(), said) for lang, said in signposts.items()}
    tested = Finder(both, Known(tables(), signposts=("112",)))
    assert tested.find("Suizid", "de").signpost == "112"
    assert tested.find("Suizid voriges Jahr", "de").signpost is None

"""A language in; what the values of the model's fixed lists and the finder's own labels are called in it out."""

from __future__ import annotations

from collections.abc import Mapping

from wegweiser.extraction import Kind
from wegweiser.view.speech import Speech


def finder_words(speech: Speech) -> dict[str, str]:
    """The words that assets/finder-ui.js prints around answers: roles, states of programmes, and its own."""
    listed = {key: speech.word(word) for key, word in (*ROLES.items(), *FIXED_WORDS["programme"].items())}
    return listed | {
        "office": speech.word("Stelle"),
        "council": speech.word("Gremium"),
        "organisation": speech.word("Organisation"),
        "programme": speech.word("Förderung"),
        "practice": speech.word("Beispiel aus einer anderen Stadt"),
        "law": speech.word("Gesetz"),
        "commitment": speech.word("Zusage"),
        "matched": speech.word("gefunden über:"),
        "call": speech.word("Anrufen"),
        "write": speech.word("Schreiben"),
        "website": speech.word("Website öffnen"),
        "unsourced": speech.word("Adresse nicht durch eine Quelle bestätigt"),
        "counter": speech.word("Am Schalter zeigen"),
        "details": speech.word("Alles dazu"),
        "no_contact": speech.word("Eine geprüfte Telefonnummer oder E-Mail-Adresse haben wir nicht."),
        "helps": speech.word("Weiter hilft:"),
        "why": speech.word("Warum:"),
        "deadline": speech.word("Frist:"),
        "more": speech.word("Mehr dazu"),
        "other_ways": speech.word("Andere Wege"),
        "say": speech.word("Wer mitreden kann"),
        "funding": speech.word("Förderung dafür"),
        "here": speech.word("Zuständig wären hier"),
        "source": speech.word("Quelle:"),
        "as_of": speech.word("Stand"),
        "undated": speech.word("ohne Datum"),
        "unverified": speech.word("Nicht durch eine Quelle bestätigt"),
        "wrong": speech.word("Stimmt etwas nicht?"),
        "wrong_subject": speech.word("Fehler melden: {address}"),
        "wrong_body": speech.word("Was stimmt nicht? Bitte nennen Sie möglichst eine Quelle."),
        "district": speech.word("Bezirk"),
        "all_districts": speech.word("alle Bezirke"),
        "choose_district": speech.word("Bezirk wählen"),
        "ask_district": speech.word("In welchem Bezirk? Diese Stelle gibt es in jedem."),
        "only_in": speech.word("nur in"),
        "any_district": speech.word("in jedem Bezirk möglich"),
        "answers": speech.word("Antworten: {n}"),
        "answers_in": speech.word("Antworten für {district}: {n}"),
        "show_more": speech.word("Weitere Antworten zeigen"),
        "perhaps": speech.word("Nicht sicher, aber vielleicht ist eines davon gemeint."),
        "nothing": speech.word("Dafür haben wir keine Antwort gefunden."),
        "nothing_hint": speech.word("Versuchen Sie ein anderes Wort oder weniger Wörter."),
        "filtered": speech.word("Die Auswahl oben grenzt die Antworten ein."),
        "unfilter": speech.word("Ohne Eingrenzung suchen"),
        "nearest": speech.word("Am nächsten liegt vielleicht"),
        "groups": speech.word("Nach Themen"),
        "covers": speech.word("Dieses Verzeichnis gilt für {place}, nicht für {elsewhere}."),
        "meant": speech.word("Meinten Sie:"),
        "wrong_door": speech.word("{body} ist dafür nicht die richtige Stelle. Richtig ist: {right}"),
        "guide": speech.word("Lieber Schritt für Schritt, ohne zu tippen?"),
        "keep": speech.word("Fragen ohne Antwort auf diesem Gerät merken"),
        "keep_note": speech.word("Nur auf diesem Gerät. Nichts wird von selbst verschickt."),
        "kept": speech.word("Diese Frage ist auf diesem Gerät gemerkt."),
        "kept_list": speech.word("Liste ansehen, löschen oder schicken"),
        "human": speech.word("Lieber mit einem Menschen sprechen?"),
        "missing": speech.word("Etwas fehlt? Sagen Sie es uns."),
        "missing_subject": speech.word("Im Wegweiser fehlt etwas"),
        "missing_body": speech.word("Ich habe gesucht nach: {query}"),
        "emergency": speech.word("Im Notfall zuerst:"),
        "old": speech.word("Diese Kopie ist vom {day}. Prüfen Sie Kontakte und Fristen."),
        "tongue": speech.language_name(speech.wording.source),
    }


def _words(**words: str) -> Mapping[str, str]:
    return {key.replace("_", "-"): word for key, word in words.items()}


ROLES = _words(
    decides="entscheidet",
    serves="hilft und nimmt an",
    counsels="berät Sie",
    advises="berät die Verwaltung",
    funds="fördert",
    supervises="beaufsichtigt",
    complaints="nimmt Beschwerden an",
    represents="vertritt",
)
FIXED_WORDS: Mapping[str, Mapping[str, str]] = {
    "role": ROLES,
    "level": _words(federal="Bund", state="Land", district="Bezirk", other="andere Träger"),
    "audience": _words(individual="für mich", organisation="für unsere Organisation"),
    "contact": _words(
        phone="Telefon",
        email="E-Mail",
        address="Adresse",
        website="Website",
        appointment="Termin",
        hours="Öffnungszeiten",
        languages="Sprachen",
    ),
    "public": {
        "yes": "Sitzungen sind öffentlich",
        "mostly": "Sitzungen sind meist öffentlich",
        "mostly-not": "Sitzungen sind meist nicht öffentlich",
        "no": "Sitzungen sind nicht öffentlich",
        "unknown": "Ob Sitzungen öffentlich sind, ist nicht bekannt",
    },
    "voice": _words(
        vote="mit Stimme", advisory="beratend, ohne Stimme", none="ohne Sitz", unknown="Stimmrecht nicht bekannt"
    ),
    "way": {
        "agenda-item": "Ein Thema auf die Tagesordnung bringen",
        "apply": "Sich bewerben",
        "collect": "Unterschriften sammeln",
        "collective": "Gemeinsam handeln",
        "complain": "Sich beschweren",
        "counselling": "Sich beraten lassen",
        "delegate": "Vertretung entsenden",
        "guest": "Als Gast teilnehmen",
        "join": "Mitglied werden",
        "nominate": "Jemanden vorschlagen",
        "online": "Online mitmachen",
        "propose": "Einen Vorschlag machen",
        "stand": "Selbst kandidieren",
        "support": "Sich unterstützen lassen",
        "vote": "Wählen",
        "write": "Schreiben",
    },
    "programme": _words(
        open="jetzt offen",
        coming="kommt bald",
        closed="letzte Frist vorbei",
        ended="eingestellt",
        unknown="Frist nicht bekannt",
    ),
    "round": _words(open="jetzt offen", coming="kommt bald", closed="vorbei", unknown="Frist nicht bekannt"),
    "practice": _words(ongoing="läuft", unknown="Stand nicht bekannt", preparing="in Vorbereitung", ended="beendet"),
    "transfer": _words(state="Land", district="Bezirke", mo="Organisationen"),
    "per": _words(
        year="im Jahr", period="im Zeitraum", project="je Projekt", measure="je Maßnahme", proposal="je Vorschlag"
    ),
}
COVERAGE_KINDS: Mapping[Kind, str] = {
    Kind.WORD: "Wörter der Website",
    Kind.CORE: "Wichtige Texte",
    Kind.LONG: "Weitere Texte",
    Kind.MESSAGE: "Meldungen des Werkzeugs",
}
COVERAGE_STATES = {
    "total": "gesamt",
    "translated": "übersetzt",
    "outdated": "veraltet",
    "missing": "fehlt",
    "machine_made": "maschinell",
    "reviewed": "geprüft",
}
"""Fields of `Coverage` -> heading of their column."""

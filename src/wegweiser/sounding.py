"""A word in any script in; its sounding key out: what is left of a word that was written down by ear.

Arabic, Persian, Russian or Ukrainian is often typed in Latin letters ("iqama", "propiska"), German office words in the
letters of one's own language. Both leave the consonants more or less alone. So the key of a word is the consonants
under the names that the language's finder.yaml gives them ("sounds"), with `*` for a vowel in front.
"""

from __future__ import annotations

from collections.abc import Sequence

# One consonant is in too many words.
FEWEST_SOUNDS = 2
VOWEL = "*"

Spellings = Sequence[tuple[str, str]]


def sounding(word: str, spellings: Spellings) -> str:
    """The key of a folded word; nothing if too little of it can be heard.

    `spellings` pairs letters with sounds, tried in their order at each place of the word; `^` before letters means at
    the beginning only, `$` behind them at the end only. An empty sound is a vowel or not heard; letters that are not
    listed stand for themselves. The same sound again counts once, with a vowel between or without.
    """
    heard, at = "", 0
    while at < len(word):
        letters, sound = _spelled(word, at, spellings)
        if sound and not heard.endswith(sound):
            heard += sound
        elif not sound and at == 0:
            heard = VOWEL
        at += letters
    return heard if len(heard) - heard.count(VOWEL) >= FEWEST_SOUNDS else ""


def _spelled(word: str, at: int, spellings: Spellings) -> tuple[int, str]:
    """How many letters the next sound takes, and which it is."""
    for written, sound in spellings:
        letters = written.strip("^$")
        if not word.startswith(letters, at):
            continue
        if (written[0] == "^" and at) or (written[-1] == "$" and at + len(letters) < len(word)):
            continue
        return len(letters), sound
    return 1, word[at]

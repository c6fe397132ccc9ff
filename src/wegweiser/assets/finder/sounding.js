/* A word in; how it sounds out: as sounding.py. */

const FEWEST_SOUNDS = 2;
const VOWEL = "*";

function sounding(word, spellings) {
  let heard = "";
  let at = 0;
  while (at < word.length) {
    const [letters, sound] = spelled(word, at, spellings);
    if (sound && !heard.endsWith(sound)) heard += sound;
    else if (!sound && at === 0) heard = VOWEL;
    at += letters;
  }
  return heard.length - (heard[0] === VOWEL ? 1 : 0) >= FEWEST_SOUNDS ? heard : "";
}

function spelled(word, at, spellings) {
  for (const [written, sound] of spellings) {
    const letters = written.replace("^", "").replace("$", "");
    if (!word.startsWith(letters, at)) continue;
    if ((written[0] === "^" && at) || (written.endsWith("$") && at + letters.length < word.length)) continue;
    return [letters.length, sound];
  }
  return [1, word[at]];
}

/* A word in; the indexed words that it may mean out, each with a certainty: as similar.py. */

const SHORTEST_BEGINNING = 2;
const SHORTEST_SLIP = 4;
const SHORTEST_PART = 4;
const SHORTEST_COMPOUND = 8;
const SHORTEST_BARE = 3;
const LONGEST_SHORT = 5;
const SHORTEST_HEARD = 5;
const END = "\uffff";

class Lexicon {
  constructor(terms, language) {
    this.terms = terms;
    this.position = new Map(terms.map((term, number) => [term, number]));
    this.language = language;
    this.letters = null;
    this.keys = null;
  }

  /** The words by their sounding keys: those in Latin letters, and those in others. */
  get sounding() {
    if (this.keys) return this.keys;
    this.keys = [new Map(), new Map()];
    this.terms.forEach((term, number) => {
      const key = sounding(term, this.language.sounds);
      const keys = this.keys[isLatin(term) ? 0 : 1];
      if (!key) return;
      if (keys.has(key)) keys.get(key).push(number);
      else keys.set(key, [number]);
    });
    return this.keys;
  }

  beginning(start) {
    return [firstFrom(this.terms, start), firstFrom(this.terms, start + END)];
  }

  similar(word) {
    const found = new Map();
    this.related(word, found);
    if (this.position.has(word)) return found;
    for (const part of this.parts(word)) keep(found, this.position.get(part), 0.7);
    this.mistyped(word).forEach((certain, number) => keep(found, number, certain));
    for (const prefix of this.language.loosePrefixes) {
      const left = word.length - prefix.length;
      if (word.startsWith(prefix) && left >= SHORTEST_BARE) this.withoutPrefix(word.slice(prefix.length), found);
    }
    if (this.language.sounds.length) this.heard(word, found);
    if (this.language.typed.size && ASCII.test(word)) this.onOtherKeyboard(word, found);
    return found;
  }

  onOtherKeyboard(word, found) {
    const number = this.position.get([...word].map((letter) => this.language.typed.get(letter) || letter).join(""));
    if (number !== undefined) keep(found, number, 0.9);
  }

  withoutPrefix(rest, found) {
    const bare = new Map();
    this.related(rest, bare);
    bare.forEach((certain, number) => keep(found, number, 0.9 * certain));
  }

  heard(word, found) {
    const key = sounding(word, this.language.sounds);
    const [latin, other] = this.sounding;
    if (this.language.script !== "latin") {
      const keys = isLatin(word) ? other : latin;
      if (key) for (const number of keys.get(key) || []) keep(found, number, key.length > FEWEST_SOUNDS ? 0.7 : 0.5);
    } else if (key.length >= SHORTEST_HEARD) {
      for (const number of latin.get(key) || []) keep(found, number, 0.6);
    }
  }

  parts(word) {
    if (!this.language.splitsCompounds || word.length < SHORTEST_COMPOUND) return [];
    return split(word, this.position, this.language.compoundLinks);
  }

  related(word, found) {
    const length = word.length;
    if (this.position.has(word)) found.set(this.position.get(word), 1);
    const begun = this.position.has(word) && length <= LONGEST_SHORT ? 0.4 : 0.8;
    if (length >= SHORTEST_BEGINNING) {
      const [from, to] = this.beginning(word);
      for (let number = from; number < to; number++) {
        keep(found, number, begun * (0.4 + (0.6 * length) / this.terms[number].length));
      }
    }
    const likely = this.position.has(word) ? 0.45 : 0.9;
    const shortest = this.language.shortestStem;
    for (let end = shortest; end < length; end++) {
      const shorter = this.position.get(word.slice(0, end));
      if (shorter !== undefined) keep(found, shorter, (likely * end) / length);
    }
    const stem = Math.max(shortest, Math.floor((3 * length + 4) / 5));
    if (length < stem) return;
    const [from, to] = this.beginning(word.slice(0, stem));
    for (let number = from; number < to; number++) {
      const share = common(word, this.terms[number]) / Math.max(length, this.terms[number].length);
      keep(found, number, 0.9 * (share * share));
    }
  }

  mistyped(word) {
    const found = new Map();
    if (word.length < SHORTEST_SLIP) return found;
    if (!this.letters) this.letters = this.terms.map(letters);
    const most = word.length >= 8 ? 2 : 1;
    const bits = letters(word);
    const [from, to] = this.beginning(word[0]);
    for (let number = from; number < to; number++) {
      if (bitCount(bits ^ this.letters[number]) > 2 * most) continue;
      const slips = distance(word, this.terms[number], most);
      if (slips <= most) found.set(number, slips === 1 ? 0.6 : 0.45);
    }
    return found;
  }
}

function isLatin(word) {
  return word[0] < "\u0250";
}

function firstFrom(terms, start) {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (terms[middle] < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function keep(found, number, weight) {
  if (weight > (found.get(number) || 0)) found.set(number, weight);
}

function common(one, other) {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1;
  return length;
}

function letters(word) {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) % 31);
  return bits;
}

function bitCount(bits) {
  let count = 0;
  for (; bits; bits &= bits - 1) count += 1;
  return count;
}

function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const line = [row];
    for (let column = 1; column <= other.length; column++) {
      const differs = one[row - 1] === other[column - 1] ? 0 : 1;
      let cost = Math.min(last[column] + 1, line[column - 1] + 1, last[column - 1] + differs);
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        cost = Math.min(cost, before[column - 2] + 1);
      }
      line.push(cost);
    }
    if (Math.min(...line) > most) return most + 1;
    before = last;
    last = line;
  }
  return Math.min(last[last.length - 1], most + 1);
}

function split(word, known, links) {
  const best = new Map([[word.length, []]]);
  for (let start = word.length - SHORTEST_PART; start >= 0; start--) {
    for (let end = word.length; end >= start + SHORTEST_PART; end--) {
      const piece = word.slice(start, end);
      if (piece === word || !known.has(piece)) continue;
      for (const link of ["", ...links]) {
        const rest = word.startsWith(link, end) ? best.get(end + link.length) : undefined;
        if (!rest || (link && !rest.length)) continue;
        if (!best.has(start) || rest.length + 1 < best.get(start).length) best.set(start, [piece, ...rest]);
      }
    }
  }
  return best.get(0) || [];
}

/* The words of a question in; the places it names and the emergency number it calls for out: as spotting.py. */

const SHORTEST_INFLECTED = 6;
const LONGEST_ENDING = 3;
const SHORTEST_SLIPPED = 7;
const WIDEST_GAP = 2;

class Gazetteer {
  constructor(names, lang, tables) {
    const known = Object.assign({}, names[""], names[base(lang)], names[lang]);
    const folded = Object.entries(known).map(([name, id]) => [words(name, lang, tables), id]);
    const all = folded.filter(([name]) => name.length);
    const key = ([name, id]) => name.join("\u0001") + "\u0000" + id;
    all.sort((one, other) => other[0].length - one[0].length || compare(key(one), key(other)));
    this.names = grouped(all, ([name]) => name[0][0]);
  }

  at(found, at) {
    for (const same of [(word, known) => word === known, sameWord]) {
      for (const item of this.names.get(found[at][0]) || []) {
        const name = item[0];
        if (at + name.length <= found.length && name.every((word, next) => same(found[at + next], word))) return item;
      }
    }
    return [[], ""];
  }
}

class Places {
  constructor(places, elsewhere, lang, tables) {
    this.ours = new Gazetteer(places, lang, tables);
    this.others = new Gazetteer(elsewhere, lang, tables);
    this.language = tables.language(lang);
    this.written = new Map(Object.keys(elsewhere[""] || {}).map((name) => [name, words(name, lang, tables)]));
  }

  spot(found) {
    const rest = [];
    const named = [];
    const districts = new Set();
    const others = [];
    for (let at = 0; at < found.length; ) {
      const [name, district] = this.ours.at(found, at);
      const [other, place] = name.length ? [[], ""] : this.others.at(found, at);
      named.push(...(name.length ? name : this.written.get(place) || []));
      if (district) districts.add(district);
      if (place && !this.isOrigin(found, at, other)) others.push(place);
      if (!name.length && !other.length) rest.push(found[at]);
      at += name.length || other.length || 1;
    }
    const aboutUs = named.length > others.flatMap((place) => this.written.get(place)).length;
    return { words: rest, places: named, districts, elsewhere: aboutUs ? [] : [...new Set(others)] };
  }

  isOrigin(found, at, name) {
    const last = name[name.length - 1];
    const said = found[at + name.length - 1];
    const ending = said.startsWith(last) ? said.slice(last.length) : "";
    if (this.language.originEndings.has(ending)) return true;
    return this.language.originWords.some(
      (words) => at >= words.length && words.every((word, place) => found[at - words.length + place] === word)
    );
  }
}

class Signs {
  constructor(phrases, lang, tables) {
    const fold = (list) => (list || []).map((phrase) => words(phrase, lang, tables)).filter((phrase) => phrase.length);
    const [calling, harmless] = [fold(phrases.words), fold(phrases.unless)];
    this.calling = grouped(calling, (phrase) => phrase[0]);
    this.harmless = grouped(harmless, (phrase) => phrase[0]);
    this.known = grouped([...new Set([...calling, ...harmless].flat())], (word) => word[0]);
  }

  call(found, shortest = 1) {
    const meant = found.map((word) => this.meant(word));
    const said = new Set(meant.flatMap((known) => [...known]));
    const harmless = new Set(within(said, this.harmless).flat());
    const open = meant.map((known) => ([...known].some((word) => harmless.has(word)) ? new Set() : known));
    return within(said, this.calling).some((phrase) => phrase.length >= shortest && inOrder(phrase, open));
  }

  calm(found) {
    return within(new Set(found.flatMap((word) => [...this.meant(word)])), this.harmless).length > 0;
  }

  meant(word) {
    const known = this.known.get(word[0]) || [];
    return new Set(known.includes(word) ? [word] : known.filter((wanted) => sameWord(word, wanted)));
  }
}

function compare(one, other) {
  return one < other ? -1 : one > other ? 1 : 0;
}

function grouped(items, key) {
  const found = new Map();
  for (const item of items) {
    if (!found.has(key(item))) found.set(key(item), []);
    found.get(key(item)).push(item);
  }
  return found;
}

function within(said, phrases) {
  return [...said].flatMap((first) => (phrases.get(first) || []).filter((phrase) => phrase.every((word) => said.has(word))));
}

function sameWord(word, known) {
  if (word === known) return true;
  if (word[0] !== known[0]) return false;
  const longer = word.length - known.length;
  if (known.length >= SHORTEST_INFLECTED && longer > 0 && longer <= LONGEST_ENDING && word.startsWith(known)) return true;
  return known.length >= SHORTEST_SLIPPED && Math.abs(longer) <= 1 && slipped(word, known);
}

function slipped(word, known) {
  const at = common(word, known);
  if (word.length < known.length) return word.slice(at) === known.slice(at + 1);
  if (word.length > known.length) return word.slice(at + 1) === known.slice(at);
  const swapped = known.slice(at, at + 2).split("").reverse().join("");
  return word.slice(at, at + 2) === swapped && word.slice(at + 2) === known.slice(at + 2);
}

function inOrder(phrase, meant) {
  let ends = [...meant.keys()].filter((at) => meant[at].has(phrase[0]));
  for (const word of phrase.slice(1)) {
    const next = new Set();
    for (const end of ends) {
      for (let at = end + 1; at < Math.min(end + 2 + WIDEST_GAP, meant.length); at++) {
        if (meant[at].has(word)) next.add(at);
      }
    }
    ends = [...next];
  }
  return ends.length > 0;
}

/*
 * The finder in the browser: the same words, answers and scores as src/wegweiser (analysis, sounding, similar,
 * spotting, index, rank, candidates, advice, search), function by function. Change both sides together; tests/test_finder_parity.py compares them.
 *
 *   const finder = new WegweiserFinder.Finder(settings);   // settings: what search.Known.to_json() wrote
 *   finder.addIndex("de", data);                                 // data: what search.build_index() wrote
 *   finder.find("Wo melde ich mich an?", "de", { district: "nordhafen", limit: 5 });
 */
(function () {
  "use strict";

  const LONGEST_WORD = 64;
  const SEVERAL = 2;
  const MOST_WORDS = 40;
  const SURE = 0.6;
  const PERHAPS = 0.4;
  const FIRST = 3;
  const ALL_SAID = 0.8;
  const NAMED = 0.8;
  const NAMED_AMONG = 20;
  const NAMED_BONUS = 0.5;
  const AMONG = 10;
  const BODIES = ["office", "council", "organisation"];
  const MOST_REASONS = 3;
  const SHORTEST_BEGINNING = 2;
  const SHORTEST_SLIP = 4;
  const SHORTEST_PART = 4;
  const SHORTEST_COMPOUND = 8;
  const SHORTEST_INFLECTED = 6;
  const LONGEST_ENDING = 3;
  const SHORTEST_SLIPPED = 7;
  const WIDEST_GAP = 2;
  const SHORTEST_BARE = 3;
  const LONGEST_SHORT = 5;
  const SHORTEST_HEARD = 5;
  const FEWEST_SOUNDS = 2;
  const VOWEL = "*";
  const MOST_REMEMBERED = 2000;
  const MOST_BEST = 100;
  const STRETCHED = /([^0-9])\1{2,}/g;
  const DIGITS = /^[0-9]+$/;
  const ASCII = /^[\x00-\x7f]*$/;
  const END = "\uffff";
  const SPACE = /[ \t\n\r\f\v\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;
  const AROUND = ".,;:!?…\"'()[]{}<>«»‹›„“”‚‘’*_/\\|+=~#-–—·¿¡،؛؟";

  // ---- analysis.py ----

  // What nothing is known about; a language's own file says the rest.
  const BRIEF = {
    script: "latin", stopWords: [], replacements: [], prefixes: [], lettersLeft: 3, apostropheSplits: false, joinedSigns: [],
    joinedEndings: [], loosePrefixes: [], sounds: [], keyboard: {}, shortestStem: 4, enough: 16, originWords: [],
    originEndings: [], splitsCompounds: false, compoundLinks: [],
  };

  const code = (number) => "\\u" + number.toString(16).padStart(4, "0");
  const characterClass = (ranges) => ranges.map(([low, high]) => code(low) + "-" + code(high)).join("");
  const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");

  class Tables {
    constructor(data) {
      this.letters = characterClass(data.letters);
      this.apostrophes = new RegExp("[" + escaped(data.apostrophes) + "]", "g");
      this.deletion = new RegExp("[" + characterClass(data.deleted) + "]", "g");
      this.marking = new RegExp("[" + characterClass(data.marks) + "]", "g");
      this.word = new RegExp("[" + this.letters + "]+", "g");
      this.characters = new Map(Object.entries(data.characters));
      this.replaced = new RegExp("[" + [...this.characters.keys()].map((sign) => code(sign.charCodeAt(0))).join("") + "]", "g");
      this.scripts = Object.entries(data.scripts);
      this.languages = new Map(Object.entries(data.languages).map(([lang, item]) => [lang, this.prepared(item)]));
      this.unknown = this.prepared({});
    }

    /** Everything about a language; before its file is loaded, only what tells it from others is known. */
    add(lang, item) {
      this.languages.set(this.languages.has(lang) ? lang : base(lang), this.prepared(item));
    }

    prepared(brief) {
      const item = Object.assign({}, BRIEF, brief);
      const sets = { stopWords: new Set(item.stopWords), originEndings: new Set(item.originEndings) };
      const { apostropheSplits, joinedSigns, joinedEndings, prefixes, lettersLeft, replacements } = item;
      // Languages that read alike share the work of reading.
      const reading = JSON.stringify([apostropheSplits, joinedSigns, joinedEndings, prefixes, prefixes.length && lettersLeft, replacements]);
      const typed = new Map(Object.entries(item.keyboard).map(([own, latin]) => [latin, own]));
      const language = Object.assign({}, item, sets, { joining: null, reading, typed });
      if (item.joinedSigns.length && item.joinedEndings.length) {
        const ending = "(?:" + item.joinedSigns.map(escaped).join("|") + ")(?:" + item.joinedEndings.join("|") + ")";
        language.joining = new RegExp("([" + this.letters + "])((?:" + ending + ")+)(?![" + this.letters + "])", "g");
      }
      return language;
    }

    language(lang) {
      return this.languages.get(lang) || this.languages.get(base(lang)) || this.unknown;
    }
  }

  function folded(text, language, tables) {
    if (ASCII.test(text)) return text.replace(tables.apostrophes, language.apostropheSplits ? " " : "").toLowerCase();
    return text
      .replace(tables.apostrophes, language.apostropheSplits ? " " : "")
      .replace(tables.deletion, "")
      .normalize("NFKC")
      .toLowerCase()
      .normalize("NFKD")
      .replace(tables.marking, "")
      .normalize("NFC")
      .replace(tables.replaced, (sign) => tables.characters.get(sign));
  }

  function joined(text, language, tables) {
    if (!language.joining) return text;
    return text.replace(language.joining, (_, letter, endings) => letter + endings.match(tables.word).join(""));
  }

  function replaced(word, old, put, notAfter) {
    let result = "";
    let at = 0;
    while (at < word.length) {
      if (word.startsWith(old, at) && (at === 0 || !notAfter.includes(word[at - 1]))) {
        result += put;
        at += old.length;
      } else {
        result += word[at];
        at += 1;
      }
    }
    return result;
  }

  function bare(word, language) {
    word = word.replace(STRETCHED, "$1");
    for (const prefix of language.prefixes) {
      if (word.startsWith(prefix) && word.length - prefix.length >= language.lettersLeft) {
        word = word.slice(prefix.length);
        break;
      }
    }
    for (const [old, put, notAfter] of language.replacements) {
      if (word.includes(old)) word = replaced(word, old, put, notAfter);
    }
    return word;
  }

  function words(text, lang, tables) {
    const language = tables.language(lang);
    const found = joined(folded(text, language, tables), language, tables).match(tables.word) || [];
    return found.map((word) => bare(word.slice(0, LONGEST_WORD), language)).filter(Boolean);
  }

  function analyse(text, lang, tables) {
    const found = words(text, lang, tables);
    const stopWords = tables.language(lang).stopWords;
    const said = found.filter((word) => !stopWords.has(word));
    return said.length ? said : found;
  }

  function scriptsOf(found, tables) {
    const first = found.map((word) => word.charCodeAt(0));
    const written = tables.scripts.filter(([, ranges]) =>
      first.some((number) => ranges.some(([low, high]) => low <= number && number <= high))
    );
    return new Set(written.map(([script]) => script));
  }

  // ---- sounding.py ----

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

  // ---- similar.py ----

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

  // ---- spotting.py ----

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

  /** The base language of a BCP 47 tag: `de` for `de-simple`. */
  function base(code) {
    return code.split("-")[0];
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

  // ---- index.py ----

  class Index {
    /** `parts`: what was loaded of the files of a language; see splitting.py. */
    constructor(parts, tables) {
      const [{ lang, idf }] = parts;
      this.lang = lang;
      this.lexicon = new Lexicon(termsOf(parts), tables.language(lang));
      this.tables = tables;
      this.rarest = idf.length ? Math.max(...idf.map(([, weight]) => weight)) : 1;
      this.places = parts.flatMap((part) => part.documents.map((facts, at) => ({ facts, part, at })));
      this.places.sort((one, other) => compare(one.facts.ref, other.facts.ref));
      this.documents = this.places.map(({ facts }) => facts);
      this.postings = postings(parts, this);
      this.places = null;
      this.rememberedWords = new Map();
      this.rememberedBest = new Map();
      this.rememberedPhrases = new Map();
    }

    similar(word) {
      if (this.rememberedWords.size >= MOST_REMEMBERED) this.rememberedWords.clear();
      if (!this.rememberedWords.has(word)) this.rememberedWords.set(word, this.lexicon.similar(word));
      return this.rememberedWords.get(word);
    }

    /** Per document the best score and certainty that a word of a question reaches; remembered while it is typed on. */
    best(word) {
      if (this.rememberedBest.size >= MOST_BEST) this.rememberedBest.clear();
      if (!this.rememberedBest.has(word)) this.rememberedBest.set(word, best(this.similar(word), this));
      return this.rememberedBest.get(word);
    }

    /** Whether a document has a word. */
    has(number, document) {
      for (let at = this.postings.starts[number]; at < this.postings.ends[number]; at++) {
        if (this.postings.documents[at] === document) return true;
      }
      return false;
    }

    exactly(word) {
      const number = this.lexicon.position.get(word);
      return number === undefined ? new Map() : new Map([[number, 1]]);
    }

    documentsWith(word) {
      const number = this.lexicon.position.get(word);
      const found = new Map();
      if (number === undefined) return found;
      const { starts, ends, documents, weights } = this.postings;
      for (let at = starts[number]; at < ends[number]; at++) found.set(documents[at], weights[at]);
      return found;
    }

    nearest(word) {
      const [from, to] = this.lexicon.beginning(word);
      if (this.lexicon.position.has(word) || to > from) return null;
      const often = (number) => this.postings.ends[number] - this.postings.starts[number];
      const slips = [...this.lexicon.mistyped(word)];
      slips.sort((one, other) => other[1] - one[1] || often(other[0]) - often(one[0]) || one[0] - other[0]);
      return slips.length ? this.written(slips[0][0]) : null;
    }

    written(number) {
      for (let at = this.postings.starts[number]; at < this.postings.ends[number]; at++) {
        for (const phrase of this.phrases(this.postings.documents[at])) {
          if (!phrase.words.includes(number)) continue;
          for (const chunk of phrase.said.split(SPACE)) {
            const found = words(chunk, this.lang, this.tables);
            if (found.length === 1 && found[0] === this.lexicon.terms[number]) return stripped(chunk);
          }
        }
      }
      return null;
    }

    phrases(document) {
      if (!this.rememberedPhrases.has(document)) {
        const facts = this.documents[document];
        const said = [facts.title, ...facts.synonyms, ...facts.keywords];
        this.rememberedPhrases.set(document, said.map((phrase) => this.phrase(phrase)));
      }
      return this.rememberedPhrases.get(document);
    }

    phrase(said) {
      const found = [...new Set(analyse(said, this.lang, this.tables))];
      const pieces = found.flatMap((word) => this.lexicon.parts(word));
      const position = this.lexicon.position;
      const numbers = (group) => group.filter((word) => position.has(word)).map((word) => position.get(word));
      return { said, words: numbers(found), parts: numbers(pieces) };
    }
  }

  /** The words of all parts, in the order of their letters. */
  function termsOf(parts) {
    const found = parts.map(({ terms }) => (terms ? terms.split(" ") : []));
    return found.length === 1 ? found[0] : [...new Set(found.flat())].sort(compare);
  }

  /** Per field the words of all documents in a row: from `starts[document]` on their `numbers` and how often (`counts`). */
  function counted(parts, { lexicon, lang, tables, places }) {
    const often = new Int32Array(lexicon.terms.length);
    const numbers = new Map(parts.map((part) => [part, numbersIn(part, lexicon, parts.length)]));
    return parts[0].fields.map((field, name) => {
      const row = { boost: field.boost, starts: [0], numbers: [], counts: [] };
      for (const { facts, part, at } of places) {
        const met = unpacked(part.fields[name].words[at], often, numbers.get(part));
        for (const phrase of shown(field.name, facts)) {
          for (const word of analyse(phrase, lang, tables)) {
            const number = lexicon.position.get(word);
            if (!often[number]) met.push(number);
            often[number] += 1;
          }
        }
        for (const number of met) {
          row.numbers.push(number);
          row.counts.push(often[number]);
          often[number] = 0;
        }
        row.starts.push(row.numbers.length);
      }
      return row;
    });
  }

  /** The number among all words of each word of a part; null if they are the same. */
  function numbersIn(part, lexicon, count) {
    return count === 1 ? null : part.terms.split(" ").map((term) => lexicon.position.get(term));
  }

  /** The numbers of the words that are packed; how often each is there is added to `often`. */
  function unpacked(packed, often, numbers) {
    const met = [];
    let position = -1;
    for (const item of packed) {
      if (item > 0) {
        position += item;
        met.push(numbers ? numbers[position] : position);
        often[met[met.length - 1]] = 1;
      } else often[met[met.length - 1]] = -item;
    }
    return met;
  }

  /**
   * The documents that have a word and lunr's weight of it, summed over the fields: those of term `number` stand from
   * `starts[number]` to `starts[number + 1]`, the documents in their order.
   */
  function postings(parts, index) {
    const data = parts[0];
    const fields = counted(parts, index);
    const size = index.lexicon.terms.length;
    const here = new Int32Array(size);
    for (const { numbers } of fields) for (const number of numbers) here[number] += 1;
    const often = data.often ? everywhere(parts, index) : here;
    fields.forEach((field, place) => {
      field.average = data.averages ? data.averages[place] : field.counts.reduce(add, 0) / Math.max(1, index.documents.length);
    });
    const rarity = new Map(data.idf);
    const starts = new Int32Array(size + 1);
    for (let number = 0; number < size; number++) starts[number + 1] = starts[number] + here[number];
    const found = { starts, ends: starts.slice(0, size), documents: new Int32Array(starts[size]), weights: new Float64Array(starts[size]) };
    for (let document = 0; document < index.documents.length; document++) {
      for (const field of fields) weigh(document, field, data, often, rarity, found);
    }
    return found;
  }

  /** How often each word is indexed in all parts, loaded or not. */
  function everywhere(parts, { lexicon }) {
    const often = new Int32Array(lexicon.terms.length);
    for (const part of parts) part.terms.split(" ").forEach((term, place) => (often[lexicon.position.get(term)] = part.often[place]));
    return often;
  }

  function weigh(document, field, { k1, b }, often, rarity, found) {
    const [from, to] = [field.starts[document], field.starts[document + 1]];
    const length = field.counts.slice(from, to).reduce(add, 0);
    const long = k1 * (1 - b + b * (length / field.average));
    for (let place = from; place < to; place++) {
      const number = field.numbers[place];
      const count = field.counts[place];
      const weight = Math.floor(((rarity.get(often[number]) * ((k1 + 1) * count)) / (long + count)) * field.boost * 1000 + 0.5) / 1000;
      const last = found.ends[number] - 1;
      if (last >= found.starts[number] && found.documents[last] === document) found.weights[last] += weight;
      else {
        found.documents[last + 1] = document;
        found.weights[last + 1] = weight;
        found.ends[number] += 1;
      }
    }
  }

  /** What a document shows of a field; the file leaves those words out. */
  function shown(name, facts) {
    return name === "title" ? [facts.title] : name === "synonyms" || name === "keywords" ? facts[name] : [];
  }

  function add(one, other) {
    return one + other;
  }

  // ---- rank.py ----

  function rank(question, index) {
    const met = question.words.map((word) => index.best(word));
    const named = question.places.map((name) => index.documentsWith(name));
    const candidates = met.length ? index.documents.keys() : new Set(named.flatMap((weights) => [...weights.keys()]));
    const found = [];
    for (const document of candidates) {
      if (met.length && !met.some(({ certain }) => certain[document])) continue;
      found.push(match(document, question, met, named));
    }
    return found;
  }

  function match(document, question, met, named) {
    let [total, certain, letters, count, size] = [0, 0, 0, 0, met.length];
    met.forEach((found, place) => {
      if (!found.certain[document]) return;
      total += found.scores[document];
      certain += found.certain[document];
      letters += found.certain[document] * question.words[place].length;
      count += 1;
    });
    const share = size ? certain / size : 1;
    named.forEach((weights, place) => {
      if (!weights.has(document)) return;
      total += share * weights.get(document);
      certain += share;
      letters += share * question.places[place].length;
      count += 1;
      size += 1;
    });
    return { document, score: total * (count / size), certain: certain / size, letters };
  }

  /** Per document the best score that one word of the question reaches, and its best certainty. */
  function best(similar, index) {
    const scores = new Float64Array(index.documents.length);
    const surest = new Float64Array(index.documents.length);
    const { starts, ends, documents, weights } = index.postings;
    similar.forEach((certain, number) => {
      for (let at = starts[number]; at < ends[number]; at++) {
        const document = documents[at];
        const score = certain * weights[at];
        if (score > scores[document]) scores[document] = score;
        if (certain > surest[document]) surest[document] = certain;
      }
    });
    return { scores, certain: surest };
  }

  function named(question, document, index) {
    const meant = meantIn(question, document, index);
    let most = 0;
    for (const phrase of index.phrases(document)) {
      if (phrase.words.length) most = Math.max(most, gain(phrase.words, meant) / phrase.words.length);
    }
    return most;
  }

  function explained(question, document, index) {
    const meant = meantIn(question, document, index);
    let total = 0;
    for (const word of question.words) {
      const here = new Map(meant.has(word) ? [[word, meant.get(word)]] : []);
      total += Math.max(0, ...index.phrases(document).map((phrase) => reach(phrase, here)));
    }
    return question.words.length ? total / question.words.length : 0;
  }

  function reasons(query, question, document, index) {
    let open = meantIn(question, document, index);
    const chosen = [];
    while (open.size && chosen.length < MOST_REASONS) {
      let best = null;
      let most = 0;
      for (const phrase of index.phrases(document)) {
        const far = reach(phrase, open);
        if (far > most || (far && far === most && phrase.words.length < best.words.length)) [best, most] = [phrase, far];
      }
      if (!best) break;
      chosen.push(best.said);
      const known = [...best.words, ...best.parts];
      open = new Map([...open].filter(([, meant]) => !known.some((number) => meant.has(number))));
    }
    const own = ownWords(query, index);
    for (const word of open.keys()) if (own.has(word)) chosen.push(own.get(word));
    return [...new Set(chosen)].slice(0, MOST_REASONS);
  }

  function meantIn(question, document, index) {
    const similar = new Map(question.words.map((word) => [word, index.similar(word)]));
    for (const name of question.places) similar.set(name, index.exactly(name));
    const meant = new Map();
    similar.forEach((numbers, word) => {
      const here = new Map([...numbers].filter(([number]) => index.has(number, document)));
      if (here.size) meant.set(word, here);
    });
    return meant;
  }

  function reach(phrase, meant) {
    const numbers = phrase.words.concat(phrase.parts);
    let total = 0;
    meant.forEach((certain) => (total += Math.max(0, ...numbers.map((number) => certain.get(number) || 0))));
    return total;
  }

  function gain(numbers, meant) {
    let total = 0;
    for (const number of numbers) {
      total += Math.max(0, ...[...meant.values()].map((certain) => certain.get(number) || 0));
    }
    return total;
  }

  function ownWords(query, index) {
    const own = new Map();
    for (const [, chunk] of chunks(query)) {
      for (const word of words(chunk, index.lang, index.tables)) if (!own.has(word)) own.set(word, chunk);
    }
    return own;
  }

  function chunks(query) {
    return query.split(SPACE).map((chunk) => {
      const inner = stripped(chunk);
      const at = inner ? chunk.indexOf(inner) : chunk.length;
      return [chunk.slice(0, at), inner, chunk.slice(at + inner.length)];
    });
  }

  function stripped(chunk) {
    let [from, to] = [0, chunk.length];
    while (from < to && AROUND.includes(chunk[from])) from += 1;
    while (to > from && AROUND.includes(chunk[to - 1])) to -= 1;
    return chunk.slice(from, to);
  }

  // ---- candidates.py ----

  function candidatesFor(questions, indexes) {
    const best = new Map();
    questions.forEach((question, lang) => {
      const index = indexes.get(lang);
      for (const match of rank(question, index)) {
        const facts = index.documents[match.document];
        const score = rounded(match.score * facts.weight);
        const known = best.get(facts.ref);
        const evidence = Math.max(evidenceOf(match, score, index), known ? known.evidence : 0);
        if (!known || score > known.score) best.set(facts.ref, { facts, lang, score, match, evidence });
        else known.evidence = evidence;
      }
    });
    return [...best.values()].sort(order);
  }

  function namedFirst(ordered, questions, indexes) {
    const best = ordered.slice(0, NAMED_AMONG).map((item) => {
      const share = named(questions.get(item.lang), item.match.document, indexes.get(item.lang));
      const score = rounded(item.score * (1 + NAMED_BONUS * (share * share)));
      return Object.assign({}, item, { score });
    });
    return best.sort(order).concat(ordered.slice(NAMED_AMONG));
  }

  function evidenceOf(match, score, index) {
    if (match.certain >= ALL_SAID) return Infinity;
    return ((score / index.rarest) * match.letters) / index.lexicon.language.enough;
  }

  // ---- advice.py ----

  function suggestion(query, question, index) {
    let changed = false;
    const asked = chunks(query).map(([before, chunk, after]) => {
      const found = words(chunk, index.lang, index.tables);
      const nearest = found.length === 1 && question.words.includes(found[0]) ? index.nearest(found[0]) : null;
      changed = changed || nearest !== null;
      return before + (nearest || chunk) + after;
    });
    return changed ? asked.join(" ") : null;
  }

  function doors(ordered, questions, indexes) {
    const topic = ordered.slice(0, AMONG).find((item) => item.facts.kind === "topic");
    if (!topic) return [];
    const found = [];
    for (const item of ordered.slice(0, AMONG)) {
      if (!BODIES.includes(item.facts.kind)) continue;
      const said = saidOf(item, questions.get(item.lang), indexes.get(item.lang));
      const question = questions.get(topic.lang);
      const [index, document] = [indexes.get(topic.lang), topic.match.document];
      const rest = Object.assign({}, question, { words: question.words.filter((word) => !said.has(word)) });
      if (!said.size || [...said].some((word) => index.documentsWith(word).has(document))) continue;
      if (explained(rest, document, index) >= NAMED) found.push([item.facts.ref, topic.facts.ref]);
    }
    return found;
  }

  function saidOf(item, question, index) {
    const known = question.words.filter((word) => index.lexicon.position.has(word));
    const numbers = new Map(known.map((word) => [index.lexicon.position.get(word), word]));
    let longest = [];
    for (const phrase of index.phrases(item.match.document)) {
      const name = [...new Set(phrase.words)];
      if (name.length > longest.length && name.every((number) => numbers.has(number))) longest = name;
    }
    return new Set(longest.map((number) => numbers.get(number)));
  }

  // ---- search.py ----

  class Finder {
    constructor(settings) {
      this.tables = new Tables(settings.tables);
      this.names = settings;
      this.indexes = new Map();
      this.places = new Map();
      this.numbers = settings.signposts;
      this.signs = [];
    }

    /** Adds the index of a language, all of its parts that are loaded; answers come from all that are there. */
    addIndex(lang, data, ...more) {
      this.tables.add(lang, data.language);
      this.indexes.set(lang, new Index([data, ...more], this.tables));
      const names = ({ places, elsewhere }) => [{ "": this.names.places, [lang]: places }, { "": this.names.elsewhere, [lang]: elsewhere }];
      this.places.set(lang, new Places(...names(data), lang, this.tables));
      this.signs = this.signs.filter(([, known]) => known !== lang);
      for (const [number, phrases] of Object.entries(data.signposts)) {
        this.signs.push([this.numbers.indexOf(number), lang, new Signs(phrases, lang, this.tables)]);
      }
      this.signs.sort((one, other) => one[0] - other[0] || compare(one[1], other[1]));
    }

    find(query, lang, { district, audience, group, level, kind, limit = 5 } = {}) {
      const read = this.read(query);
      const spoken = this.spoken(read, lang);
      const questions = new Map(
        this.asked(query, lang).map((code) => [code, this.spotted(read.get(code), code, spoken)])
      );
      const place = placeOf([...questions.values()]);
      const here = [district, place].filter(Boolean);
      const filters = { audience, group, level, kind };
      const fitting = candidatesFor(questions, this.indexes).filter(({ facts }) => wanted(facts, here, filters));
      const ordered = namedFirst(fitting, questions, this.indexes);
      const elsewhere = elsewhereOf([...questions.values()]);
      const about = elsewhere ? ordered.filter((item) => this.isAbout(item, elsewhere)) : ordered;
      const found = about.slice(0, FIRST).some((item) => item.evidence >= 1);
      const best = found ? about.slice(0, limit) : ordered.slice(0, FIRST);
      const shown = best.map((item) => this.hit(item, query, questions.get(item.lang)));
      return {
        signpost: this.signpost(read, spoken),
        place,
        hits: found ? shown : [],
        nearest: found ? [] : shown,
        elsewhere,
        suggestion: this.suggestion(query, questions, shown),
        doors: found ? doors(about, questions, this.indexes) : [],
      };
    }

    /**
     * The languages that may answer, of all that have an index or of those given: whose files are worth loading.
     * A variety such as de-simple shares its words with its base language, so of the two only one is asked.
     */
    asked(query, lang, languages = [...this.indexes.keys()]) {
      const scripts = scriptsOf(words(query, lang, this.tables), this.tables);
      const readable = (code) => !scripts.size || scripts.has(this.tables.language(code).script);
      const variety = (code) => base(code) !== code && languages.includes(base(code));
      const wanted = (code) => code === lang || (code !== base(lang) && !variety(code) && readable(code));
      return languages.filter(wanted).sort((one, other) => (one !== lang) - (other !== lang) || compare(one, other));
    }

    /** The question's words as each language reads them. */
    read(query) {
      const langs = new Set([...this.tables.languages.keys(), ...this.indexes.keys()]);
      const alike = new Map();
      const found = new Map();
      for (const code of [...langs].sort()) {
        const { reading } = this.tables.language(code);
        if (!alike.has(reading)) alike.set(reading, words(query, code, this.tables).slice(0, MOST_WORDS));
        found.set(code, alike.get(reading));
      }
      return found;
    }

    /** The language that a question seems to be in: whose index is worth loading first. */
    spokenIn(query, lang) {
      return this.spoken(this.read(query), lang);
    }

    spoken(read, lang) {
      const count = (code) => read.get(code).filter((word) => this.tables.language(code).stopWords.has(word)).length;
      const counted = [...read.keys()].map((code) => [code, count(code)]);
      const likely = counted.filter(([code, often]) => code === lang || often >= SEVERAL);
      likely.sort(
        (one, other) => other[1] - one[1] || (one[0] !== lang) - (other[0] !== lang) || compare(one[0], other[0])
      );
      return likely.length ? likely[0][0] : lang;
    }

    spotted(found, lang, spoken) {
      const spotted = this.places.get(lang).spot(found);
      const stopWords = [this.tables.language(lang).stopWords, this.tables.language(spoken).stopWords];
      const { position } = this.indexes.get(lang).lexicon;
      const empty = (word) => stopWords.some((known) => known.has(word)) || (DIGITS.test(word) && !position.has(word));
      let said = spotted.words.filter((word) => !empty(word));
      if (!said.length && !spotted.places.length) said = found;
      return Object.assign({}, spotted, { words: [...new Set(said)], places: [...new Set(spotted.places)] });
    }

    isAbout(item, place) {
      const index = this.indexes.get(item.lang);
      const name = this.places.get(item.lang).written.get(place);
      return item.match.certain >= SURE && name.every((word) => index.documentsWith(word).has(item.match.document));
    }

    suggestion(query, questions, shown) {
      if (shown.some((hit) => hit.sure)) return null;
      for (const [lang, question] of questions) {
        const said = suggestion(query, question, this.indexes.get(lang));
        if (said) return said;
      }
      return null;
    }

    hit(item, query, question) {
      const { ref, kind, id } = item.facts;
      return {
        ref,
        kind,
        id: id || ref.slice(ref.lastIndexOf("/") + 1),
        score: item.score,
        sure: item.match.certain >= SURE,
        perhaps: PERHAPS <= item.match.certain && item.match.certain < SURE,
        matched: reasons(query, question, item.match.document, this.indexes.get(item.lang)),
      };
    }

    signpost(read, spoken) {
      const harmless = this.signs.filter(([, lang, signs]) => lang === spoken && signs.calm(read.get(lang)));
      const calm = new Set(harmless.map(([number]) => number));
      const { stopWords } = this.tables.language(spoken);
      const least = (read.get(spoken) || []).some((word) => stopWords.has(word)) ? 2 : 1;
      const calls = ([number, lang, signs]) =>
        lang === spoken ? signs.call(read.get(lang)) : !calm.has(number) && signs.call(read.get(lang), least);
      const sign = this.signs.find(calls);
      return sign ? this.numbers[sign[0]] : null;
    }
  }

  function rounded(score) {
    return Math.floor(score * 1000 + 0.5) / 1000;
  }

  function order(one, other) {
    return other.score - one.score || compare(one.facts.ref, other.facts.ref);
  }

  function placeOf(questions) {
    const clear = questions.find((question) => question.districts.size === 1);
    return clear ? [...clear.districts][0] : null;
  }

  function elsewhereOf(questions) {
    if (questions.some((question) => question.districts.size)) return null;
    const abroad = questions.find((question) => question.elsewhere.length);
    return abroad ? abroad.elsewhere[0] : null;
  }

  function wanted(facts, here, { audience, group, level, kind }) {
    if (here.length && facts.districts.length && !here.some((district) => facts.districts.includes(district))) return false;
    return (
      (!audience || !facts.audiences.length || facts.audiences.includes(audience)) &&
      (!group || facts.groups.includes(group)) &&
      (!level || level === facts.level) &&
      (!kind || kind === facts.kind)
    );
  }

  const exported = { Finder, Tables, analyse, words };
  globalThis.WegweiserFinder = exported;
  if (typeof module !== "undefined" && module.exports) module.exports = exported;
})();

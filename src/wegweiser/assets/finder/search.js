/*
 * A question in any language in; places, emergencies and the documents that answer it out: as search.py.
 *
 *   const finder = new WegweiserFinder.Finder(settings);   // settings: what search.Known.to_json() wrote
 *   finder.addIndex("de", data, ...more);                  // what splitting.split() wrote
 *   finder.find("Wo melde ich mich an?", "de", { district: "nordhafen", limit: 5 });
 */

const SEVERAL = 2;
const MOST_WORDS = 40;
const FIRST = 3;
const DIGITS = /^[0-9]+$/;

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

/*
 * Text of any language in; the folded words that the finder compares out: as analysis.py.
 *
 * The files of this folder are joined in the order of assetfiles.PARTS and share one scope. They give the same words,
 * answers and scores as the modules of src/wegweiser, function by function: change both sides together;
 * tests/test_finder_parity.py compares them.
 */

const LONGEST_WORD = 64;
const STRETCHED = /([^0-9])\1{2,}/g;
const ASCII = /^[\x00-\x7f]*$/;
const AROUND = ".,;:!?…\"'()[]{}<>«»‹›„“”‚‘’*_/\\|+=~#-–—·¿¡،؛؟";

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

/** The base language of a BCP 47 tag: `de` for `de-simple`. */
function base(code) {
  return code.split("-")[0];
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

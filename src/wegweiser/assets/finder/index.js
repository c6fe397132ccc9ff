/* The files of a language in; its words, their weights in documents and the terms of each out: as index.py. */

const MOST_REMEMBERED = 2000;
const MOST_BEST = 100;

class Index {
  /** `files`: those that were loaded of a language; see splitting.py. */
  constructor(files, tables) {
    const parts = files.map((file) => Object.assign({}, file, { terms: file.terms ? file.terms.split(" ") : [] }));
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
  return parts.length === 1 ? parts[0].terms : [...new Set(parts.flatMap(({ terms }) => terms))].sort(compare);
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
  return count === 1 ? null : part.terms.map((term) => lexicon.position.get(term));
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
  for (const part of parts) part.terms.forEach((term, place) => (often[lexicon.position.get(term)] = part.often[place]));
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

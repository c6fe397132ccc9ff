/* The words of a question and an index in; the documents that match, weighed, and why they do out: as rank.py. */

const MOST_REASONS = 3;
const SPACE = /[ \t\n\r\f\v\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

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

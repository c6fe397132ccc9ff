/* The words of a question and the indexes in; the documents that may answer it out, best first: as candidates.py. */

const SURE = 0.6;
const PERHAPS = 0.4;
const ALL_SAID = 0.8;
const NAMED_AMONG = 20;
const NAMED_BONUS = 0.5;

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

function rounded(score) {
  return Math.floor(score * 1000 + 0.5) / 1000;
}

function order(one, other) {
  return other.score - one.score || compare(one.facts.ref, other.facts.ref);
}

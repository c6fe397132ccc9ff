/* A question and the documents found in; a better spelling and wrong doors out: as advice.py. */

const AMONG = 10;
const NAMED = 0.8;
const BODIES = ["office", "council", "organisation"];

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

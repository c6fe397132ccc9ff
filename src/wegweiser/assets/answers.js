/*
 * Hits of the finder in; answers out, as src/wegweiser/answers.py composes them: the same fields, order and bodies.
 * tests/browser compares both sides.
 *
 *   WegweiserAnswers.answers(finder, cards, "Kita-Platz", "de", { district: "mitte", limit: 5 });
 */
(function () {
  "use strict";

  const FIRST = 3;
  const RESPONSIBLE = ["decides", "serves", "funds"];

  /** The answers to a question in the promised form; `cards` is the file of the language `lang`. */
  function answers(finder, cards, query, lang, { district, audience, group, level, limit = 5 } = {}) {
    return composed(finder.find(query, lang, { district, audience, group, level, limit }), cards, query, lang, district);
  }

  function composed(result, cards, query, lang, district) {
    const here = district || result.place || null;
    return {
      query,
      lang,
      district: here,
      signpost: result.signpost,
      elsewhere: result.elsewhere,
      suggestion: result.suggestion,
      wrong_door: wrongDoor(result, cards, here),
      answers: result.hits.map((hit) => answer(cards, hit, here, lang)),
    };
  }

  function answer(cards, hit, district, lang) {
    const card = cards.records[hit.ref];
    return {
      kind: hit.kind,
      id: hit.id,
      title: card.title,
      score: hit.score,
      sure: hit.sure,
      matched: [...hit.matched],
      bodies: bodies(card, cards.bodies, district),
      themes: [...(card.themes || [])],
      district,
      url: `${lang}/${card.url}`,
    };
  }

  /** The door that the question names and that is not the right one for its concern. */
  function wrongDoor(result, cards, district) {
    const found = result.hits.slice(0, FIRST).map((hit) => hit.ref);
    for (const [body, topic] of result.doors) {
      const card = cards.records[topic];
      const all = card.duties || [];
      if (!found.includes(topic) || !all.length || !RESPONSIBLE.includes(all[0].role)) continue;
      const named = body.slice(body.lastIndexOf("/") + 1);
      const above = (id) => (cards.bodies[id] && cards.bodies[id].above) || [];
      const right = new Set([...all.map((duty) => duty.body), ...(card.councils || [])]);
      const related = new Set([...right, ...[...right].flatMap(above)]);
      if (related.has(named) || above(named).some((id) => right.has(id))) continue;
      const goTo = resolved(all[0].body, cards.bodies, district);
      const told = (cards.bodies[named].wrong_doors || []).find((door) => [goTo, all[0].body].includes(door.body));
      return { body: named, topic: topic.slice(topic.lastIndexOf("/") + 1), go_to: goTo, concern: told ? told.concern : null };
    }
    return null;
  }

  /** The ids that an answer leads to, best first, common records resolved for the district. */
  function bodies(card, known, district) {
    const wanted = duties(card, district).map((duty) => duty.body);
    const found = new Set([...wanted, ...(card.leads || [])].map((id) => resolved(id, known, district)));
    return [...new Set([...found, ...(card.programmes || [])])];
  }

  /** The duties that hold in the district; all of them while no district is known. */
  function duties(card, district) {
    return (card.duties || []).filter((duty) => !(district && duty.area && duty.area !== district));
  }

  /** The body that a common record means in a district. */
  function resolved(id, known, district) {
    const instances = (known[id] && known[id].instances) || {};
    return (district && instances[district]) || id;
  }

  /** How to reach a body in a district: what holds everywhere and what holds there, each way once. */
  function contacts(id, known, district) {
    const body = known[id];
    if (!body) return [];
    const local = (district && body.local && body.local[district]) || [];
    const seen = new Set();
    return [...local, ...(body.contacts || [])].filter((contact) => {
      const key = `${contact.type} ${contact.value}`.toLowerCase();
      return !seen.has(key) && seen.add(key);
    });
  }

  const exported = { answers, composed, duties, resolved, contacts };
  globalThis.WegweiserAnswers = exported;
  if (typeof module !== "undefined" && module.exports) module.exports = exported;
})();

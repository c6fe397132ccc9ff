/* Nothing found is an outcome of its own: what is near, other ways, somebody to talk to. */

/** `found`: {result, state, groups, counted}; `unfilter` is called when the filters are to go. */
function nothing({ result, state, groups, counted }, speech, doors, unfilter) {
  const { cards, words } = speech;
  const nearest = result.nearest.map((hit) => cards.records[hit.ref]).filter(Boolean);
  const filtered = FILTERS.some((name) => state[name]);
  const again = make("button", { class: "ww-button", type: "button" }, words.unfilter);
  again.addEventListener("click", unfilter);
  const records = nearest.map((card) => make("li", {}, make("a", { href: pageAt(card.url) }, speech.titled(card))));
  const topics = groups.map(([id, title]) => make("li", {}, make("a", { href: `${pageAt("topics/")}#${id}` }, title)));
  const missing = speech.report("", words.missing_subject, words.missing_body.replace("{query}", state.query));
  return make(
    "section",
    { class: "ww-nothing" },
    make("h2", {}, words.nothing),
    make("p", {}, filtered ? words.filtered : words.nothing_hint),
    filtered ? make("p", {}, again) : "",
    nearest.length ? [make("h3", {}, words.nearest), make("ul", {}, records)] : "",
    make("p", {}, make("a", { class: "ww-button", href: pageAt("guide/") }, words.guide)),
    make("h3", {}, words.groups),
    make("ul", { class: "ww-inline" }, topics),
    make("h3", {}, words.human),
    make("ul", { class: "ww-linklist" }, cards.human.map((id) => doors.human(id))),
    counted,
    make("p", {}, make("a", { class: "ww-report", href: missing }, words.missing))
  );
}

/** The groups of the nearest records; all of them, if that is none. */
function nearestGroups(nearest, indexes, all) {
  const documents = [...indexes.values()].flatMap((index) => index.documents);
  const facts = (hit) => documents.find((document) => document.ref === hit.ref) || { groups: [] };
  const near = new Set(nearest.flatMap((hit) => facts(hit).groups));
  return near.size ? Object.entries(all).filter(([id]) => near.has(id)) : Object.entries(all);
}

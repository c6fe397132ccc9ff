/* What an answer says beside its cards: emergencies, another city, wrong doors, another spelling, doubts. */

const OLD_DAYS = 200;

/** `ask` is called with the spelling that somebody meant. */
function notes({ hits }, made, common, speech, ask) {
  const { cards, words } = speech;
  const days = (Date.now() - Date.parse(cards.built)) / 864e5;
  const doubtful = hits.length && !made.wrong_door && !hits.some((hit) => hit.sure);
  return [
    made.signpost ? signpost(made.signpost, common, speech) : "",
    made.elsewhere ? otherCity(made.elsewhere, speech) : "",
    made.wrong_door ? wrongDoor(made.wrong_door, speech) : "",
    made.suggestion ? make("p", { class: "ww-unknown" }, words.meant, " ", suggestion(made.suggestion, ask)) : "",
    days > OLD_DAYS ? make("p", { class: "ww-warning" }, words.old.replace("{day}", speech.day(cards.built))) : "",
    doubtful ? make("p", { class: "ww-unknown" }, words.perhaps) : "",
  ].filter(Boolean);
}

function signpost(sign, common, { words, lang }) {
  const title = (common.signpost_titles[sign] || {})[lang] || "";
  const call = make("a", { href: `tel:${sign}` }, make("bdi", { dir: "ltr" }, sign));
  return make("p", { class: "ww-signpost", role: "alert" }, make("span", {}, words.emergency), call, make("span", {}, title));
}

function otherCity(elsewhere, speech) {
  const parts = { place: speech.official(speech.cards.place), elsewhere: speech.official(elsewhere) };
  return make("p", { class: "ww-warning" }, speech.filled(speech.words.covers, parts));
}

/** The right door, and what for, if the wrong one's own page says so. */
function wrongDoor({ body, go_to, concern }, speech) {
  const { bodies } = speech.cards;
  const [named, right] = [body, go_to].map((id) => speech.link(bodies[id]));
  const told = concern && bodies[body].wrong_doors.find((door) => door.concern === concern);
  return make(
    "p",
    { class: "ww-warning", "data-wrong-door": body },
    speech.filled(speech.words.wrong_door, { body: named, right }),
    told && make("span", { class: "ww-gloss" }, speech.says(told, "concern"))
  );
}

function suggestion(said, ask) {
  const link = make("a", { href: addressWith({ q: said }), "data-suggestion": true }, make("bdi", {}, said));
  link.addEventListener("click", (event) => {
    event.preventDefault();
    ask(said);
  });
  return link;
}

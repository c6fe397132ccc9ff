/* An answer and its card in; the card as it is shown out. */

class Cards {
  constructor(speech, doors) {
    this.speech = speech;
    this.cards = speech.cards;
    this.words = speech.words;
    this.doors = doors;
  }

  card(hit, answer, first) {
    const card = this.cards.records[hit.ref];
    const title = make("a", { href: pageAt(card.url), "data-answer-link": true }, this.speech.titled(card));
    const matched = answer.matched.flatMap((word, place) => [place ? " " : "", make("mark", {}, word)]);
    const look = hit.sure ? "sure" : "perhaps";
    const copy = card.official && first && navigator.clipboard ? copyButton(card.title) : "";
    return make(
      "article",
      { class: `ww-answer ww-answer--${look}`, "data-id": hit.id },
      make(
        "header",
        { class: "ww-answer__head" },
        hit.kind === "topic" ? "" : make("p", { class: "ww-answer__kind" }, this.words[hit.kind], this.state(hit)),
        make("h2", { class: "ww-answer__title" }, title, copy),
        matched.length ? make("p", { class: "ww-answer__matched" }, this.words.matched, " ", matched) : ""
      ),
      hit.kind === "topic" ? this.topic(card, hit, answer, first) : this.other(card, hit, answer, first)
    );
  }

  state(hit) {
    const days = hit.kind === "programme" && this.cards.programmes[hit.ref];
    if (!days) return "";
    const state = programmeState(days.rounds, days.ended, today());
    return [" ", make("span", { class: `ww-state ww-state--${state}` }, this.words[state])];
  }

  /** A concern: the body that it leads to and how to reach it; everything else on demand, but for the first answer. */
  topic(card, { sure }, answer, first) {
    const [main, ...others] = duties(card, this.doors.district);
    if (!main) return make("p", { class: "ww-gloss" }, this.speech.says(card, "text"));
    const counter = make("a", { class: "ww-action ww-action--counter", href: `${pageAt(card.url)}#counter` }, this.words.counter);
    const why = this.reasons(main);
    const rest = this.rest(card, others);
    const foot = this.foot(main, answer);
    const deadline = card.deadline ? this.deadline(this.speech.says(card, "deadline")) : "";
    const door = this.doors.door(this.doors.here(main.body), main.body, { role: main.role, duty: main, extra: counter, first });
    if (first) return [door, ...why, deadline, ...rest, foot];
    if (sure) return [door, deadline, fold(this.words.more, [...why, ...rest, foot])];
    return [door, fold(this.words.more, [...why, deadline, ...rest, foot])];
  }

  other(card, hit, answer, first) {
    const open = make("a", { class: "ww-action ww-action--more", href: pageAt(card.url) }, this.words.details);
    const foot = make("p", { class: "ww-answer__source" }, this.wrong(answer));
    if (this.cards.bodies[hit.id]) {
      const id = this.doors.here(hit.id);
      return [this.doors.door(id, hit.id, { nameless: id === hit.id, extra: open, first }), foot];
    }
    const leads = (card.leads || []).map((id) => this.doors.here(id)).filter((id) => this.cards.bodies[id]);
    const named = [...new Set(leads)].slice(0, 5);
    const before = hit.kind === "practice" ? `${this.words.here}: ` : "";
    return [
      card.text ? make("p", { class: "ww-gloss ww-clamp" }, this.speech.says(card, "text")) : "",
      make("ul", { class: "ww-actions" }, make("li", {}, open)),
      named.length ? make("p", { class: "ww-answer__small" }, before, this.listed(named)) : "",
      foot,
    ];
  }

  reasons(duty) {
    const { why, law, law_url } = duty;
    const named = law && (law_url ? this.speech.link({ url: law_url }, law) : this.speech.official(law));
    const said = [why && this.speech.says(duty, "why"), why && law ? " · " : "", named];
    return [
      why || law ? make("p", {}, make("strong", {}, this.words.why), " ", said) : "",
      duty.source ? "" : make("p", { class: "ww-note" }, this.words.unverified),
    ];
  }

  deadline(text) {
    return make("p", { class: "ww-deadline" }, make("strong", {}, this.words.deadline), " ", text);
  }

  /** Other bodies of a concern, councils where one can have a say, and funding. */
  rest(card, others) {
    const ways = others.map((duty) => {
      const body = this.cards.bodies[this.doors.here(duty.body)];
      const role = make("span", { class: `ww-role ww-role--${duty.role}` }, this.words[duty.role]);
      return body && make("li", {}, role, " ", this.speech.link(body, body.short || body.name));
    });
    const councils = (card.councils || []).map((id) => this.cards.bodies[this.doors.here(id)]).filter(Boolean);
    const programmes = (card.programmes || []).map((id) => this.cards.records[`programmes/${id}`]).filter(Boolean);
    const links = (found) => make("ul", {}, found.map((item) => make("li", {}, this.speech.link(item, item.title || item.name))));
    const say = [
      councils.length ? links(councils) : "",
      programmes.length ? [make("h3", {}, this.words.funding), links(programmes)] : "",
    ];
    return [
      ways.some(Boolean) ? fold(this.words.other_ways, [make("ul", {}, ways)]) : "",
      councils.length || programmes.length ? fold(this.words.say, say) : "",
    ];
  }

  listed(ids) {
    const bodies = ids.map((id) => this.cards.bodies[id]);
    return bodies.flatMap((body, place) => [place ? " · " : "", this.speech.link(body, body.short || body.name)]);
  }

  foot(duty, answer) {
    const date = duty.source_date ? `${this.words.as_of} ${this.speech.day(duty.source_date)}` : this.words.undated;
    const linked = { href: duty.source_url, rel: "noopener noreferrer", lang: this.cards.source };
    const source = duty.source_url ? make("a", linked, duty.source) : duty.source;
    return make(
      "p",
      { class: "ww-answer__source" },
      duty.source ? [this.words.source, " ", source, `, ${date}. `] : "",
      this.wrong(answer)
    );
  }

  wrong(answer) {
    const address = answer.url.replace(`${this.speech.lang}/`, "").replace(/\/$/, "");
    const subject = this.words.wrong_subject.replace("{address}", address);
    return make("a", { href: this.speech.report(address, subject, this.words.wrong_body) }, this.words.wrong);
  }
}

/*
 * The finder's answers on the page: loads the files of a language, asks while somebody types, prints cards.
 * Words come with the cards (src/wegweiser/cards.py); everything is put in as text, never as HTML.
 */
(function () {
  "use strict";

  const FIRST = 5;
  const MOST = 20;
  const SHORTEST = 2;
  const PAUSE = 130;
  const ANNOUNCE = 500;
  const SETTLED = 2500;
  const OLD_DAYS = 200;
  const LATIN_RUN = /(?:§+ ?)?[A-Za-zÀ-ɏ0-9](?:[A-Za-zÀ-ɏ0-9.&/+'’*:–§ -]*[A-Za-zÀ-ɏ0-9*])?/g;
  const FILTERS = ["district", "audience", "group", "level"];
  const { settings, kept, today, number, programmeState, copyButton } = globalThis.WegweiserSite;
  const { composed, contacts, duties, resolved } = globalThis.WegweiserAnswers;
  const unanswered = globalThis.WegweiserUnanswered;

  /** An element with its attributes and children; nothing stands for a child that is left out. */
  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (value !== undefined && value !== null && value !== false) element.setAttribute(key, value === true ? "" : value);
    }
    element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false && child !== ""));
    return element;
  }

  /** A phone number as view/facts.py prints it: long runs of digits in pairs, which no voice reads as thousands. */
  const printed = (value) => value.replace(/\d{4,}/g, (digits) => digits.replace(/\B(?=(?:\d\d)+$)/g, "\u00a0"));

  async function json(path) {
    const answer = await fetch(`${settings.root}finder/${path}`);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.json();
  }

  class FinderUI {
    constructor(form, results) {
      this.form = form;
      this.field = form.elements.q;
      this.results = results;
      this.status = results.querySelector(".ww-results__status");
      this.before = results.querySelector("[data-before]");
      this.list = results.querySelector("[data-answers]");
      this.start = document.querySelector("[data-start]");
      this.lang = settings.lang;
      this.limit = FIRST;
      this.waiting = new Map();
      // A district that was only remembered yields to one that the question names.
      this.remembered = false;
      this.asked = false;
    }

    async load() {
      const [common, index, cards] = await Promise.all([
        json("common.json"),
        json(`index/${this.lang}.json`),
        json(`cards/${this.lang}.json`),
      ]);
      this.common = common;
      this.cards = cards;
      this.words = cards.words;
      this.first = index;
    }

    /** Built when somebody goes to the field, not before: on a phone it keeps the page busy for a quarter of a second. */
    get finder() {
      if (!this.built) {
        this.built = new globalThis.WegweiserFinder.Finder(this.common);
        this.built.addIndex(this.lang, this.first);
      }
      return this.built;
    }

    /** The further parts of an index that is too big for one file. */
    async further(lang, { parts }) {
      const files = [];
      for (let number = 2; number <= parts; number++) files.push(await json(`index/${lang}.${number}.json`));
      return files;
    }

    /** The rest of the interface's own language: the first part answers at once. */
    async loadRest() {
      if (this.first.parts === 1 || this.wantsRest) return;
      this.wantsRest = true;
      try {
        this.finder.addIndex(this.lang, this.first, ...(await this.further(this.lang, this.first)));
      } catch {
        return; // The first part, with the concerns, answers alone.
      }
      if (this.state().query.length >= SHORTEST && !this.results.contains(document.activeElement)) this.answer();
    }

    /**
     * Other languages answer too: that in which the question seems to be, for it may tell of an emergency, and while no
     * answer is sure those of the browser and the rest, one file after the other.
     */
    async loadOthers(query) {
      const missing = (code) => !this.finder.indexes.has(code) && !this.waiting.has(code);
      const spoken = this.finder.spokenIn(query, this.lang);
      const likely = [spoken, ...navigator.languages.map((code) => code.split("-")[0])];
      const rank = (code) => (likely.includes(code) ? likely.indexOf(code) : likely.length);
      const asked = this.finder.asked(query, this.lang, this.common.languages).filter(missing);
      const [next] = asked.sort((one, other) => rank(one) - rank(other));
      if (!next || this.waiting.size || (this.sure && next !== spoken)) return;
      this.waiting.set(next, true);
      try {
        const first = await json(`index/${next}.json`);
        this.finder.addIndex(next, first, ...(await this.further(next, first)));
        this.waiting.delete(next);
      } catch {
        return; // Without it the interface's language answers alone; it stays in `waiting` and is not asked for again.
      }
      if (this.field.value.trim() !== query) return;
      // Somebody may be reading an answer.
      if (!this.results.contains(document.activeElement)) this.answer();
      this.loadOthers(query);
    }

    listen() {
      let timer = 0;
      const prepare = () => setTimeout(() => this.finder && this.loadRest());
      this.field.addEventListener("focus", prepare);
      if (document.activeElement === this.field) prepare();
      this.field.addEventListener("input", () => {
        this.makeRoom();
        clearTimeout(timer);
        timer = setTimeout(() => this.fresh(), PAUSE);
        this.showClear();
      });
      this.form.addEventListener("change", (event) => {
        if (event.target === this.field) return;
        if (event.target.name === "district") {
          this.remembered = false;
          kept.set("ww-district", event.target.value);
        }
        this.fresh();
      });
      this.form.addEventListener("submit", () => {
        this.fresh();
        const first = this.list.querySelector("[data-answer-link]");
        if (first) first.focus();
      });
      this.form.querySelector("[data-clear]").addEventListener("click", () => this.clear());
      document.addEventListener("keydown", (event) => this.key(event));
      addEventListener("popstate", () => {
        this.readAddress();
        this.fresh();
      });
    }

    key(event) {
      const links = [...this.list.querySelectorAll("[data-answer-link]")];
      const inField = document.activeElement === this.field;
      const here = links.findIndex((link) => link.closest(".ww-answer").contains(document.activeElement));
      if (!inField && here < 0) return;
      if (event.key === "Escape") {
        event.preventDefault();
        this.clear();
      } else if (event.key === "ArrowDown" && links.length && !(document.activeElement instanceof HTMLSelectElement)) {
        event.preventDefault();
        links[Math.min(here + 1, links.length - 1)].focus();
      } else if (event.key === "ArrowUp" && here >= 0 && !(document.activeElement instanceof HTMLSelectElement)) {
        event.preventDefault();
        (here ? links[here - 1] : this.field).focus();
      }
    }

    clear() {
      this.field.value = "";
      this.field.focus();
      this.showClear();
      this.fresh();
    }

    showClear() {
      this.form.querySelector("[data-clear]").hidden = !this.field.value;
    }

    fresh() {
      this.limit = FIRST;
      this.answer();
    }

    // ---- the address holds the state ----

    readAddress() {
      const asked = new URLSearchParams(location.search);
      // Whoever types while the files load is not interrupted.
      if (asked.get("q") && !this.field.value) this.field.value = asked.get("q");
      for (const name of FILTERS) this.choose(name, asked.get(name) || "");
      if (!asked.get("district") && kept.get("ww-district")) {
        this.choose("district", kept.get("ww-district"));
        this.remembered = true;
      }
      this.showClear();
    }

    choose(name, value) {
      const control = this.form.elements[name];
      const known = control instanceof RadioNodeList ? [...control].map((radio) => radio.value) : [...control.options].map((option) => option.value);
      control.value = known.includes(value) ? value : "";
    }

    state() {
      const chosen = Object.fromEntries(FILTERS.map((name) => [name, this.form.elements[name].value || undefined]));
      return { query: this.field.value.trim(), ...chosen };
    }

    writeAddress({ query, ...chosen }) {
      const address = new URL(location.href);
      const parts = { q: query, ...chosen };
      for (const [name, value] of Object.entries(parts)) {
        if (value) address.searchParams.set(name, value);
        else address.searchParams.delete(name);
      }
      if (address.href !== location.href) history.replaceState(null, "", address);
      const set = FILTERS.filter((name) => chosen[name]).length;
      const badge = this.form.querySelector("[data-filters-set]");
      badge.hidden = !set;
      badge.textContent = set ? number(set) : "";
    }

    // ---- asking ----

    /** Makes room for answers with the first letters: what moves later, nobody expects. Says whether anything is asked. */
    makeRoom() {
      const searching = this.state().query.length >= SHORTEST;
      this.results.hidden = !searching;
      this.form.classList.toggle("ww-finder--searching", searching);
      if (this.start) this.start.hidden = searching;
      return searching;
    }

    answer() {
      const state = this.state();
      if (!this.makeRoom()) {
        this.writeAddress({ ...state, district: this.remembered ? undefined : state.district });
        this.list.replaceChildren();
        this.before.replaceChildren();
        this.announce("");
        return;
      }
      this.loadRest();
      const { query, ...filters } = state;
      let result = this.finder.find(query, this.lang, { ...filters, district: undefined, limit: this.limit + 1 });
      if (result.place && this.remembered) filters.district = undefined;
      else if (filters.district) result = this.finder.find(query, this.lang, { ...filters, limit: this.limit + 1 });
      const more = result.hits.length > this.limit;
      const hits = result.hits.slice(0, this.limit);
      const made = composed({ ...result, hits }, this.cards, query, this.lang, filters.district);
      this.sure = hits.some((hit) => hit.sure);
      this.last = { query, result };
      clearTimeout(this.settling);
      this.asked = false;
      this.writeAddress({ query, ...filters });
      this.before.replaceChildren(...this.notes(result, made));
      this.list.replaceChildren(...(hits.length ? this.cardsOf(hits, made, more) : [this.nothing(result, state, made.district)]));
      const text = made.district ? this.words.answers_in.replace("{district}", this.cards.districts[made.district]) : this.words.answers;
      this.announce(hits.length ? text.replace("{n}", number(hits.length) + (more ? "+" : "")) : this.words.nothing);
      clearTimeout(this.later);
      this.later = setTimeout(() => this.loadOthers(query), 250);
    }

    /** Said after a pause: nobody wants a number after each letter. */
    announce(text) {
      clearTimeout(this.saying);
      const say = () => (this.status.textContent = text);
      if (this.said) this.saying = setTimeout(say, ANNOUNCE);
      else say();
      this.said = text;
    }

    notes(result, made) {
      const notes = [];
      if (made.signpost) {
        const title = (this.common.signpost_titles[made.signpost] || {})[this.lang] || "";
        notes.push(make("p", { class: "ww-signpost", role: "alert" }, make("span", {}, this.words.emergency), make("a", { href: `tel:${made.signpost}` }, make("bdi", { dir: "ltr" }, made.signpost)), make("span", {}, title)));
      }
      const filled = (text, parts) => text.split(/(\{\w+\})/).map((piece) => parts[piece.slice(1, -1)] || piece);
      const named = (id) => make("a", { href: this.url(this.cards.bodies[id].url) }, this.official(this.cards.bodies[id].name));
      if (made.elsewhere) {
        const parts = { place: this.official(this.cards.place), elsewhere: this.official(made.elsewhere) };
        notes.push(make("p", { class: "ww-warning" }, filled(this.words.covers, parts)));
      }
      if (made.wrong_door) {
        const { body, go_to } = made.wrong_door;
        notes.push(make("p", { class: "ww-warning", "data-wrong-door": body }, filled(this.words.wrong_door, { body: named(body), right: named(go_to) })));
      }
      if (made.suggestion) {
        const goal = new URL(location.href);
        goal.searchParams.set("q", made.suggestion);
        const link = make("a", { href: goal.href, "data-suggestion": true }, make("bdi", {}, made.suggestion));
        link.addEventListener("click", (event) => {
          event.preventDefault();
          this.field.value = made.suggestion;
          this.field.focus();
          this.fresh();
        });
        notes.push(make("p", { class: "ww-unknown" }, this.words.meant, " ", link));
      }
      if ((Date.now() - Date.parse(this.cards.built)) / 864e5 > OLD_DAYS) {
        notes.push(make("p", { class: "ww-warning" }, this.words.old.replace("{day}", this.day(this.cards.built))));
      }
      if (result.hits.length && !made.wrong_door && !result.hits.some((hit) => hit.sure)) notes.push(make("p", { class: "ww-unknown" }, this.words.perhaps));
      return notes;
    }

    day(partial) {
      const [year, month, day] = partial.split("-").map(Number);
      const form = day ? { dateStyle: "long" } : month ? { year: "numeric", month: "long" } : { year: "numeric" };
      return new Intl.DateTimeFormat(settings.numbers, { ...form, timeZone: "UTC" }).format(Date.UTC(year, (month || 1) - 1, day || 1));
    }

    // ---- cards ----

    cardsOf(hits, made, more) {
      const cards = hits.map((hit, place) => this.card(hit, made.answers[place], made.district, place === 0));
      if (more && this.limit < MOST) {
        const button = make("button", { class: "ww-moreanswers", type: "button" }, this.words.show_more);
        button.addEventListener("click", () => {
          const shown = hits.length;
          this.limit = MOST;
          this.answer();
          const links = this.list.querySelectorAll("[data-answer-link]");
          if (links[shown]) links[shown].focus();
        });
        cards.push(button);
      }
      return cards;
    }

    official(name) {
      return make("bdi", this.lang === this.cards.source ? {} : { lang: this.cards.source }, name);
    }

    /** A text of a card; marked where it is not translated, names isolated as view/isolation.py does it. */
    says(card, key) {
      const foreign = (card.foreign || []).includes(key);
      if (!foreign) return this.cards.latin ? card[key] : this.isolated(card[key]);
      const tongue = make("span", { class: "ww-tongue" }, this.words.tongue);
      return make("span", {}, make("span", { class: "ww-fallback", lang: this.cards.source, dir: "auto" }, card[key]), " ", tongue);
    }

    isolated(text) {
      const parts = [];
      let end = 0;
      for (const found of text.matchAll(LATIN_RUN)) {
        if (!/[A-Za-zÀ-ɏ]/.test(found[0])) continue;
        parts.push(text.slice(end, found.index), make("bdi", { lang: this.cards.source }, found[0]));
        end = found.index + found[0].length;
      }
      return make("span", {}, ...parts, text.slice(end));
    }

    titled(card) {
      return card.official ? this.official(card.title) : this.says(card, "title");
    }

    url(path) {
      return settings.home + path;
    }

    card(hit, answer, district, first) {
      const card = this.cards.records[hit.ref];
      const title = make("a", { href: this.url(card.url), "data-answer-link": true }, this.titled(card));
      const matched = answer.matched.flatMap((word, place) => [place ? " " : "", make("mark", {}, word)]);
      const look = hit.sure ? "sure" : "perhaps";
      const body = hit.kind === "topic" ? this.topic(card, district, { first, sure: hit.sure }, answer) : this.other(hit, card, district, first, answer);
      return make(
        "article",
        { class: `ww-answer ww-answer--${look}`, "data-id": hit.id },
        make(
          "header",
          { class: "ww-answer__head" },
          hit.kind === "topic" ? "" : make("p", { class: "ww-answer__kind" }, this.words[hit.kind], this.stateOf(hit, card)),
          make("h2", { class: "ww-answer__title" }, title, card.official && first && navigator.clipboard ? copyButton(card.title) : ""),
          matched.length ? make("p", { class: "ww-answer__matched" }, this.words.matched, " ", matched) : ""
        ),
        body
      );
    }

    stateOf(hit, card) {
      const days = hit.kind === "programme" && this.cards.programmes[hit.ref];
      if (!days) return "";
      const state = programmeState(days.rounds, days.ended, today());
      return [" ", make("span", { class: `ww-state ww-state--${state}` }, this.words[state])];
    }

    /** A concern: the body that it leads to and how to reach it; everything else on demand, but for the first answer. */
    topic(card, district, { first, sure }, answer) {
      const here = duties(card, district);
      const [main, ...others] = here;
      if (!main) return make("p", { class: "ww-gloss" }, this.says(card, "text"));
      const id = resolved(main.body, this.cards.bodies, district);
      const counter = make("a", { class: "ww-action ww-action--counter", href: `${this.url(card.url)}#counter` }, this.words.counter);
      const why = this.reasons(card, main);
      const rest = this.rest(card, others, district);
      const foot = this.foot(main, card, answer);
      const deadline = card.deadline ? this.deadline(this.says(card, "deadline")) : "";
      const door = this.door(id, main.body, district, { role: main.role, duty: main, extra: counter, first });
      if (first) return [door, ...why, deadline, ...rest, foot];
      if (sure) return [door, deadline, this.fold(this.words.more, [...why, ...rest, foot])];
      return [door, this.fold(this.words.more, [...why, deadline, ...rest, foot])];
    }

    other(hit, card, district, first, answer) {
      const leads = (card.leads || []).map((id) => resolved(id, this.cards.bodies, district)).filter((id) => this.cards.bodies[id]);
      const text = card.text ? make("p", { class: "ww-gloss ww-clamp" }, this.says(card, "text")) : "";
      const open = make("a", { class: "ww-action ww-action--more", href: this.url(card.url) }, this.words.details);
      const foot = make("p", { class: "ww-answer__source" }, this.wrong(answer));
      if (this.cards.bodies[hit.id]) {
        const id = resolved(hit.id, this.cards.bodies, district);
        return [this.door(id, hit.id, district, { nameless: id === hit.id, extra: open, first }), foot];
      }
      const named = [...new Set(leads)].slice(0, 5);
      return [
        text,
        make("ul", { class: "ww-actions" }, make("li", {}, open)),
        named.length ? make("p", { class: "ww-answer__small" }, hit.kind === "practice" ? `${this.words.here}: ` : "", this.listed(named)) : "",
        foot,
      ];
    }

    /** A body: its name, what it is, where, and how to reach it. */
    door(id, common, district, { role, duty, nameless, extra, first }) {
      const body = this.cards.bodies[id] || this.cards.bodies[common];
      const local = this.cards.bodies[common] && this.cards.bodies[common].per_district;
      const ways = contacts(id, this.cards.bodies, district);
      const own = common !== id ? contacts(common, this.cards.bodies, district).filter((way) => !ways.some((known) => known.value === way.value)) : [];
      const actions = this.actions(body, [...ways, ...own], extra, local && !district);
      return make(
        "div",
        { class: "ww-answer__door" },
        role ? make("p", {}, make("span", { class: `ww-role ww-role--${role}` }, this.words[role]), duty ? this.area(duty) : "") : "",
        nameless ? "" : make("p", { class: "ww-answer__name" }, make("a", { href: this.url(body.url) }, this.official(body.name)), first && navigator.clipboard ? copyButton(body.name) : ""),
        body.gloss ? make("p", { class: first ? "ww-gloss" : "ww-gloss ww-clamp" }, this.says(body, "gloss")) : "",
        local && !(duty && duty.any && !district) ? this.chooser(district) : "",
        actions
      );
    }

    area(duty) {
      if (duty.area) return [" ", make("span", { class: "ww-area" }, `${this.words.only_in} ${this.cards.districts[duty.area]}`)];
      return duty.any ? [" ", make("span", { class: "ww-area" }, this.words.any_district)] : "";
    }

    /** The district of a body that exists in each: a chip where it is known, asked once where it is not. */
    chooser(district) {
      const select = make(
        "select",
        { "aria-label": this.words.district },
        make("option", { value: "" }, district ? this.words.all_districts : this.words.choose_district),
        Object.entries(this.cards.districts).map(([id, name]) => make("option", { value: id, selected: id === district }, name))
      );
      select.addEventListener("change", () => {
        const place = [...this.list.querySelectorAll(".ww-answer select")].indexOf(select);
        this.choose("district", select.value);
        this.remembered = false;
        kept.set("ww-district", select.value);
        this.answer();
        const again = this.list.querySelectorAll(".ww-answer select")[place];
        if (again) again.focus();
      });
      const ask = !district && !this.asked;
      this.asked = true;
      return ask
        ? make("p", { class: "ww-ask" }, make("span", {}, this.words.ask_district), select)
        : make("p", { class: "ww-where" }, make("span", { class: "ww-i ww-i--pin", "aria-hidden": "true" }), select);
    }

    /** What can be done at once. Phone and mail only where a source names them; else the next best way, said plainly. */
    actions(body, ways, extra, unplaced) {
      const of = (type) => ways.filter((way) => way.type === type && way.href);
      const link = (way, verb, value, name) =>
        make("a", { class: `ww-action ww-action--${name}`, href: way.href, rel: name === "website" ? "noopener noreferrer" : null }, make("span", { class: "ww-action__verb" }, verb), " ", value ? make("bdi", { class: "ww-action__value", dir: "ltr" }, value) : "");
      const [phone] = of("phone");
      const [email] = of("email");
      const [site] = of("website");
      const direct = phone || email;
      const page = site || (body.website ? { href: body.website } : null);
      const unsourced = !site && body.website_unsourced;
      const items = [
        phone ? link(phone, this.words.call, printed(phone.value), "phone") : null,
        email ? link(email, this.words.write, email.value, "email") : null,
        page ? link(page, this.words.website, "", "website") : null,
        extra,
      ].filter(Boolean);
      const helpline = this.cards.helpline && this.cards.helpline !== body.id && this.cards.bodies[this.cards.helpline];
      return [
        direct || unplaced ? "" : make("p", { class: "ww-unknown ww-answer__small" }, this.words.no_contact, helpline ? [" ", this.words.helps, " ", make("a", { href: this.url(helpline.url) }, this.official(helpline.short || helpline.name))] : ""),
        make("ul", { class: "ww-actions" }, items.map((item) => make("li", {}, item))),
        unsourced && page ? make("p", { class: "ww-note" }, this.words.unsourced) : "",
      ];
    }

    reasons(card, duty) {
      const law = duty.law ? (duty.law_url ? make("a", { href: this.url(duty.law_url) }, this.official(duty.law)) : this.official(duty.law)) : null;
      return [
        duty.why || law ? make("p", {}, make("strong", {}, this.words.why), " ", duty.why ? this.says(duty, "why") : "", law ? [duty.why ? " · " : "", law] : "") : "",
        duty.source ? "" : make("p", { class: "ww-note" }, this.words.unverified),
      ];
    }

    deadline(text) {
      return make("p", { class: "ww-deadline" }, make("strong", {}, this.words.deadline), " ", text);
    }

    rest(card, others, district) {
      const ways = others.map((duty) => {
        const id = resolved(duty.body, this.cards.bodies, district);
        const body = this.cards.bodies[id];
        return body && make("li", {}, make("span", { class: `ww-role ww-role--${duty.role}` }, this.words[duty.role]), " ", make("a", { href: this.url(body.url) }, this.official(body.short || body.name)));
      });
      const councils = (card.councils || []).map((id) => this.cards.bodies[resolved(id, this.cards.bodies, district)]).filter(Boolean);
      const programmes = (card.programmes || []).map((id) => this.cards.records[`programmes/${id}`]).filter(Boolean);
      const links = (found) => found.map((item) => make("li", {}, make("a", { href: this.url(item.url) }, this.official(item.title || item.name))));
      return [
        ways.some(Boolean) ? this.fold(this.words.other_ways, [make("ul", {}, ways)]) : "",
        councils.length || programmes.length
          ? this.fold(this.words.say, [
              councils.length ? make("ul", {}, links(councils)) : "",
              programmes.length ? [make("h3", {}, this.words.funding), make("ul", {}, links(programmes))] : "",
            ])
          : "",
      ];
    }

    fold(title, content) {
      return make("details", { class: "ww-answer__fold" }, make("summary", {}, title), ...content.flat());
    }

    listed(ids) {
      return ids.flatMap((id, place) => {
        const body = this.cards.bodies[id];
        return [place ? " · " : "", make("a", { href: this.url(body.url) }, this.official(body.short || body.name))];
      });
    }

    foot(duty, card, answer) {
      const date = duty.source_date ? `${this.words.as_of} ${this.day(duty.source_date)}` : this.words.undated;
      return make(
        "p",
        { class: "ww-answer__source" },
        duty.source ? [this.words.source, " ", duty.source_url ? make("a", { href: duty.source_url, rel: "noopener noreferrer", lang: this.cards.source }, duty.source) : duty.source, `, ${date}. `] : "",
        this.wrong(answer)
      );
    }

    wrong(answer) {
      const address = answer.url.replace(`${this.lang}/`, "").replace(/\/$/, "");
      const subject = this.words.wrong_subject.replace("{address}", address);
      return make("a", { href: this.report(address, subject, this.words.wrong_body) }, this.words.wrong);
    }

    report(address, subject, body) {
      const { tracker, email } = this.cards.report;
      if (tracker) return tracker.replace("{id}", encodeURIComponent(address)).replace("{url}", encodeURIComponent(`${address}/`));
      return `mailto:${email || ""}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
    }

    // ---- nothing found is an outcome of its own ----

    nothing(result, state, district) {
      const nearest = (result.nearest || []).map((hit) => this.cards.records[hit.ref]).filter(Boolean);
      const groups = this.nearestGroups(result.nearest || []);
      const filtered = FILTERS.some((name) => state[name]);
      const again = make("button", { class: "ww-button", type: "button" }, this.words.unfilter);
      again.addEventListener("click", () => {
        FILTERS.forEach((name) => this.choose(name, ""));
        this.field.focus();
        this.fresh();
      });
      return make(
        "section",
        { class: "ww-nothing" },
        make("h2", {}, this.words.nothing),
        make("p", {}, filtered ? this.words.filtered : this.words.nothing_hint),
        filtered ? make("p", {}, again) : "",
        nearest.length ? [make("h3", {}, this.words.nearest), make("ul", {}, nearest.map((card) => make("li", {}, make("a", { href: this.url(card.url) }, this.titled(card)))))] : "",
        make("p", {}, make("a", { class: "ww-button", href: this.url("guide/") }, this.words.guide)),
        make("h3", {}, this.words.groups),
        make("ul", { class: "ww-inline" }, groups.map(([id, title]) => make("li", {}, make("a", { href: `${this.url("topics/")}#${id}` }, title)))),
        make("h3", {}, this.words.human),
        make("ul", { class: "ww-linklist" }, this.cards.human.map((id) => this.human(resolved(id, this.cards.bodies, district), district))),
        this.counted(),
        make("p", {}, make("a", { class: "ww-report", href: this.report("", this.words.missing_subject, this.words.missing_body.replace("{query}", state.query)) }, this.words.missing))
      );
    }

    /** The counter of questions without answers: off until somebody wants it. */
    counted() {
      const list = make("a", { href: unanswered.address }, this.words.kept_list);
      const place = make("p", { class: "ww-note", role: "status", "data-counter": true });
      const show = () => place.replaceChildren(this.words.kept, " ", list);
      if (unanswered.read().keep) {
        this.whenSettled(show);
        return place;
      }
      const button = make("button", { type: "button", class: "ww-button ww-button--quiet" }, this.words.keep);
      button.addEventListener("click", () => {
        unanswered.keep(true);
        this.count();
        show();
      });
      place.append(button, " ", this.words.keep_note);
      return place;
    }

    /** Counts the question once nobody has typed for a while: half a word is no question. */
    whenSettled(then) {
      clearTimeout(this.settling);
      this.settling = setTimeout(() => {
        if (this.count()) then();
      }, SETTLED);
    }

    count() {
      const { query, result } = this.last;
      if (result.hits.length || this.counting === query) return false;
      this.counting = query;
      const topic = (result.nearest || []).find((hit) => hit.kind === "topic");
      return unanswered.add(query, this.lang, this.state().district || result.place, topic && topic.id);
    }

    /** The groups of the nearest records first; all of them, if that is none. */
    nearestGroups(nearest) {
      const documents = [...this.finder.indexes.values()].flatMap((index) => index.documents);
      const near = new Set(nearest.flatMap((hit) => (documents.find((document) => document.ref === hit.ref) || { groups: [] }).groups));
      const all = Object.entries(this.cards.groups);
      return near.size ? all.filter(([id]) => near.has(id)) : all;
    }

    human(id, district) {
      const body = this.cards.bodies[id];
      const [phone] = contacts(id, this.cards.bodies, district).filter((way) => way.type === "phone" && way.href);
      return make(
        "li",
        {},
        make("a", { href: this.url(body.url) }, this.official(body.name)),
        body.gloss ? make("span", { class: "ww-gloss" }, this.says(body, "gloss")) : "",
        phone ? make("p", { class: "ww-contactline" }, make("a", { class: "ww-contactline__phone", href: phone.href }, make("span", { class: "ww-hidden" }, this.words.call, ": "), make("bdi", { dir: "ltr" }, printed(phone.value)))) : ""
      );
    }
  }

  async function start(form, results) {
    const ui = new FinderUI(form, results);
    await ui.load();
    ui.listen();
    ui.readAddress();
    ui.answer();
    return ui;
  }

  globalThis.WegweiserFinderUI = { start };
})();

/* The form of the finder and the place for answers in; asks while somebody types, and shows what is found. */

const FIRST = 5;
const MOST = 20;
const SHORTEST = 2;
const PAUSE = 130;
const ANNOUNCE = 500;
const OTHERS = 250;

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
    this.address = new Address(form);
    this.indexes = new Indexes(this.lang);
    this.counter = new Counter(this.lang);
  }

  async load() {
    const cards = await this.indexes.load();
    this.speech = new Speech(cards, this.lang);
  }

  async loadRest() {
    const more = await this.indexes.rest();
    if (more && this.address.state().query.length >= SHORTEST) this.answerAgain();
  }

  async loadOthers(query) {
    const more = await this.indexes.another(query, this.sure);
    if (!more || this.address.state().query !== query) return;
    this.answerAgain();
    this.loadOthers(query);
  }

  /** Answers with what is known now, unless somebody may be reading an answer. */
  answerAgain() {
    if (!this.results.contains(document.activeElement)) this.answer();
  }

  listen() {
    let timer = 0;
    const prepare = () => setTimeout(() => this.indexes.finder && this.loadRest());
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
      if (event.target.name === "district") this.address.keepDistrict(event.target.value);
      this.fresh();
    });
    this.form.addEventListener("submit", () => {
      this.fresh();
      const first = this.list.querySelector("[data-answer-link]");
      if (first) first.focus();
    });
    this.form.querySelector("[data-clear]").addEventListener("click", () => this.clear());
    document.addEventListener("keydown", (event) => this.key(event));
    whenAsked(() => {
      this.readAddress(true);
      this.fresh();
    });
  }

  readAddress(anew) {
    this.address.read(anew);
    this.showClear();
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

  /** Makes room for answers with the first letters: what moves later, nobody expects. Says whether anything is asked. */
  makeRoom() {
    const searching = this.address.state().query.length >= SHORTEST;
    this.results.hidden = !searching;
    this.form.classList.toggle("ww-finder--searching", searching);
    if (this.start) this.start.hidden = searching;
    return searching;
  }

  answer() {
    const state = this.address.state();
    if (this.makeRoom()) {
      this.loadRest();
      this.show(state);
      return;
    }
    this.address.write({ ...state, district: this.address.remembered ? undefined : state.district });
    this.list.replaceChildren();
    this.before.replaceChildren();
    this.announce("");
  }

  show(state) {
    const { query, ...filters } = state;
    const { cards, words } = this.speech;
    const result = this.find(query, filters);
    const more = result.hits.length > this.limit;
    const hits = result.hits.slice(0, this.limit);
    if (!hits.length && !this.indexes.complete) {
      this.list.replaceChildren();
      this.announce(this.form.dataset.loading);
      return; // "Nothing found" can be said when all has been looked at.
    }
    const made = composed({ ...result, hits }, cards, query, this.lang, filters.district);
    const doors = new Doors(this.speech, made.district, (select) => this.chooseDistrict(select));
    this.sure = hits.some((hit) => hit.sure);
    this.counter.typedOn();
    this.address.write({ query, ...filters });
    this.before.replaceChildren(...notes(result, made, this.indexes.common, this.speech, (said) => this.ask(said)));
    this.list.replaceChildren(...(hits.length ? this.cards(hits, made, doors, more) : [this.nothing(result, state, doors)]));
    const text = made.district ? words.answers_in.replace("{district}", cards.districts[made.district]) : words.answers;
    this.announce(hits.length ? text.replace("{n}", number(hits.length) + (more ? "+" : "")) : words.nothing);
    clearTimeout(this.later);
    this.later = setTimeout(() => this.loadOthers(query), OTHERS);
  }

  /** One hit more than is shown; a remembered district leaves `filters` where the question names one. */
  find(query, filters) {
    const { finder } = this.indexes;
    const limit = this.limit + 1;
    const result = finder.find(query, this.lang, { ...filters, district: undefined, limit });
    if (result.place && this.address.remembered) filters.district = undefined;
    return filters.district ? finder.find(query, this.lang, { ...filters, limit }) : result;
  }

  /** Said after a pause: nobody wants a number after each letter. */
  announce(text) {
    clearTimeout(this.saying);
    const say = () => (this.status.textContent = text);
    if (this.said) this.saying = setTimeout(say, ANNOUNCE);
    else say();
    this.said = text;
  }

  cards(hits, made, doors, more) {
    const cards = new Cards(this.speech, doors);
    const shown = hits.map((hit, place) => cards.card(hit, made.answers[place], place === 0));
    if (!more || this.limit >= MOST) return shown;
    const button = make("button", { class: "ww-moreanswers", type: "button" }, this.speech.words.show_more);
    button.addEventListener("click", () => {
      this.limit = MOST;
      this.answer();
      const links = this.list.querySelectorAll("[data-answer-link]");
      if (links[shown.length]) links[shown.length].focus();
    });
    return [...shown, button];
  }

  nothing(result, state, doors) {
    const groups = nearestGroups(result.nearest, this.indexes.finder.indexes, this.speech.cards.groups);
    const counted = this.counter.shown(result, state, this.speech.words);
    return nothing({ result, state, groups, counted }, this.speech, doors, () => {
      FILTERS.forEach((name) => this.address.choose(name, ""));
      this.field.focus();
      this.fresh();
    });
  }

  ask(said) {
    this.field.value = said;
    this.field.focus();
    this.fresh();
  }

  /** A district that was chosen in an answer; the focus stays where it was. */
  chooseDistrict(select) {
    const place = [...this.list.querySelectorAll(".ww-answer select")].indexOf(select);
    this.address.choose("district", select.value);
    this.address.keepDistrict(select.value);
    this.answer();
    const again = this.list.querySelectorAll(".ww-answer select")[place];
    if (again) again.focus();
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

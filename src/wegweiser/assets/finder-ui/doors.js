/* Bodies in; their names, what they are, where, and how to reach them out. */

class Doors {
  /** `choose` is called with the list of districts in which somebody chose one. */
  constructor(speech, district, choose) {
    this.speech = speech;
    this.cards = speech.cards;
    this.words = speech.words;
    this.district = district;
    this.choose = choose;
    this.asked = false;
  }

  /** The id of a body in the district. */
  here(id) {
    return resolved(id, this.cards.bodies, this.district);
  }

  door(id, common, { role, duty, nameless, extra, first }) {
    const body = this.cards.bodies[id] || this.cards.bodies[common];
    const local = this.cards.bodies[common] && this.cards.bodies[common].per_district;
    const ways = contacts(id, this.cards.bodies, this.district);
    const unknown = (way) => !ways.some((known) => known.value === way.value);
    const own = common !== id ? contacts(common, this.cards.bodies, this.district).filter(unknown) : [];
    const actions = this.actions(body, [...ways, ...own], extra, local && !this.district);
    const copy = first && navigator.clipboard ? copyButton(body.name) : "";
    return make(
      "div",
      { class: "ww-answer__door" },
      role ? make("p", {}, make("span", { class: `ww-role ww-role--${role}` }, this.words[role]), duty ? this.area(duty) : "") : "",
      nameless ? "" : make("p", { class: "ww-answer__name" }, this.speech.link(body), copy),
      body.gloss ? make("p", { class: first ? "ww-gloss" : "ww-gloss ww-clamp" }, this.speech.says(body, "gloss")) : "",
      local && !(duty && duty.any && !this.district) ? this.chooser() : "",
      actions
    );
  }

  area(duty) {
    const area = (text) => [" ", make("span", { class: "ww-area" }, text)];
    if (duty.area) return area(`${this.words.only_in} ${this.cards.districts[duty.area]}`);
    return duty.any ? area(this.words.any_district) : "";
  }

  /** The map of the page as another way to choose, for pointers; where it shows numbers, the list has them too. */
  map(select) {
    const template = document.querySelector("[data-district-map]");
    if (!template) return "";
    const map = template.content.cloneNode(true);
    for (const label of map.querySelectorAll("g[data-district]")) {
      const option = [...select.options].find(({ value }) => value === label.dataset.district);
      if (option) option.textContent = `${label.querySelector(".ww-map__number").textContent} ${option.textContent}`;
    }
    map.querySelector("svg").addEventListener("click", (event) => {
      const area = event.target.closest("a[data-district]");
      if (!area) return;
      event.preventDefault();
      select.value = area.dataset.district;
      this.choose(select);
    });
    return map;
  }

  /** The district of a body that exists in each: a chip where it is known, asked once where it is not. */
  chooser() {
    const district = this.district;
    const select = make(
      "select",
      { "aria-label": this.words.district },
      make("option", { value: "" }, district ? this.words.all_districts : this.words.choose_district),
      Object.entries(this.cards.districts).map(([id, name]) => make("option", { value: id, selected: id === district }, name))
    );
    select.addEventListener("change", () => this.choose(select));
    const ask = !district && !this.asked;
    this.asked = true;
    return ask
      ? make("div", { class: "ww-ask" }, make("p", {}, make("span", {}, this.words.ask_district), select), this.map(select))
      : make("p", { class: "ww-where" }, make("span", { class: "ww-i ww-i--pin", "aria-hidden": "true" }), select);
  }

  /** What can be done at once. Phone and mail only where a source names them; else the next best way, said plainly. */
  actions(body, ways, extra, unplaced) {
    const [phone, email, site] = ["phone", "email", "website"].map((type) => ways.find((way) => way.type === type && way.href));
    const page = site || (body.website ? { href: body.website } : null);
    const items = [
      phone ? this.action(phone, this.words.call, printed(phone.value), "phone") : null,
      email ? this.action(email, this.words.write, email.value, "email") : null,
      page ? this.action(page, this.words.website, "", "website") : null,
      extra,
    ].filter(Boolean);
    const unsourced = !site && body.website_unsourced;
    return [
      phone || email || unplaced ? "" : make("p", { class: "ww-unknown ww-answer__small" }, this.words.no_contact, this.helpline(body)),
      make("ul", { class: "ww-actions" }, items.map((item) => make("li", {}, item))),
      unsourced && page ? make("p", { class: "ww-note" }, this.words.unsourced) : "",
    ];
  }

  action(way, verb, value, name) {
    return make(
      "a",
      { class: `ww-action ww-action--${name}`, href: way.href, rel: name === "website" ? "noopener noreferrer" : null },
      make("span", { class: "ww-action__verb" }, verb),
      " ",
      value ? make("bdi", { class: "ww-action__value", dir: "ltr" }, value) : ""
    );
  }

  helpline({ id }) {
    const helpline = this.cards.helpline && this.cards.helpline !== id && this.cards.bodies[this.cards.helpline];
    return helpline ? [" ", this.words.helps, " ", this.speech.link(helpline, helpline.short || helpline.name)] : "";
  }

  /** Somebody to talk to: her name, what she does, her number. */
  human(common) {
    const id = this.here(common);
    const body = this.cards.bodies[id];
    const phone = contacts(id, this.cards.bodies, this.district).find((way) => way.type === "phone" && way.href);
    const spoken = make("span", { class: "ww-hidden" }, this.words.call, ": ");
    const call = () => make("a", { class: "ww-contactline__phone", href: phone.href }, spoken, make("bdi", { dir: "ltr" }, printed(phone.value)));
    return make(
      "li",
      {},
      this.speech.link(body),
      body.gloss ? make("span", { class: "ww-gloss" }, this.speech.says(body, "gloss")) : "",
      phone ? make("p", { class: "ww-contactline" }, call()) : ""
    );
  }
}

/* Texts and names of cards in; elements in the reader's language out, marked where they are in another. */

const LATIN_RUN = /(?:§+ ?)?[A-Za-zÀ-ɏ0-9](?:[A-Za-zÀ-ɏ0-9.&/+'’*:–§ -]*[A-Za-zÀ-ɏ0-9*])?/g;

class Speech {
  constructor(cards, lang) {
    this.cards = cards;
    this.words = cards.words;
    this.lang = lang;
  }

  official(name) {
    return make("bdi", this.lang === this.cards.source ? {} : { lang: this.cards.source }, name);
  }

  /** A text of a card; marked where it is not translated, names isolated as view/isolation.py does it. */
  says(card, key) {
    const foreign = (card.foreign || []).includes(key);
    if (!foreign) return this.cards.latin ? card[key] : this.isolated(card[key]);
    const tongue = make("span", { class: "ww-tongue" }, this.words.tongue);
    const text = make("span", { class: "ww-fallback", lang: this.cards.source, dir: "auto" }, card[key]);
    return make("span", {}, text, " ", tongue);
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

  /** A link to the page of a body or a record, by its official name or another. */
  link(card, name = card.name) {
    return make("a", { href: pageAt(card.url) }, this.official(name));
  }

  /** A sentence with its gaps filled by elements. */
  filled(text, parts) {
    return text.split(/(\{\w+\})/).map((piece) => parts[piece.slice(1, -1)] || piece);
  }

  day(partial) {
    const [year, month, day] = partial.split("-").map(Number);
    const form = day ? { dateStyle: "long" } : month ? { year: "numeric", month: "long" } : { year: "numeric" };
    const moment = Date.UTC(year, (month || 1) - 1, day || 1);
    return new Intl.DateTimeFormat(settings.numbers, { ...form, timeZone: "UTC" }).format(moment);
  }

  /** Where to report what is wrong or missing. */
  report(address, subject, body) {
    const { tracker, email } = this.cards.report;
    if (tracker) return tracker.replace("{id}", encodeURIComponent(address)).replace("{url}", encodeURIComponent(`${address}/`));
    return `mailto:${email || ""}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  }
}

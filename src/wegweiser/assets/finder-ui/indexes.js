/* A language in; a finder that knows it out, and more of it, and other languages, one after the other. */

class Indexes {
  constructor(lang) {
    this.lang = lang;
    this.waiting = new Set();
  }

  /** What answers at once; returns the cards. */
  async load() {
    const [common, index, cards] = await Promise.all([
      json("common.json"),
      json(`index/${this.lang}.json`),
      json(`cards/${this.lang}.json`),
    ]);
    this.common = common;
    this.first = index;
    return cards;
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

  /** The rest of the interface's own language: the first part answers at once. Returns whether to answer again. */
  async rest() {
    if (this.wantsRest) return false;
    this.wantsRest = true;
    if (this.first.parts > 1) {
      try {
        this.finder.addIndex(this.lang, this.first, ...(await this.further(this.lang, this.first)));
      } catch {
        // The first part, with the concerns, answers alone.
      }
    }
    this.complete = true;
    return this.first.parts > 1;
  }

  /**
   * Other languages answer too: that in which the question seems to be, for it may tell of an emergency, and while no
   * answer is sure those of the browser and the rest, one file after the other. Returns whether there is more now.
   */
  async another(query, sure) {
    const missing = (code) => !this.finder.indexes.has(code) && !this.waiting.has(code);
    const spoken = this.finder.spokenIn(query, this.lang);
    const likely = [spoken, ...navigator.languages.map((code) => code.split("-")[0])];
    const rank = (code) => (likely.includes(code) ? likely.indexOf(code) : likely.length);
    const asked = this.finder.asked(query, this.lang, this.common.languages).filter(missing);
    const [next] = asked.sort((one, other) => rank(one) - rank(other));
    if (!next || this.waiting.size || (sure && next !== spoken)) return false;
    this.waiting.add(next);
    try {
      const first = await json(`index/${next}.json`);
      this.finder.addIndex(next, first, ...(await this.further(next, first)));
      this.waiting.delete(next);
    } catch {
      return false; // Without it the interface's language answers alone; it stays in `waiting`, not asked for again.
    }
    return true;
  }
}

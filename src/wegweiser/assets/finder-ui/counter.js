/* The counter of questions without answers: off until somebody wants it. */

const SETTLED = 2500;

class Counter {
  constructor(lang) {
    this.lang = lang;
  }

  /** The question that waited to be counted was typed on. */
  typedOn() {
    clearTimeout(this.settling);
  }

  /** What tells that a question is counted, or offers it. */
  shown(result, state, words) {
    const list = make("a", { href: unanswered.address }, words.kept_list);
    const place = make("p", { class: "ww-note", role: "status", "data-counter": true });
    const show = () => place.replaceChildren(words.kept, " ", list);
    if (unanswered.read().keep) {
      // Once nobody has typed for a while: half a word is no question.
      this.settling = setTimeout(() => this.count(result, state) && show(), SETTLED);
      return place;
    }
    const button = make("button", { type: "button", class: "ww-button ww-button--quiet" }, words.keep);
    button.addEventListener("click", () => {
      unanswered.keep(true);
      this.count(result, state);
      show();
    });
    place.append(button, " ", words.keep_note);
    return place;
  }

  /** Counts a question once; returns whether it is on the list now. */
  count(result, { query, district }) {
    if (this.counted === query) return true;
    this.counted = query;
    const topic = result.nearest.find((hit) => hit.kind === "topic");
    return unanswered.add(query, this.lang, district || result.place, topic && topic.id);
  }
}

/* What the form says, and the address of the page that holds it. */

const FILTERS = ["district", "audience", "group", "level"];

class Address {
  constructor(form) {
    this.form = form;
    // A district that was only remembered yields to one that the question names.
    this.remembered = false;
  }

  /** `anew`: the address was changed on purpose and wins; else whoever types while the files load is not interrupted. */
  read(anew) {
    const { q } = this.form.elements;
    const said = asked();
    if (said.get("q") && (anew || !q.value)) q.value = said.get("q");
    for (const name of FILTERS) this.choose(name, said.get(name) || "");
    if (!said.get("district") && kept.get("ww-district")) {
      this.choose("district", kept.get("ww-district"));
      this.remembered = true;
    }
  }

  choose(name, value) {
    const control = this.form.elements[name];
    const choices = control instanceof RadioNodeList ? [...control] : [...control.options];
    control.value = choices.some((choice) => choice.value === value) ? value : "";
  }

  /** A district that somebody chose is kept on the device. */
  keepDistrict(district) {
    this.remembered = false;
    kept.set("ww-district", district);
  }

  state() {
    const chosen = Object.fromEntries(FILTERS.map((name) => [name, this.form.elements[name].value || undefined]));
    return { query: this.form.elements.q.value.trim(), ...chosen };
  }

  write({ query, ...chosen }) {
    const address = addressWith({ q: query, ...chosen });
    if (address !== location.href) history.replaceState(null, "", address);
    const set = FILTERS.filter((name) => chosen[name]).length;
    const badge = this.form.querySelector("[data-filters-set]");
    badge.hidden = !set;
    badge.textContent = set ? number(set) : "";
  }
}

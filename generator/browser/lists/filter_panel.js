/**
 * The filters of a list as elements, as generator/site/filter_panel.py makes them: facets with counts, the range of
 * years, chips of what is chosen. They are built once for all values of a list; afterwards only counts and choices
 * change, so that the keyboard focus stays.
 */

import { fill, make } from "../elements.js";
import { ANY, facetsOf, inOrder, labelOf, titleOf } from "../search/facets.js";

/** Facets that are offered even where all records have the same value. */
const ALWAYS = ["kind", "category", "level", "status"];
/** Values of a facet that are seen before its list is scrolled. */
const SEEN = 12;

/** The filters of one list. */
export class Panel {
  /**
   * @param {HTMLElement} place where the facets stand
   * @param {import("../search/facets.js").Known} known
   * @param {string[]} hidden facets that the list itself has settled
   * @param {(facet: string, value: string, on: boolean) => void} choose
   */
  constructor(place, known, hidden, choose) {
    this.place = place;
    this.known = known;
    this.hidden = hidden;
    /** @type {Record<string, Record<string, number>>} every value that was ever counted */
    this.offered = {};
    /** @type {Map<string, {facet: string, value: string, label: HTMLElement, input: HTMLInputElement, told: Text,
     *   number: number, isHidden: boolean, isFirst: boolean}>} */
    this.values = new Map();
    /** @type {Map<string, HTMLElement>} what holds the values of each facet */
    this.sets = new Map();
    /** @type {HTMLInputElement[]} first and last year of the range */
    this.ends = [];
    place.addEventListener("change", ({ target }) => {
      const key = keyOf(target);
      if (this.values.has(key)) choose(...parts(key), target.checked);
    });
  }

  /**
   * Offer the values that were counted beside those that are offered already: another date may bring others.
   * @param {Record<string, Record<string, number>>} counts
   */
  offer(counts) {
    const { place, known, hidden, offered } = this;
    const isNew = ([facet, values]) => Object.keys(values).some((value) => !(value in (offered[facet] ?? {})));
    const fresh = Object.entries(counts).filter(isNew);
    if (!fresh.length) return;
    for (const [facet, values] of fresh) offered[facet] = { ...values, ...offered[facet] };
    const shown = facetsOf(known).filter((facet) => {
      const values = Object.keys(offered[facet] ?? {});
      const isWanted = ALWAYS.includes(facet) && values[0] !== ANY;
      return !hidden.includes(facet) && values.length > (isWanted ? 0 : 1);
    });
    const ranges = place.querySelectorAll(".filter-range");
    const kept = new Map([...ranges].map((range) => [range.closest("[data-facet]").dataset.facet, range]));
    const focused = keyOf(document.activeElement);
    this.values.clear();
    this.sets.clear();
    place.replaceChildren(...shown.map((facet) => this.#facet(facet, offered[facet], kept.get(facet))));
    this.ends = [...place.querySelectorAll("[data-from], [data-to]")];
    this.values.get(focused)?.input.focus(); // the keyboard was in the panel that stood here before
  }

  #facet(facet, counts, range) {
    const { manifest } = this.known;
    const values = inOrder(this.known, facet, Object.keys(counts));
    const list = make("ul", {}, ...values.map((value, at) => this.#value(facet, value, counts[value], at < SEEN)));
    const legend = make("legend", {}, titleOf(this.known, facet));
    const fieldset = make("fieldset", { "data-facet": facet }, legend);
    this.sets.set(facet, fieldset);
    if (manifest.facets[facet]?.numeric) fieldset.append(range ?? rangeOf(manifest.words));
    fieldset.append(list);
    if (facet === "evaluator") fieldset.append(make("p", { class: "filter-note" }, manifest.words["msg.evaluator"]));
    return fieldset;
  }

  #value(facet, value, count, isFirst) {
    const input = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox", autocomplete: "off" }));
    const told = new Text(String(count));
    const label = make("label", { "data-value": value, "data-count": String(count) }, input);
    label.append(make("span", {}, labelOf(this.known, facet, value)), " ", make("span", { class: "count" }, told));
    this.values.set(`${facet}:${value}`, { facet, value, label, input, told, number: count, isHidden: false, isFirst });
    return make("li", {}, label);
  }

  /**
   * Show what is chosen, and how many records each value would give.
   * @param {import("./address.js").State} state
   * @param {Record<string, Record<string, number>>} counts
   * @param {boolean} [first] whether the values that are seen at first are enough for now
   */
  show(state, counts, first = false) {
    const any = new Set();
    for (const end of this.ends) end.value = state["from" in end.dataset ? "from" : "to"] || "";
    for (const of of this.values.values()) {
      if (first && !of.isFirst) continue;
      const { facet, value, label, input, told } = of;
      const number = counts[facet]?.[value] ?? 0;
      const chosen = facet === "kind" ? state.kinds : state.values[facet];
      const isChosen = chosen?.includes(value) ?? false;
      if (number !== of.number) {
        told.data = String(number);
        label.setAttribute("data-count", told.data);
        of.number = number;
      }
      // Not what was shown last: a box that is ticked has changed by itself.
      if (input.checked !== isChosen) input.checked = isChosen;
      const isHidden = !number && !isChosen;
      if (isHidden !== of.isHidden) label.classList.toggle("none", isHidden);
      of.isHidden = isHidden;
      if (!isHidden) any.add(facet);
    }
    if (first) return;
    for (const [facet, fieldset] of this.sets) if (fieldset.hidden === any.has(facet)) fieldset.hidden = !any.has(facet);
  }
}

/** Which value of which facet an element belongs to. */
function keyOf(element) {
  const { facet } = element?.closest("[data-facet]")?.dataset ?? {};
  const { value } = element?.closest("[data-value]")?.dataset ?? {};
  return `${facet}:${value}`;
}

const parts = (key) => [key.slice(0, key.indexOf(":")), key.slice(key.indexOf(":") + 1)];

function rangeOf(words) {
  const year = (name) => make("input", { type: "number", inputmode: "numeric", [`data-${name}`]: true, autocomplete: "off" });
  const labels = ["from", "to"].map((name) => make("label", {}, words[`find.${name}`], year(name)));
  return make("p", { class: "filter-range" }, ...labels);
}

/**
 * A chip for everything chosen, each taking itself back, and one for all.
 * @param {import("../search/facets.js").Known} known
 * @param {import("./address.js").State} state
 * @param {(facet: string, value?: string) => void} remove without a facet everything
 * @returns {HTMLElement[]}
 */
export function chips(known, state, remove) {
  const { words } = known.manifest;
  const chosen = [["kind", state.kinds], ...Object.entries(state.values)];
  const made = chosen.flatMap(([facet, values]) =>
    values.map((value) => chip(words, facet, `${titleOf(known, facet)}：${labelOf(known, facet, value)}`, () => remove(facet, value), value)),
  );
  if (state.from || state.to) {
    made.push(chip(words, "years", `${words["find.years"]}：${state.from || ""}–${state.to || ""}`, () => remove("years")));
  }
  if (state.q) made.unshift(chip(words, "q", fill(words["find.words"], { q: state.q }), () => remove("q")));
  if (made.length > 1) {
    const all = make("button", { type: "button", class: "chip-all", "data-clear": true }, words["action.clear"]);
    all.addEventListener("click", () => remove(""));
    made.push(all);
  }
  return made;
}

function chip(words, facet, text, remove, value = "") {
  const label = fill(words["find.remove"], { label: text });
  const button = make("button", { type: "button", "data-chip": value ? `${facet}:${value}` : facet, "aria-label": label });
  button.append(text, make("span", { "aria-hidden": "true" }, " ×"));
  button.addEventListener("click", remove);
  return button;
}

/**
 * What is said where nothing was found: that this is no statement about a unit, what the lists hold that were
 * searched, and which filter to take back.
 */

import { fill, make } from "./parts.js";
import { labelOf, titleOf } from "./panel.js";
import { ROOT } from "./store.js";

/**
 * @param {import("./panel.js").Known} known
 * @param {import("./address.js").State} state
 * @param {import("./search.js").Found[]} found
 * @param {number} withoutQuery how many records there would be without the query
 * @param {string | undefined} scope category of the list
 * @param {(facet: string) => void} drop
 * @returns {HTMLElement[]}
 */
export function nothingFound(known, state, found, withoutQuery, scope, drop) {
  const { words, coverage } = known.manifest;
  const lines = coverage.filter(([category]) => !scope || category === scope).map(([, text]) => text);
  const key = state.q ? "msg.not_found" : "find.nothing";
  const said = make("p", { class: "note" }, fill(words[key], { q: state.q, coverage: "" }));
  const held = make("ul", { class: "coverage" }, ...lines.map((line) => make("li", {}, line)));
  const more = make("p", {}, make("a", { href: new URL("coverage/", ROOT).href }, words["nav.coverage"]));
  const drops = suggestions(known, state, found, withoutQuery).map(([facet, label, n]) => {
    const button = make("button", { type: "button", class: "action", "data-drop": facet }, fill(words["find.drop"], { filter: label, n }));
    button.addEventListener("click", () => drop(facet));
    return button;
  });
  return [...(drops.length ? [make("p", { class: "drops" }, ...drops)] : []), said, held, more];
}

/** Each filter whose removal would give something: its facet, what is chosen of it, how many records. */
function suggestions(known, state, found, withoutQuery) {
  const sums = {};
  for (const { without } of found) {
    for (const [facet, count] of Object.entries(without)) sums[facet] = (sums[facet] ?? 0) + count;
  }
  const label = (facet) => {
    const chosen = (state.values[facet] ?? []).map((value) => labelOf(known, facet, value));
    return `${titleOf(known, facet)}：${chosen.join("、") || known.manifest.words["find.years"]}`;
  };
  const facets = Object.entries(sums).filter(([, count]) => count).map(([facet, count]) => [dropped(state, facet), label(facet), count]);
  return state.q && withoutQuery ? [["q", fill(known.manifest.words["find.words"], { q: state.q }), withoutQuery], ...facets] : facets;
}

/** A facet of years may be chosen by its range alone. */
const dropped = (state, facet) => (state.values[facet]?.length ? facet : "years");

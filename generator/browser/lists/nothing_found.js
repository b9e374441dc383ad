/**
 * What is said where nothing was found: that this is no statement about a unit, what the lists hold that were
 * searched, and which filter to take back.
 */

import { iso } from "../dates.js";
import { fill, make, officialLookup } from "../elements.js";
import { startOf } from "../register/standing.js";
import { labelOf, titleOf } from "../search/facets.js";
import { ROOT } from "../search/store.js";

/**
 * What was asked for in vain. `without` is how many records there would be without the query, and at the register's
 * own date.
 * @typedef {{known: import("../search/facets.js").Known, state: import("./address.js").State,
 *   found: import("../search/search.js").Found[], scope?: string, dated?: import("./as_of.js").Dated,
 *   without: {query: number, date: number}}} Asked
 */

/**
 * @param {Asked} asked
 * @param {(facet: string) => void} drop the facet `on` is the date
 * @returns {HTMLElement[]}
 */
export function nothingFound(asked, drop) {
  const { words, coverage } = asked.known.manifest;
  const lines = coverage.filter(([category]) => !asked.scope || category === asked.scope).map(([, text]) => text);
  const said = make("p", { class: "note" }, reason(asked));
  const held = make("ul", { class: "coverage" }, ...lines.map((line) => make("li", {}, line)));
  const more = make("p", {}, make("a", { href: new URL("coverage/", ROOT).href }, words["nav.coverage"]));
  const drops = suggestions(asked).map(([facet, label, n]) => {
    const button = make("button", { type: "button", class: "action", "data-drop": facet }, fill(words["find.drop"], { filter: label, n }));
    button.addEventListener("click", () => drop(facet));
    return button;
  });
  return [...(drops.length ? [make("p", { class: "drops" }, ...drops)] : []), said, ...officialLookup(asked.known.manifest), held, more];
}

/** Why nothing was found: nothing that is asked for, or no list had come out by the date. */
function reason({ known: { manifest }, state, scope, dated }) {
  const { words, lists, schemes } = manifest;
  if (dated) {
    const own = lists.filter(([, scheme]) => !scope || schemes[scheme][1] === scope);
    const first = Math.min(...own.map((list) => startOf(list, dated.when)).filter(Boolean));
    const key = dated.when.axis === "published" ? "asof.nothing_yet" : "asof.nothing_yet_list_year";
    if (Number.isFinite(first) && first > dated.when.on) return fill(words[key], { on: iso(dated.when.on), first: iso(first) });
  }
  return fill(words[state.q ? "msg.not_found" : "find.nothing"], { q: state.q, coverage: "" });
}

/** Each filter whose removal would give something: its facet, what is chosen of it, how many records. */
function suggestions({ known, state, found, dated, without: { query, date } }) {
  const { words } = known.manifest;
  const sums = {};
  for (const { without } of found) {
    for (const [facet, count] of Object.entries(without)) sums[facet] = (sums[facet] ?? 0) + count;
  }
  const label = (facet) => {
    const chosen = (state.values[facet] ?? []).map((value) => labelOf(known, facet, value));
    return `${titleOf(known, facet)}：${chosen.join("、") || words["find.years"]}`;
  };
  const facets = Object.entries(sums).filter(([, count]) => count).map(([facet, count]) => [dropped(state, facet), label(facet), count]);
  const others = [];
  if (date) others.push(["on", dated.told.replace(/。$/u, ""), date]);
  if (state.q && query) others.push(["q", fill(words["find.words"], { q: state.q }), query]);
  return [...others, ...facets];
}

/** A facet of years may be chosen by its range alone. */
const dropped = (state, facet) => (state.values[facet]?.length ? facet : "years");

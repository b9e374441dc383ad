/**
 * Who may be offered as comparable, from the columns of the search: the enterprises that stand on a list of a
 * category and have not asked to be left out (generator/site/search/exemplar_pool.py). No page here.
 */

import { ownDate } from "../register/standing.js";
import { column, exemplars, once } from "../search/store.js";
import { find } from "../register/comparable.js";

/** What may be asked by, in the order of the form; `category` and `unit` only say of what and on whose behalf. */
export const ASKED = ["industry", "size", "area", "level", "improve"];
/** Statuses of the units offered. */
const STATUSES = ["listed", "listed_unverified"];

/**
 * A unit that may be offered, with what is shown of it.
 * @typedef {import("../register/comparable.js").Candidate & {id: string, name: string, status: string, value: string,
 *   place?: string}} Unit `value` is its industry, `place` the nearest area it is known to be in
 *
 * What is compared: the columns, what is read besides, and the units of each category once they were asked for.
 * @typedef {{column: import("../search/columns.js").Column, file: any, units: Map<string, Unit[]>}} Register
 *
 * What an address says; empty where it says nothing.
 * @typedef {{category: string, industry: string, size: string, area: string, level: string, improve: string,
 *   unit: string}} Query
 *
 * @typedef {{asked: import("../register/comparable.js").Asked, searched: Unit[], units: Unit[],
 *   steps: import("../register/comparable.js").Step[]}} Answer `units` in the order in which they are shown
 */

/**
 * The register of this page: one answer after another is worked out from the same units.
 * @returns {Promise<Register>}
 */
export const register = () =>
  once("register of exemplars", async () => {
    const [given, file] = await Promise.all([column("enterprises"), exemplars()]);
    return { column: given, file, units: new Map() };
  });

/**
 * Find units comparable to one that asks; the one itself is not among them.
 * @param {Register} given
 * @param {Query} query
 * @returns {Answer}
 */
export function answer(given, query) {
  const { lines, categories } = given.file;
  const { improve, level, size, area } = query;
  const { rungs } = categories[query.category];
  const asked = { industry: lines[query.industry] ?? [], improve, level, size, area, rungs };
  const searched = unitsOf(given, query.category).filter(({ id }) => id !== query.unit);
  const { steps, order } = find(asked, searched);
  return { asked, searched, steps, units: order.map((place) => searched[place]) };
}

/** The units of a category, in alphabetical order as the columns have them. */
function unitsOf(given, category) {
  let made = given.units.get(category);
  if (!made) {
    const { ledger, ids, manifest } = given.column;
    const when = ownDate(manifest);
    const place = ledger.categories.findIndex(({ id }) => id === category);
    const leftOut = new Set(given.file.left_out);
    made = ids.flatMap((id, record) => {
      const own = ledger.holdings(record, when).find((one) => one.category === place);
      return own && STATUSES.includes(own.status) && !leftOut.has(id) ? [unit(given, record, own)] : [];
    });
    given.units.set(category, made);
  }
  return made;
}

/** @returns {Unit} */
function unit({ column: { ids, names, groups }, file }, record, { level, status }) {
  const values = (facet) => {
    const { sets, of, values: all } = groups[facet];
    return sets[of[record]].map((place) => all[place]).filter((value) => value !== "unknown");
  };
  const id = ids[record];
  const [value = ""] = values("industry");
  return {
    id,
    name: names[record],
    level,
    status,
    value,
    industry: file.lines[value] ?? [],
    measures: (file.cases[id] ?? []).flatMap(({ measures }) => measures),
    size: values("size")[0] ?? "",
    areas: values("area").filter((area) => area !== file.city),
    place: values("area")[0],
    apart: values("place_grade").includes("inferred"),
  };
}

/**
 * The holdings of all units of a kind at a date, as generator/register/holdings.py, in columns, so that facets are
 * counted by a loop over numbers. The date changes with every move of the slider: what does not depend on it is
 * computed once (cohorts.js), and no object is made for a unit. standing.js computes the standing of one unit; both
 * agree. No page here.
 */

import { BEGUN, BEHIND, Cohorts } from "./cohorts.js";
import { LEVELS, STATUSES } from "./standing.js";

/**
 * Values of one facet: `sets` are the sets of places in `values` that occur; that of an entry is
 * `sets[of[at[entry]]]`. In the columns of a kind, where a record is its own entry, there is no `at`.
 * @typedef {{values: string[], sets: number[][], of: Int32Array, at?: Int32Array}} Group
 *
 * What the units of a kind hold at a date. `owners` is the unit of each entry; a unit that holds nothing has one entry
 * without values. `gone` are the units that stood on lists and stand on none.
 * @typedef {{when: import("./standing.js").When, owners: Int32Array, groups: Record<string, Group>,
 *   gone: Uint8Array}} Held
 */

/** @type {WeakMap<import("./standing.js").Ledger, Cohorts>} */
const known = new WeakMap();

function cohortsOf(ledger, count) {
  if (!known.has(ledger)) known.set(ledger, new Cohorts(ledger, count));
  return known.get(ledger);
}

/**
 * Work out what every unit holds at a date.
 * @param {import("./standing.js").Ledger} ledger
 * @param {number} count units
 * @param {import("./standing.js").When} when
 * @returns {Held}
 */
export function flatten(ledger, count, when) {
  const cohorts = cohortsOf(ledger, count);
  const day = cohorts.on(when);
  const { places, of, size: none } = cohorts;
  const [owners, cohort, place] = [0, 1, 2].map(() => new Int32Array(of.length + count));
  const gone = new Uint8Array(count);
  let size = 0;
  for (let unit = 0; unit < count; unit += 1) {
    const first = size;
    let met = 0;
    for (let at = places[unit]; at < places[unit + 1]; at += 1) {
      const bits = day.bits[of[at]];
      if (!bits) continue;
      cohorts.evaluate(at, bits, when);
      cohort[size] = of[at];
      place[size] = at;
      owners[size++] = unit;
      met |= day.met[of[at]];
    }
    if (met === BEGUN) gone[unit] = 1;
    if (size > first) continue;
    cohort[size] = none;
    place[size] = of.length;
    owners[size++] = unit;
  }
  const cut = (column) => column.subarray(0, size);
  return { when, owners: cut(owners), groups: groups(cohorts, day, cut(cohort), cut(place)), gone };
}

/** What entries have of each facet: that of their cohort, and the evaluators of their place. */
function groups({ ledger, category, sets, evaluators }, day, cohort, place) {
  const fixed = (values, of) => ({ values, sets: [...values.map((_, at) => [at]), []], of, at: cohort });
  const found = {
    category: fixed(ledger.categories.map(({ id }) => id), category),
    level: fixed(LEVELS, day.level),
    status: fixed(STATUSES, day.status),
  };
  for (const name of BEHIND) found[name] = { ...sets[name].told, of: day.behind[name], at: cohort };
  found.evaluator = { ...sets.evaluator.told, of: evaluators.slice(), at: place };
  return found;
}

/**
 * The list years of the final lists behind a holding, ascending, each once.
 * @param {import("./standing.js").Ledger} ledger
 * @param {import("./standing.js").Holding} holding
 * @returns {string[]}
 */
export function years(ledger, { begun }) {
  const found = begun.map((row) => ledger.lists[ledger.list[row]].year).filter(Boolean);
  return [...new Set(found)].sort((a, b) => a - b).map(String);
}

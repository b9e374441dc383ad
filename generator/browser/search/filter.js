/**
 * Filters and counts: which records pass, how many each value of each facet would give, and which filter to
 * drop. OR within a facet, AND between facets; a facet's counts leave out its own choice. No page here, and no
 * dates: what a record's values are is worked out before. Everything is a loop over numbers, a facet at a time.
 */

import { NONE } from "./match.js";

/**
 * What may be chosen: values by facet, and a range of list years.
 * @typedef {{values: Record<string, string[]>, from?: number, to?: number}} Choice
 *
 * Records with their facets. A record has one entry or more, which stand together, one record after the other; it
 * passes if one of them does. `owners` is the record of each entry; what a group without `at` says is said of records.
 * @typedef {{count: number, owners: Int32Array, groups: Record<string, import("../register/holdings.js").Group>}} Table
 *
 * @typedef {{passed: Uint8Array, total: number, counts: Record<string, Record<string, number>>,
 *   without: Record<string, number>}} Sifted
 */

/** The facets whose values are years, to which a range applies. */
export const YEARS = ["list_year", "year"];

/** What entries lack to pass: nothing, more than one facet; else the place of the only facet that they fail. */
const [NOTHING, OUT] = [-1, -2];

/**
 * Sift the records that a query found.
 * @param {Table} table
 * @param {Choice} choice
 * @param {Uint8Array} ranks by record; NONE for one that the query did not find
 * @param {Record<string, string[]>} [scope] what entries must have to be looked at, such as the category of a list
 * @returns {Sifted} `without` is how many records there would be without each chosen facet
 */
export function sift({ count, owners, groups }, choice, ranks, scope = {}) {
  const placed = Object.entries(groups).map(([name, group]) => ({ ...group, name, at: group.at ?? owners }));
  const lacks = new Int8Array(owners.length).fill(isMissing(groups, choice) ? OUT : NOTHING);
  for (let entry = 0; entry < lacks.length; entry += 1) if (ranks[owners[entry]] === NONE) lacks[entry] = OUT;
  for (const group of placed.filter(({ name }) => name in scope)) {
    fail(lacks, group, acceptedSets(group, (value) => scope[group.name].includes(value)), OUT);
  }
  const tests = placed.map((group) => accepted(group, choice));
  tests.forEach((passes, place) => passes && fail(lacks, placed[place], passes, place));
  const sorted = sortedOut(owners, lacks);
  const passed = new Uint8Array(count);
  for (let entry = 0; entry < lacks.length; entry += 1) if (lacks[entry] === NOTHING) passed[owners[entry]] = 1;
  const counts = {};
  const without = {};
  placed.forEach((group, place) => {
    counts[group.name] = counted(group, owners, lacks, sorted, place);
    if (tests[place]) without[group.name] = records(owners, lacks, sorted, place);
  });
  return { passed, total: records(owners, lacks, sorted), counts, without };
}

/** Whether something is chosen that this kind does not have: none of its records passes then. */
function isMissing(groups, { values, from, to }) {
  if ((from || to) && !YEARS.some((name) => name in groups)) return true;
  return Object.keys(values).some((name) => values[name].length && !(name in groups));
}

/** Note the entries that fail a facet, or that they fail more than one. */
function fail(lacks, { of, at }, passes, place) {
  for (let entry = 0; entry < lacks.length; entry += 1) {
    if (lacks[entry] === OUT || passes[of[at[entry]]]) continue;
    lacks[entry] = lacks[entry] === NOTHING ? place : OUT;
  }
}

/**
 * Sort entries by how they are counted. Those of records with one entry that passes need no second look: `alone`. The
 * others that lack one facet at most are `several`.
 */
function sortedOut(owners, lacks) {
  const alone = new Int32Array(owners.length);
  const several = new Int32Array(owners.length);
  let [few, many] = [0, 0];
  for (let entry = 0; entry < owners.length; entry += 1) {
    if (lacks[entry] === OUT) continue;
    const hasOthers = owners[entry + 1] === owners[entry] || owners[entry - 1] === owners[entry];
    if (lacks[entry] === NOTHING && !hasOthers) alone[few++] = entry;
    else several[many++] = entry;
  }
  return { alone: alone.subarray(0, few), several: several.subarray(0, many) };
}

/** How many records have an entry that passes, or lacks only the facet of a place. */
function records(owners, lacks, { alone, several }, place = NOTHING) {
  let [sum, last] = [alone.length, -1];
  for (let n = 0; n < several.length; n += 1) {
    const entry = several[n];
    if ((lacks[entry] !== NOTHING && lacks[entry] !== place) || owners[entry] === last) continue;
    last = owners[entry];
    sum += 1;
  }
  return sum;
}

/**
 * Count the records by value of a facet, over the entries that pass every other facet: first by set of values, then
 * the values of each set.
 */
function counted({ values, sets, of, at }, owners, lacks, { alone, several }, place) {
  const bySet = new Int32Array(sets.length);
  for (let n = 0; n < alone.length; n += 1) bySet[of[at[alone[n]]]] += 1;
  const byValue = new Int32Array(values.length);
  for (let set = 0; set < sets.length; set += 1) for (const value of sets[set]) byValue[value] += bySet[set];
  const last = new Int32Array(values.length).fill(-1); // the record that was counted last under each value
  for (let n = 0; n < several.length; n += 1) {
    const entry = several[n];
    if (lacks[entry] !== NOTHING && lacks[entry] !== place) continue;
    for (const value of sets[of[at[entry]]]) {
      if (last[value] !== owners[entry]) byValue[value] += 1;
      last[value] = owners[entry];
    }
  }
  const told = {};
  for (let value = 0; value < byValue.length; value += 1) if (byValue[value]) told[values[value]] = byValue[value];
  return told;
}

/** By set of a group whether it passes the choice; undefined where nothing of it is chosen. */
function accepted(group, { values, from, to }) {
  const { name } = group;
  const chosen = values[name]?.length ? new Set(values[name]) : undefined;
  const ranged = YEARS.includes(name) && (from || to);
  if (!chosen && !ranged) return undefined;
  const inRange = (value) => (!from || Number(value) >= from) && (!to || Number(value) <= to);
  return acceptedSets(group, (value) => (!chosen || chosen.has(value)) && (!ranged || inRange(value)));
}

function acceptedSets({ values, sets }, test) {
  const good = values.map(test);
  return Uint8Array.from(sets, (set) => (set.some((value) => good[value]) ? 1 : 0));
}

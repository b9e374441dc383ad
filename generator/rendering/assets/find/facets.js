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
 * Records with their facets. A record has one entry or more, which stand together; it passes if one of them does.
 * `owners` is the record of each entry; without it each record is its own entry.
 * @typedef {{count: number, owners?: Int32Array, entryGroups: Record<string, import("./holdings.js").Group>,
 *   recordGroups: Record<string, import("./holdings.js").Group>}} Table
 *
 * @typedef {{passed: Uint8Array, total: number, counts: Record<string, Record<string, number>>,
 *   without: Record<string, number>}} Sifted
 */

/** The facets whose values are years, to which a range applies. */
export const YEARS = ["list_year", "year"];

const PASSES = 0;
const FAILS_ONE = 1;
const OUT = 2;

/**
 * Sift the records that a query found.
 * @param {Table} table
 * @param {Choice} choice
 * @param {Uint8Array} ranks by record; NONE for one that the query did not find
 * @param {Record<string, string[]>} [scope] what entries must have to be looked at, such as the category of a list
 * @returns {Sifted} `without` is how many records there would be without each chosen facet
 */
export function sift(table, choice, ranks, scope = {}) {
  const owners = table.owners ?? Int32Array.from({ length: table.count }, (_, record) => record);
  const groups = [...listed(table.entryGroups, true), ...listed(table.recordGroups, false)];
  const tests = groups.map(({ name, group }) => accepted(name, group, choice));
  const state = new Uint8Array(owners.length);
  const failed = new Uint8Array(owners.length);
  const missing = isMissing(table, choice);
  for (let entry = 0; entry < owners.length; entry += 1) {
    if (missing || ranks[owners[entry]] === NONE) state[entry] = OUT;
  }
  for (const [name, values] of Object.entries(scope)) {
    const group = table.entryGroups[name];
    const passes = acceptedSets(group, (value) => values.includes(value));
    for (let entry = 0; entry < owners.length; entry += 1) if (!passes[group.of[entry]]) state[entry] = OUT;
  }
  groups.forEach((test, at) => tests[at] && fail(test, tests[at], at, owners, state, failed));
  const sorted = sortedOut(owners, state, failed, groups.length);
  const passed = new Uint8Array(table.count);
  for (const entries of [sorted.alone, sorted.several]) for (const entry of entries) passed[owners[entry]] = 1;
  const counts = {};
  const without = {};
  groups.forEach((test, at) => {
    counts[test.name] = count(test, owners, sorted, at);
    if (tests[at]) without[test.name] = records(owners, sorted, at);
  });
  return { passed, total: records(owners, sorted), counts, without };
}

const listed = (groups, byEntry) => Object.entries(groups).map(([name, group]) => ({ name, group, byEntry }));

/** Whether something is chosen that this kind does not have: none of its records passes then. */
function isMissing({ entryGroups, recordGroups }, { values, from, to }) {
  const has = (name) => name in entryGroups || name in recordGroups;
  if ((from || to) && !YEARS.some(has)) return true;
  return Object.keys(values).some((name) => values[name].length && !has(name));
}

/** Note the entries that fail a chosen facet: the one they fail, or that they fail more than one. */
function fail({ group: { of }, byEntry }, passes, at, owners, state, failed) {
  for (let entry = 0; entry < owners.length; entry += 1) {
    if (state[entry] === OUT || passes[of[byEntry ? entry : owners[entry]]]) continue;
    state[entry] = state[entry] === PASSES ? FAILS_ONE : OUT;
    failed[entry] = at;
  }
}

/**
 * Sort entries by what they count for. Most records have one entry and are counted without looking twice: `alone`.
 * `several` are those of records with more, `failing` by facet those that fail this facet only.
 */
function sortedOut(owners, state, failed, facets) {
  const alone = new Int32Array(owners.length);
  let count = 0;
  const several = [];
  const failing = Array.from({ length: facets }, () => []);
  for (let entry = 0; entry < owners.length; entry += 1) {
    if (state[entry] === OUT) continue;
    if (state[entry] === FAILS_ONE) failing[failed[entry]].push(entry);
    else if (owners[entry + 1] === owners[entry] || owners[entry - 1] === owners[entry]) several.push(entry);
    else alone[count++] = entry;
  }
  return { alone: alone.subarray(0, count), several, failing };
}

/** How many records have an entry that passes, or fails only the facet `at`. */
function records(owners, { alone, several, failing }, at = -1) {
  const others = [...several, ...(failing[at] ?? [])].map((entry) => owners[entry]);
  return alone.length + new Set(others).size;
}

/**
 * Count the records by value of a facet, over the entries that pass every other facet: first by set of values, then
 * the values of each set.
 */
function count({ group: { values, sets, of }, byEntry }, owners, { alone, several, failing }, at) {
  const bySet = new Int32Array(sets.length);
  if (byEntry) for (let n = 0; n < alone.length; n += 1) bySet[of[alone[n]]] += 1;
  else for (let n = 0; n < alone.length; n += 1) bySet[of[owners[alone[n]]]] += 1;
  const byValue = new Int32Array(values.length);
  sets.forEach((set, number) => set.forEach((value) => (byValue[value] += bySet[number])));
  const seen = new Map();
  for (const entry of [...several, ...failing[at]]) {
    const record = owners[entry];
    for (const value of sets[of[byEntry ? entry : record]]) {
      if (seen.get(record)?.has(value)) continue;
      if (seen.has(record)) seen.get(record).add(value);
      else seen.set(record, new Set([value]));
      byValue[value] += 1;
    }
  }
  const told = values.map((value, place) => [value, byValue[place]]).filter(([, number]) => number);
  return Object.fromEntries(told);
}

/** By set of a group whether it passes the choice; undefined where nothing of it is chosen. */
function accepted(name, group, { values, from, to }) {
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

/**
 * Filters and counts: which records pass, how many each value of each facet would give, and which filter to
 * drop. OR within a facet, AND between facets; a facet's counts leave out its own choice. No page here, and no
 * dates: what a record's values are is worked out before.
 */

import { NONE } from "./match.js";

/**
 * What may be chosen: values by facet, and a range of list years.
 * @typedef {{values: Record<string, string[]>, from?: number, to?: number}} Choice
 *
 * Records with their facets. Entries of a record stand together; a record passes if one of its entries does.
 * @typedef {{count: number, first?: Int32Array, entryGroups: Record<string, import("./holdings.js").Group>,
 *   recordGroups: Record<string, import("./holdings.js").Group>}} Table
 *
 * @typedef {{passed: Uint8Array, total: number, counts: Record<string, Record<string, number>>,
 *   without: Record<string, number>}} Sifted
 */

/** The facets whose values are years, to which a range applies. */
export const YEARS = ["list_year", "year"];

/**
 * Sift the records that a query found.
 * @param {Table} table
 * @param {Choice} choice
 * @param {Uint8Array} ranks by record; NONE for one that the query did not find
 * @param {Record<string, string[]>} [scope] what entries must have to be looked at, such as the category of a list
 * @returns {Sifted} `without` is how many records there would be without each chosen facet
 */
export function sift(table, choice, ranks, scope = {}) {
  const tests = groupsOf(table).map(({ name, group, byEntry }) => ({
    name,
    byEntry,
    of: group.of,
    sets: group.sets,
    passes: accepted(name, group, choice),
    counts: new Int32Array(group.values.length),
    last: new Int32Array(group.values.length).fill(-1),
    values: group.values,
    without: 0,
    lastWithout: -1,
  }));
  const scoped = Object.entries(scope).map(([name, values]) => {
    const group = table.entryGroups[name];
    return { of: group.of, passes: acceptedSets(group, (value) => values.includes(value)) };
  });
  const chosen = tests.filter(({ passes }) => passes);
  const missing = missingFacets(table, choice);
  const passed = new Uint8Array(table.count);
  let total = 0;
  for (let record = 0; record < table.count; record += 1) {
    if (ranks[record] === NONE) continue;
    const begin = table.first ? table.first[record] : record;
    const end = table.first ? table.first[record + 1] : record + 1;
    for (let entry = begin; entry < end || entry === begin; entry += 1) {
      const held = entry < end ? entry : -1;
      if (scoped.some(({ of, passes }) => held < 0 || !passes[of[held]])) continue;
      const failed = failure(chosen, record, held, missing);
      if (failed === MANY) continue;
      if (failed === undefined) {
        if (!passed[record]) total += 1;
        passed[record] = 1;
        for (const test of tests) tally(test, record, held);
      } else {
        tally(failed, record, held);
      }
    }
  }
  return { passed, total, ...told(tests) };
}

const MANY = Symbol("more than one");

function groupsOf({ entryGroups, recordGroups }) {
  const listed = (groups, byEntry) => Object.entries(groups).map(([name, group]) => ({ name, group, byEntry }));
  return [...listed(entryGroups, true), ...listed(recordGroups, false)];
}

/** Whether something is chosen that this kind does not have: none of its records passes then. */
function missingFacets({ entryGroups, recordGroups }, { values, from, to }) {
  const has = (name) => name in entryGroups || name in recordGroups;
  if ((from || to) && !YEARS.some(has)) return true;
  return Object.keys(values).some((name) => values[name].length && !has(name));
}

/** The one chosen facet that an entry fails, undefined for none, MANY for more. */
function failure(chosen, record, entry, missing) {
  if (missing) return MANY;
  let failed;
  for (const test of chosen) {
    const set = setOf(test, record, entry);
    if (set >= 0 && test.passes[set]) continue;
    if (failed) return MANY;
    failed = test;
  }
  return failed;
}

function setOf({ byEntry, of }, record, entry) {
  if (!byEntry) return of[record];
  return entry < 0 ? -1 : of[entry];
}

/** Count a record for the values of an entry, each value once. */
function tally(test, record, entry) {
  if (test.lastWithout !== record) {
    test.lastWithout = record;
    test.without += 1;
  }
  const set = setOf(test, record, entry);
  if (set < 0) return;
  for (const value of test.sets[set]) {
    if (test.last[value] === record) continue;
    test.last[value] = record;
    test.counts[value] += 1;
  }
}

function told(tests) {
  const counts = {};
  const without = {};
  for (const test of tests) {
    counts[test.name] = {};
    test.values.forEach((value, place) => {
      if (test.counts[place]) counts[test.name][value] = test.counts[place];
    });
    if (test.passes) without[test.name] = test.without;
  }
  return { counts, without };
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

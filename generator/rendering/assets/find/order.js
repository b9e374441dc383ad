/**
 * In which order records are shown. No page here.
 */

import { YEARS } from "./facets.js";
import { ranked } from "./search.js";
import { LEVELS } from "./standing.js";

/**
 * @typedef {{of: import("./search.js").Found, record: number}} Hit
 */

/**
 * What a unit holds of the categories that are looked at.
 * @param {Hit} hit
 * @param {string} [scope] id of the only category that counts
 * @returns {import("./standing.js").Holding[]}
 */
export function holdingsOf({ of: { held, column }, record }, scope) {
  const all = held ? column.ledger.holdings(record, held.when) : [];
  return scope ? all.filter(({ category }) => column.ledger.categories[category].id === scope) : all;
}

/** The values of a facet of a record; of a unit, those that do not change with the date. */
export function valuesOf({ of: { column }, record }, facet) {
  const group = column.groups[facet];
  return group ? group.sets[group.of[record]].map((value) => group.values[value]) : [];
}

/** Which records have a value of a facet that does not change with the date. */
export function having({ groups, count }, facet, value) {
  const found = new Uint8Array(count);
  const group = groups[facet];
  if (!group) return found;
  const sets = group.sets.map((set) => set.some((place) => group.values[place] === value));
  for (let record = 0; record < count; record += 1) if (sets[group.of[record]]) found[record] = 1;
  return found;
}

const KINDS = 32;
const RECORDS = 2 ** 20;
const KEYS = 2 ** 18;
/** Keys that are greatest first are told as what they lack to this. */
const GREATEST = 10_000;

/**
 * Put what was found into order.
 * @param {import("./search.js").Found[]} found
 * @param {string} sort default, name, year or level
 * @param {{asked: boolean, scope?: string}} how whether there is a query, which then decides the default order
 * @returns {Hit[]}
 */
export function inOrder(found, sort, { asked, scope }) {
  if (sort === "default" && asked) return ranked(found);
  const measures = { name: (of) => new Int32Array(of.column.count), year: latestYears, level: highest };
  const measure = measures[sort] ?? asListed;
  const byKind = sort === "default" || sort === "name";
  // What decides is packed into one number, so that ten thousand are sorted within a frame: kind, where it goes first,
  // then the key, then kind and place in the file, which is that by name.
  const packed = new Float64Array(found.reduce((sum, { total }) => sum + total, 0));
  let size = 0;
  found.forEach((of, kind) => {
    const keys = measure(of, scope);
    for (let record = 0; record < of.passed.length; record += 1) {
      if (!of.passed[record]) continue;
      const first = (byKind ? kind : 0) * KEYS + keys[record];
      packed[size++] = (first * KINDS + kind) * RECORDS + record;
    }
  });
  packed.subarray(0, size).sort();
  return Array.from(packed.subarray(0, size), (number) => {
    const rest = Math.floor(number / RECORDS);
    return { of: found[rest % KINDS], record: number % RECORDS };
  });
}

/** The order of the list itself: units by level, those of unconfirmed place last; others as their index has them. */
function asListed(of, scope) {
  const { order, ledger, count } = of.column;
  if (!ledger) return order;
  const keys = scope ? highest(of, scope) : new Int32Array(count);
  if (!scope) return keys;
  const apart = having(of.column, "place_grade", "inferred");
  return keys.map((key, record) => key + (apart[record] ? GREATEST : 0));
}

const highest = (of, scope) => greatest(of, scope, ["level"], (level) => LEVELS.indexOf(level) + 1);
const latestYears = (of, scope) => greatest(of, scope, YEARS, Number);

/** By record what the greatest of its values lacks to GREATEST. */
function greatest({ column, held }, scope, facets, measure) {
  const keys = new Int32Array(column.count).fill(GREATEST);
  const inScope = scope && held ? held.groups.category.values.indexOf(scope) : -1;
  for (const facet of facets) {
    const own = held?.groups[facet];
    const group = own ?? column.groups[facet];
    if (!group) continue;
    const values = group.values.map(measure);
    const lacking = group.sets.map((set) => GREATEST - Math.max(0, ...set.map((place) => values[place])));
    for (let entry = 0; entry < group.of.length; entry += 1) {
      if (own && inScope >= 0 && held.groups.category.of[entry] !== inScope) continue;
      const record = own ? held.owners[entry] : entry;
      const key = lacking[group.of[entry]];
      if (key < keys[record]) keys[record] = key;
    }
  }
  return keys;
}

/**
 * In which order records are shown. No page here.
 */

import { YEARS } from "../search/filter.js";
import { ranked } from "../search/search.js";
import { LEVELS } from "../register/standing.js";

/**
 * @typedef {{of: import("../search/search.js").Found, record: number}} Hit
 */

/**
 * What a unit holds of the categories that are looked at.
 * @param {Hit} hit
 * @param {string} [scope] id of the only category that counts
 * @returns {import("../register/standing.js").Holding[]}
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

/** Keys that are greatest first are told as what they lack to this. */
const GREATEST = 10_000;

/** What was found, in order; an object is made of a hit when it is asked for. */
export class Hits {
  /**
   * @param {import("../search/search.js").Found[]} found
   * @param {Int32Array} kinds the place in `found` of each
   * @param {Int32Array} records
   */
  constructor(found, kinds, records) {
    this.found = found;
    this.kinds = kinds;
    this.records = records;
    this.length = records.length;
  }

  /** @param {number} [from] @param {number} [to] @returns {Hit[]} */
  slice(from, to) {
    const kinds = this.kinds.subarray(from, to);
    return Array.from(this.records.subarray(from, to), (record, at) => ({ of: this.found[kinds[at]], record }));
  }
}

/**
 * Put what was found into order.
 * @param {import("../search/search.js").Found[]} found
 * @param {string} sort default, name, year or level
 * @param {{asked: boolean, scope?: string}} how whether there is a query, which then decides the default order
 * @returns {Hits}
 */
export function inOrder(found, sort, { asked, scope }) {
  if (sort === "default" && asked) return byRank(found);
  const measures = { name: (of) => new Int32Array(of.column.count), year: latestYears, level: highest };
  const measure = measures[sort] ?? asListed;
  const count = found.reduce((sum, { total }) => sum + total, 0);
  const [kinds, records, keys] = [0, 1, 2].map(() => new Int32Array(count));
  const isByKind = sort === "default" || sort === "name";
  let [size, floor, top] = [0, 0, 0];
  found.forEach((of, kind) => {
    const own = measure(of, scope);
    if (isByKind) floor = top; // every key of a kind is greater than those of the kinds before
    for (let record = 0; record < of.passed.length; record += 1) {
      if (!of.passed[record]) continue;
      kinds[size] = kind;
      records[size] = record;
      keys[size] = floor + own[record];
      top = Math.max(top, keys[size++] + 1);
    }
  });
  const order = ascending(keys, top);
  return new Hits(found, order.map((hit) => kinds[hit]), order.map((hit) => records[hit]));
}

/** Places from the lowest key to the highest, equal ones as they stand: keys are counted, so that none is compared. */
function ascending(keys, top) {
  const next = new Int32Array(top + 1);
  for (let hit = 0; hit < keys.length; hit += 1) next[keys[hit] + 1] += 1;
  for (let key = 0; key < top; key += 1) next[key + 1] += next[key];
  const order = new Int32Array(keys.length);
  for (let hit = 0; hit < keys.length; hit += 1) order[next[keys[hit]]++] = hit;
  return order;
}

function byRank(found) {
  const hits = ranked(found);
  const kinds = new Map(found.map((of, kind) => [of, kind]));
  return new Hits(found, Int32Array.from(hits, ({ of }) => kinds.get(of)), Int32Array.from(hits, ({ record }) => record));
}

/** The order of the list itself: units by level, those of unconfirmed place last; others as their index has them. */
function asListed(of, scope) {
  const { order, ledger, count } = of.column;
  if (!ledger) return order;
  const keys = scope ? highest(of, scope) : new Int32Array(count);
  if (!scope) return keys;
  const { inferred } = of.column;
  for (let record = 0; record < count; record += 1) keys[record] += inferred[record] * GREATEST;
  return keys;
}

const highest = (of, scope) => greatest(of, scope, ["level"], (level) => LEVELS.indexOf(level) + 1);
const latestYears = (of, scope) => greatest(of, scope, YEARS, Number);

/** By record what the greatest of its values lacks to GREATEST. */
function greatest({ column, held }, scope, facets, measure) {
  const keys = new Int32Array(column.count).fill(GREATEST);
  const category = held?.groups.category;
  const inScope = scope && held ? category.values.indexOf(scope) : -1;
  for (const facet of facets) {
    const group = held?.groups[facet] ?? column.groups[facet];
    if (!group) continue;
    const { at, of } = group;
    const values = group.values.map(measure);
    const lacking = Int32Array.from(group.sets, (set) => GREATEST - Math.max(0, ...set.map((place) => values[place])));
    const entries = at?.length ?? column.count;
    for (let entry = 0; entry < entries; entry += 1) {
      if (at && inScope >= 0 && category.of[category.at[entry]] !== inScope) continue;
      const record = at ? held.owners[entry] : entry;
      const key = lacking[of[at ? at[entry] : entry]];
      if (key < keys[record]) keys[record] = key;
    }
  }
  return keys;
}

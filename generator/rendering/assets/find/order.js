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
  const all = held?.at[record] ?? [];
  return scope ? all.filter(({ category }) => column.ledger.categories[category].id === scope) : all;
}

/** The values of a facet of a record; of a unit, those that do not change with the date. */
export function valuesOf({ of: { column }, record }, facet) {
  const group = column.groups[facet];
  return group ? group.sets[group.of[record]].map((value) => group.values[value]) : [];
}

/**
 * Put what was found into order.
 * @param {import("./search.js").Found[]} found
 * @param {string} sort default, name, year or level
 * @param {{asked: boolean, scope?: string}} how whether there is a query, which then decides the default order
 * @returns {Hit[]}
 */
export function inOrder(found, sort, { asked, scope }) {
  const hits = ranked(found);
  if (sort === "default" && asked) return hits;
  const measures = { name: () => 0, year: latestYear, level: highest, default: asListed };
  const measure = measures[sort] ?? asListed;
  const kinds = found.map(({ kind }) => kind);
  const keyed = hits.map((hit) => ({ hit, key: measure(hit, scope), kind: kinds.indexOf(hit.of.kind) }));
  const byKind = sort === "default" || sort === "name";
  keyed.sort((a, b) => (byKind && a.kind - b.kind) || a.key - b.key || a.kind - b.kind || a.hit.record - b.hit.record);
  return keyed.map(({ hit }) => hit);
}

/** The order of the list itself: units by level, those of unconfirmed place last; others as their index has them. */
function asListed(hit, scope) {
  const { order, ledger } = hit.of.column;
  if (!ledger) return order[hit.record];
  const apart = valuesOf(hit, "place_grade").includes("inferred") ? 100 : 0;
  return scope ? apart + highest(hit, scope) : 0;
}

function highest(hit, scope) {
  const levels = hit.of.column.ledger ? holdingsOf(hit, scope).map(({ level }) => level) : valuesOf(hit, "level");
  return -Math.max(-1, ...levels.map((level) => LEVELS.indexOf(level)));
}

function latestYear(hit, scope) {
  const { ledger } = hit.of.column;
  const years = ledger
    ? holdingsOf(hit, scope).flatMap(({ begun }) => begun.map((row) => ledger.lists[ledger.list[row]].year))
    : YEARS.flatMap((facet) => valuesOf(hit, facet).map(Number));
  return -Math.max(0, ...years);
}

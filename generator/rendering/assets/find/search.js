/**
 * The search itself: a query and a choice of facets, over one kind or all. It knows no page; suggestions,
 * results, bulk check and comparison all ask here.
 */

import { sift } from "./facets.js";
import { fold, words as split } from "./fold.js";
import { flatten } from "./holdings.js";
import { looksLikeCode, NONE, rankAll } from "./match.js";
import { day } from "./standing.js";
import * as store from "./store.js";

/**
 * What was found of one kind. `order` are records, best first.
 * @typedef {{kind: string, column: import("./columns.js").Column, ranks: Uint8Array, gone?: Uint8Array,
 *   total: number, passed: Uint8Array, counts: Record<string, Record<string, number>>,
 *   without: Record<string, number>}} Found
 *
 * @typedef {import("./facets.js").Choice & {kinds?: string[], scope?: Record<string, string[]>,
 *   when?: import("./standing.js").When}} Asked
 */

/** @type {WeakMap<import("./columns.js").Column, {key: string, held: ReturnType<typeof flatten>}>} */
const flattened = new WeakMap();

/**
 * The date and axis of the register itself.
 * @returns {Promise<import("./standing.js").When>}
 */
export async function ownDate() {
  return { on: day((await store.manifest()).on), axis: "published" };
}

/**
 * What the units of a kind hold at a date; remembered for the date asked last.
 * @param {import("./columns.js").Column} column
 * @param {import("./standing.js").When} when
 */
export function heldAt(column, when) {
  const key = `${when.on} ${when.axis}`;
  const before = flattened.get(column);
  if (before?.key === key) return before.held;
  const held = flatten(column.ledger, column.count, when);
  flattened.set(column, { key, held });
  return held;
}

/**
 * What the units of a kind hold at the register's own date, once that has been read.
 * @param {import("./columns.js").Column} column
 */
export const heldNow = (column) => heldAt(column, { on: day(column.manifest.on), axis: "published" });

/**
 * Make a query comparable, with the characters of this register.
 * @param {string} query
 * @param {import("./columns.js").Column[]} columns
 * @returns {Promise<string[]>} its words
 */
export async function folded(query, columns) {
  const known = new Map(columns.flatMap(({ simplified }) => [...simplified]));
  const own = fold(query, known);
  if (!/\p{Script=Han}/u.test(own) || isWritten(own, columns)) return split(own);
  return split(fold(query, new Map([...(await store.traditional()), ...known])));
}

/** Whether every Chinese character of a text stands in some name. */
function isWritten(text, columns) {
  return Array.from(text).every((one) => one < "㐀" || columns.some(({ texts }) => texts.text.includes(one)));
}

/**
 * Find records of some kinds.
 * @param {string} query
 * @param {Partial<Asked>} asked
 * @returns {Promise<{words: string[], found: Found[]}>} kind by kind
 */
export async function find(query, asked = {}) {
  const given = await store.manifest();
  const kinds = asked.kinds?.length ? asked.kinds : Object.keys(given.kinds);
  const columns = await Promise.all(kinds.filter((kind) => kind in given.kinds).map(store.column));
  const words = await folded(query, columns);
  const firms = columns.find(({ kind }) => kind === "enterprises");
  if (firms && words.some((word) => looksLikeCode(word, given.letters))) firms.setCodes(await store.codes());
  const when = asked.when ?? (await ownDate());
  return { words, found: columns.map((column) => findIn(column, words, asked, when)) };
}

function findIn(column, words, { values = {}, from, to, scope }, when) {
  const ranks = rankAll(column, words);
  const held = column.ledger ? heldAt(column, when) : undefined;
  const table = {
    count: column.count,
    first: held?.first,
    entryGroups: held?.groups ?? {},
    recordGroups: column.groups,
  };
  const sifted = sift(table, { values, from, to }, ranks, held && scope);
  return { kind: column.kind, column, ranks, gone: held?.gone, held, ...sifted };
}

/**
 * The records found, of all kinds together, best first: by rank, current before removed, then by kind and name.
 * @param {Found[]} found
 * @returns {{of: Found, record: number}[]}
 */
export function ranked(found) {
  const buckets = [];
  for (const of of found) {
    const { ranks, gone, passed } = of;
    for (let record = 0; record < passed.length; record += 1) {
      if (!passed[record]) continue;
      const place = ranks[record] * 2 + (gone?.[record] ?? 0);
      (buckets[place] ??= []).push({ of, record });
    }
  }
  return buckets.flat();
}

/**
 * Add up the counts of several kinds.
 * @param {Found[]} found
 * @returns {Record<string, Record<string, number>>}
 */
export function countsOf(found) {
  const sums = { kind: {} };
  for (const { kind, total, counts } of found) {
    if (total) sums.kind[kind] = total;
    for (const [facet, values] of Object.entries(counts)) {
      sums[facet] ??= {};
      for (const [value, count] of Object.entries(values)) sums[facet][value] = (sums[facet][value] ?? 0) + count;
    }
  }
  return sums;
}

/**
 * What `window.portal.search` is.
 * @param {string} query
 * @param {Record<string, string | string[] | number>} options `kind`, `from` and `to` (list years), and facets
 * @returns {Promise<{total: number, ids: string[], facets: Record<string, Record<string, number>>}>}
 */
export async function search(query, options = {}) {
  const { kind, from, to, ...facets } = options;
  const given = await store.manifest();
  const listed = (value) => (value === undefined ? [] : [value].flat().map(String));
  const names = Object.fromEntries(Object.entries(given.kinds).map(([folder, { name }]) => [name, folder]));
  const kinds = listed(kind).map((name) => names[name] ?? name);
  const values = Object.fromEntries(Object.entries(facets).map(([name, value]) => [name, listed(value)]));
  const { found } = await find(query, { kinds, values, from: Number(from) || 0, to: Number(to) || 0 });
  const hits = ranked(found);
  return { total: hits.length, ids: hits.map(({ of, record }) => of.column.ids[record]), facets: countsOf(found) };
}

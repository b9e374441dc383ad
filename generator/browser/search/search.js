/**
 * The search itself: a query and a choice of facets, over one kind or all. It knows no page; suggestions,
 * results, bulk check and comparison all ask here.
 */

// Needed by others of these only; named here so that all are asked for at once, not one after another.
import "./columns.js";
import "./lines.js";
import "./readings.js";

import { sift } from "./filter.js";
import { fold, words as split } from "./name_folding.js";
import { flatten } from "../register/holdings.js";
import { looksLikeCode, NONE, rankAll } from "./match.js";
import { ownDate, startOf } from "../register/standing.js";
import * as store from "./store.js";

/**
 * What was found of one kind: how well each record answers, which are gone from their lists, which pass the filters.
 * @typedef {{kind: string, column: import("./columns.js").Column, ranks: Uint8Array, gone?: Uint8Array,
 *   held?: import("../register/holdings.js").Held, total: number, passed: Uint8Array,
 *   counts: Record<string, Record<string, number>>, without: Record<string, number>}} Found
 *
 * @typedef {import("./filter.js").Choice & {kinds?: string[], scope?: Record<string, string[]>,
 *   when?: import("../register/standing.js").When}} Asked
 */

/** What was worked out of a kind for the two dates asked last. @type {WeakMap<import("./columns.js").Column, any[]>} */
const dated = new WeakMap();

/**
 * What the units of a kind hold at a date.
 * @param {import("./columns.js").Column} column
 * @param {import("../register/standing.js").When} when
 * @returns {import("../register/holdings.js").Held}
 */
function heldAt(column, when) {
  const before = dated.get(column) ?? [];
  const isAsked = (one) => one.when.on === when.on && one.when.axis === when.axis;
  const held = before.find(isAsked) ?? flatten(column.ledger, column.count, when);
  dated.set(column, [held, ...before.filter((one) => one !== held)].slice(0, 2));
  return held;
}

/**
 * What a unit holds at the register's own date.
 * @param {import("./columns.js").Column} column
 * @param {number} record
 */
export const heldNow = (column, record) => column.ledger.holdings(record, ownDate(column.manifest));

/**
 * Make a query comparable, with the characters of this register.
 * @param {string} query
 * @param {import("./columns.js").Column[]} columns
 * @returns {Promise<string[]>} its words
 */
export async function folded(query, columns) {
  const known = new Map(columns.flatMap(({ simplified }) => [...simplified]));
  const own = slashed(fold(query, known), columns);
  if (!/\p{Script=Han}/u.test(own) || isWritten(own, columns)) return split(own);
  return split(fold(query, new Map([...(await store.traditional()), ...known])));
}

/** The signs of recommended standards as they are often typed: GBT 36132 for GB/T 36132. */
const SIGN = /(?<![a-z0-9])([a-z]{2}\d{0,2})t(?=[ \d]|$)/gu;

/** A query with its signs of standards written out, where nothing is called as they are typed. */
function slashed(query, columns) {
  const held = ({ texts, numbers }, typed) => [texts, ...numbers].some((lines) => lines?.text.includes(typed));
  return query.replace(SIGN, (typed, sign) => (columns.some((column) => held(column, typed)) ? typed : `${sign}/t`));
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
  const { words, columns, when } = await prepared(query, asked);
  return { words, found: columns.map((column) => findIn(column, words, asked, when)) };
}

/**
 * The best records of all kinds for a query without filters: what is suggested while one types. Nothing is counted
 * but the records.
 * @param {string} query
 * @param {number} most of each kind
 * @returns {Promise<{words: string[], total: number, hits: {of: {kind: string, column: import("./columns.js").Column},
 *   record: number}[]}>}
 */
export async function best(query, most) {
  const { words, columns, when } = await prepared(query, {});
  const found = columns.map((column) => {
    const gone = column.ledger ? heldAt(column, when).gone : undefined;
    return { kind: column.kind, column, ranks: rankAll(column, words), gone };
  });
  const total = found.reduce((sum, { ranks }) => sum + answering(ranks), 0);
  return { words, total, hits: ranked(found, most) };
}

function answering(ranks) {
  let sum = 0;
  for (let record = 0; record < ranks.length; record += 1) if (ranks[record] !== NONE) sum += 1;
  return sum;
}

async function prepared(query, asked) {
  const given = await store.manifest();
  const kinds = asked.kinds?.length ? asked.kinds : Object.keys(given.kinds);
  const columns = await Promise.all(kinds.filter((kind) => kind in given.kinds).map(store.column));
  const words = await folded(query, columns);
  const firms = columns.find(({ kind }) => kind === "enterprises");
  if (firms && words.some((word) => looksLikeCode(word, given.letters))) firms.setCodes(await store.codes());
  return { words, columns, when: asked.when ?? ownDate(given) };
}

function findIn(column, words, { values = {}, from, to, scope, when: chosen }, when) {
  const ranks = rankAll(column, words);
  if (chosen && column.kind === "lists") leaveOutLater(column, ranks, chosen);
  const held = column.ledger ? heldAt(column, when) : undefined;
  const owners = held?.owners ?? column.owners.subarray(0, column.count);
  const table = { count: column.count, owners, groups: { ...held?.groups, ...column.groups } };
  return { kind: column.kind, column, ranks, gone: held?.gone, held, ...sift(table, { values, from, to }, ranks, held && scope) };
}

/** A list that did not count yet on a day is found by nothing. */
function leaveOutLater({ manifest, ids }, ranks, when) {
  const starts = new Map(manifest.lists.map((list) => [list[0], startOf(list, when)]));
  ids.forEach((id, record) => {
    if (starts.get(id) > when.on) ranks[record] = NONE;
  });
}

const PLACES = 16;

/**
 * The records found, of all kinds together, best first: by rank, current before removed, then by kind and name.
 * @template {{ranks: Uint8Array, gone?: Uint8Array, passed?: Uint8Array}} F
 * @template T
 * @param {F[]} found
 * @param {number} [most] of each kind and rank
 * @param {(of: F, record: number) => T} [told] what is wanted of each
 * @returns {T[]}
 */
export function ranked(found, most = Infinity, told = (of, record) => ({ of, record })) {
  const buckets = Array.from({ length: PLACES }, () => []);
  for (const of of found) {
    const { ranks, gone, passed } = of;
    const taken = new Int32Array(PLACES);
    for (let record = 0; record < ranks.length; record += 1) {
      if (passed ? !passed[record] : ranks[record] === NONE) continue;
      const place = ranks[record] * 2 + (gone ? gone[record] : 0);
      taken[place] += 1;
      if (taken[place] <= most) buckets[place].push(told(of, record));
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
  if (found.length === 1) return { kind: found[0].total ? { [found[0].kind]: found[0].total } : {}, ...found[0].counts };
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
  const ids = ranked(found, Infinity, ({ column }, record) => column.ids[record]);
  return { total: ids.length, ids, facets: countsOf(found) };
}

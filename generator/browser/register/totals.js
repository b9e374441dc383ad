/**
 * How many, on any day and by either axis: the same questions and answers as generator/register/totals.py, from the
 * events in the columns. No page here; the files in tests/register/tallies hold Python and browser to one answer.
 */

import { day } from "../dates.js";
import { LEVELS } from "./standing.js";

/**
 * What is to be counted: a category by its place in the manifest, levels that count, a day, an axis; `counted` is
 * `enterprise` for the enterprises behind products.
 * @typedef {{category: number, levels: string[], counted?: "subject" | "enterprise"}
 *   & import("../as_of/address.js").When} Question
 *
 * The answer: units with confirmed place and others, rows whose unit is not identified, rows left out for want of a
 * date, confirmed units that no longer count, removals announced, and whether all of those are held by name.
 * @typedef {{units: number[], inferred: number[], unresolved: number, undated: number, removed: number,
 *   removalsPublished: number, removalsHeld: boolean}} Tally
 */

const [HELD, SURE, GONE] = [1, 2, 4];
/** Answers that are kept: while days are moved, published figures are held against the same days again and again. */
const KEPT = 60;
/** Whether a row is confirmed rests on the day. */
const BY_DAY = 2;

/** The register as it is counted: the rows of lists by kind, and what counting.py adds to them. */
export class Register {
  /**
   * @param {any} manifest
   * @param {any} counting as generator/outputs/search_index/counting.py makes it
   * @param {Record<string, {ledger: import("./standing.js").Ledger, makers?: number[]}>} kinds by folder
   */
  constructor(manifest, counting, kinds) {
    const place = new Map(manifest.categories.map(([id], number) => [id, number]));
    this.schemes = manifest.schemes.map(([id, category, level, checked], number) => ({
      id,
      category: place.get(category),
      level,
      checked: day(checked),
      covered: day(counting.covered[number]),
    }));
    this.lists = manifest.lists.map(([id, scheme, kind, stage, year, published], number) => {
      const [count, scoped, complete, first, source] = counting.lists[number];
      const start = { published: day(published), list_year: year ? year * 10000 + 1231 : 0 };
      const earliest = day(first) || start.published;
      return { id, scheme, kind, stage, year, start, count, scoped, complete, source, first: earliest };
    });
    this.folders = counting.categories.map(([, folder]) => folder);
    this.unidentified = counting.unidentified.map(([list, p0, y0, p1, y1, count]) => ({
      list,
      scheme: this.lists[list].scheme,
      start: { published: day(p0), list_year: day(y0) },
      end: { published: day(p1), list_year: day(y1) },
      count,
    }));
    this.kinds = new Map();
    for (const [folder, column] of Object.entries(kinds)) {
      this.kinds.set(folder, new Kind(column, counting.units[folder], manifest.lists));
    }
    /** @type {Map<string, Tally>} */
    this.answers = new Map();
  }

  /** The kind of unit that a category is about. */
  kindOf(category) {
    return this.kinds.get(this.folders[category]);
  }

  /**
   * The schemes of a category at some levels, by their places.
   * @param {number} category
   * @param {string[]} levels
   */
  schemesOf(category, levels = LEVELS) {
    const found = [];
    this.schemes.forEach((scheme, number) => {
      if (scheme.category === category && levels.includes(scheme.level)) found.push(number);
    });
    return found;
  }
}

/** The rows of the units of one kind, scheme by scheme, and where each unit lay. */
class Kind {
  constructor({ ledger, makers }, { at, moved, foreign }, lists) {
    this.ledger = ledger;
    this.makers = makers;
    this.at = Int32Array.from(at);
    this.count = at.length;
    /** @type {Map<number, {where: number, from: number, to: number}[]>} */
    this.moved = new Map();
    for (const [unit, where, from, to] of moved) {
      if (!this.moved.has(unit)) this.moved.set(unit, []);
      this.moved.get(unit).push({ where, from: day(from), to: day(to) || Infinity });
    }
    this.foreign = new Uint8Array(ledger.list.length);
    for (const row of foreign) this.foreign[row] = 1;
    this.unit = new Int32Array(ledger.list.length);
    /** Whether rows are confirmed; what does not rest on the day is worked out once. */
    this.confirmed = new Uint8Array(ledger.list.length);
    /** First day of each row. Where a list has no publication there is none: the end of its year stands in for one
     * where statuses are asked for, not where rows are counted. */
    const published = ledger.start.published.map((own, row) => {
      const [, , , , year, out] = lists[ledger.list[row]];
      return !out && own === year * 10000 + 1231 ? 0 : own;
    });
    this.start = { published, list_year: ledger.start.list_year };
    /** @type {Map<number, number[]>} rows of final lists by scheme */
    this.rows = new Map();
    for (let unit = 0; unit < this.count; unit += 1) {
      for (let row = ledger.first[unit]; row < ledger.first[unit + 1]; row += 1) {
        this.unit[row] = unit;
        this.confirmed[row] = this.moved.has(unit) ? BY_DAY : Number(this.#isConfirmedOn(row, 0));
        const [, scheme, , stage] = lists[ledger.list[row]];
        if (stage !== "final") continue;
        if (!this.rows.has(scheme)) this.rows.set(scheme, []);
        this.rows.get(scheme).push(row);
      }
    }
  }

  /**
   * Where a unit lay on a day: twice the place of its area, plus one where that is confirmed; -1 where not known.
   * @param {number} unit
   * @param {number} on
   */
  where(unit, on) {
    const places = this.moved.get(unit);
    if (!places) return this.at[unit];
    return places.findLast(({ from, to }) => from <= on && on <= to)?.where ?? -1;
  }

  /**
   * Whether a row is the city's own: it may be published as such and its place is not inferred.
   * @param {number} row
   * @param {number} on
   */
  isConfirmed(row, on) {
    const known = this.confirmed[row];
    return known === BY_DAY ? this.#isConfirmedOn(row, on) : known === 1;
  }

  #isConfirmedOn(row, on) {
    const where = this.where(this.unit[row], on);
    return !this.foreign[row] && (where < 0 || where % 2 === 1);
  }
}

/**
 * Count units of one category: each once, those with unconfirmed place apart.
 * @param {Register} register
 * @param {Question} question
 * @returns {Tally}
 */
export function tally(register, question) {
  const { category, levels, on, axis, counted } = question;
  const { answers } = register;
  const key = [category, levels, on, axis, counted].join(" ");
  if (!answers.has(key)) {
    if (answers.size === KEPT) answers.clear();
    answers.set(key, count(register, question));
  }
  return answers.get(key);
}

function count(register, { category, levels, on, axis, counted = "subject" }) {
  const schemes = register.schemesOf(category, levels);
  const kind = register.kindOf(category);
  const other = axis === "published" ? "list_year" : "published";
  const byMaker = counted === "enterprise" ? kind.makers : undefined;
  const marks = new Uint8Array((byMaker ? Math.max(-1, ...byMaker) + 1 : kind.count) + 1);
  const keyOf = (unit) => (byMaker ? (byMaker[unit] + marks.length) % marks.length : unit); // -1 comes last
  const [starts, ends] = [kind.start[axis], kind.ledger.end[axis]];
  let [undated, unresolved] = [0, 0];
  for (const scheme of schemes) {
    for (const row of kind.rows.get(scheme) ?? []) {
      const begin = starts[row];
      const key = keyOf(kind.unit[row]);
      if (!begin) undated += mayCount(kind.start[other][row], on, axis) ? 1 : 0;
      else if (isWithin(begin, ends[row], on)) marks[key] |= kind.isConfirmed(row, on) ? HELD | SURE : HELD;
      else if (begin <= on && kind.ledger.ending.has(row) && kind.isConfirmed(row, on)) marks[key] |= GONE;
    }
  }
  for (const row of register.unidentified) {
    if (!schemes.includes(row.scheme)) continue;
    if (!row.start[axis]) undated += mayCount(row.start[other], on, axis) ? row.count : 0;
    else if (isWithin(row.start[axis], row.end[axis], on)) unresolved += row.count;
  }
  return { ...sorted(marks), unresolved, undated, ...removals(register, schemes, on) };
}

const isWithin = (start, end, on) => start <= on && (!end || on < end);

function sorted(marks) {
  const found = { units: [], inferred: [], removed: 0 };
  for (let key = 0; key < marks.length; key += 1) {
    const mark = marks[key];
    if (mark & SURE) found.units.push(key);
    else if (mark & HELD) found.inferred.push(key);
    else if (mark & GONE) found.removed += 1;
  }
  return found;
}

/** What the lists of removals announce, and whether all of it is held by name. */
function removals({ lists, schemes: all }, schemes, on) {
  const final = lists.filter(({ kind, stage }) => kind === "removals" && stage === "final");
  const told = final.filter(({ scheme }) => schemes.includes(scheme));
  const out = told.filter(({ start: { published } }) => published && published <= on);
  return {
    removalsPublished: out.reduce((sum, { count }) => sum + (count ?? 0), 0),
    removalsHeld: schemes.length > 0 && schemes.every((scheme) => all[scheme].checked >= on),
  };
}

/** Whether what has no date on an axis may be of a day or before, by its date on the other. */
function mayCount(other, on, axis) {
  return !other || other <= on || (axis === "published" && Math.floor(other / 10000) <= Math.floor(on / 10000));
}

/**
 * Whether the first list of what is asked about was out by then: before it nothing can be counted.
 * @param {Register} register
 * @param {Question} question
 */
export function hasBegun(register, { category, levels, on, axis }) {
  const schemes = register.schemesOf(category, levels);
  const other = axis === "published" ? "list_year" : "published";
  return register.lists.some(({ scheme, kind, stage, start }) => {
    if (kind !== "additions" || stage !== "final" || !schemes.includes(scheme)) return false;
    return start[axis] ? start[axis] <= on : mayCount(start[other], on, axis);
  });
}

/**
 * The rows of lists of a kind as holdings at a date are worked out from them. Whole lists come and go, a unit more or
 * less at once: what the rows of the same lists come to is asked once for all units that have such rows. No page here.
 */

import { LEVELS, STATUSES } from "./standing.js";

/** Collects the sets of values that occur, each once, from one date to the next. */
class Sets {
  constructor() {
    this.values = [];
    this.places = new Map();
    this.sets = [[]];
    this.known = new Map([["", 0]]);
  }

  /** @param {(string | number)[]} values @returns {number} the place of their set; 0 is that of none */
  at(values) {
    if (!values.length) return 0;
    const set = [...new Set(values)].map((value) => this.#place(String(value)));
    const key = set.join();
    if (!this.known.has(key)) this.known.set(key, this.sets.push(set) - 1);
    return this.known.get(key);
  }

  /** @returns {{values: string[], sets: number[][]}} */
  get told() {
    return { values: this.values, sets: this.sets };
  }

  #place(value) {
    if (!this.places.has(value)) this.places.set(value, this.values.push(value) - 1);
    return this.places.get(value);
  }
}

/** Facets that rest on the lists behind a standing, and not on the day alone. */
export const BEHIND = ["path", "stage", "list_year"];
/** What was met of a unit: a stay that has begun; one that lasts, or a notice without a stay. */
export const [BEGUN, LASTING] = [1, 2];
/** Rows of one unit in one category whose coming and going is kept in the bits of a number. */
const MOST = 30;

/**
 * What the cohorts come to on a day. `bits` tells which of their rows count, `met` what is met of a unit, `behind` the
 * sets of each facet in BEHIND. The last is none of them and stands for holding nothing.
 * @typedef {{bits: Int32Array, level: Int32Array, status: Int32Array, met: Uint8Array,
 *   behind: Record<string, Int32Array>}} Day
 */

/**
 * A place is one unit in one category; they stand in the order in which holdings do. Places whose rows are of the same
 * lists are a cohort: but for their evaluators they have the same values on every day.
 */
export class Cohorts {
  /**
   * @param {import("./standing.js").Ledger} ledger
   * @param {number} count units
   */
  constructor(ledger, count) {
    this.ledger = ledger;
    /** The first place of each unit, the first row of each place; one more than there are. */
    this.places = new Int32Array(count + 1);
    this.firsts = [0];
    this.rows = [];
    /** The cohort of each place, the first place of each cohort. */
    this.of = [];
    this.heads = [];
    const known = new Map();
    for (let unit = 0; unit < count; unit += 1) {
      for (const rows of this.#byCategory(unit)) this.#add(rows, known);
      this.places[unit + 1] = this.of.length;
    }
    for (const name of ["firsts", "rows", "of", "heads"]) this[name] = Int32Array.from(this[name]);
    this.size = this.heads.length;
    this.category = new Int32Array(this.size + 1).fill(ledger.categories.length);
    this.heads.forEach((place, cohort) => (this.category[cohort] = ledger.category[this.rows[this.firsts[place]]]));
    this.sets = Object.fromEntries([...BEHIND, "evaluator"].map((name) => [name, new Sets()]));
    /** Which rows of each cohort counted when it was last looked at, as bits, and the sets that came of it. */
    this.last = new Int32Array(this.size);
    this.behind = Object.fromEntries(BEHIND.map((name) => [name, new Int32Array(this.size + 1)]));
    /** The same of each place, for its evaluators; the last stands for no place. */
    this.lastOf = new Int32Array(this.of.length);
    this.evaluators = new Int32Array(this.of.length + 1);
  }

  /** The rows of a unit, category by category. */
  #byCategory(unit) {
    const { first, category } = this.ledger;
    const found = [];
    for (let row = first[unit]; row < first[unit + 1]; row += 1) (found[category[row]] ??= []).push(row);
    return found.filter(Boolean);
  }

  /** Add a place; where a row has days of its own, no other place is like it. */
  #add(rows, known) {
    const { list, apart } = this.ledger;
    const key = rows.some((row) => apart[row]) ? rows[0] : rows.map((row) => list[row]).join();
    if (!known.has(key)) known.set(key, this.heads.push(this.of.length) - 1);
    this.of.push(known.get(key));
    this.firsts.push(this.rows.push(...rows));
  }

  /**
   * @param {import("./standing.js").When} when
   * @returns {Day}
   */
  on(when) {
    const column = (none = 0) => new Int32Array(this.size + 1).fill(none, this.size);
    const found = { bits: column(), level: column(LEVELS.length), status: column(STATUSES.length) };
    const day = { ...found, met: new Uint8Array(this.size + 1) };
    for (let cohort = 0; cohort < this.size; cohort += 1) this.#look(cohort, when, day);
    return { ...day, behind: Object.fromEntries(BEHIND.map((name) => [name, this.behind[name].slice()])) };
  }

  /** Work out what a cohort comes to. */
  #look(cohort, when, day) {
    const { ledger } = this;
    const { begun, told, bits } = this.#counting(this.heads[cohort], when);
    if (!bits) return;
    if (this.last[cohort] !== bits) this.#remember(cohort, bits, begun, told);
    const [row, status] = ledger.outcome(begun, told, when);
    day.bits[cohort] = bits;
    day.level[cohort] = ledger.level[row];
    day.status[cohort] = status;
    day.met[cohort] = (begun.length ? BEGUN : 0) | (begun.length && ledger.hasLeft(status) ? 0 : LASTING);
  }

  /** The rows of a place that count on a day. */
  #counting(place, when) {
    const { ledger, rows, firsts } = this;
    const [begun, told] = [[], []];
    let bits = 0;
    for (let at = firsts[place]; at < firsts[place + 1]; at += 1) {
      const row = rows[at];
      if (!ledger.counts(row, when)) continue;
      bits |= 1 << (at - firsts[place]);
      (ledger.notice[row] ? told : begun).push(row);
    }
    return { begun, told, bits };
  }

  /** Work out path, stages and years of a cohort from its rows that count. */
  #remember(cohort, bits, begun, told) {
    const { ledger, sets, behind } = this;
    const list = (row) => ledger.lists[ledger.list[row]];
    const path = [...new Set(begun.map((row) => LEVELS[ledger.level[row]]))].join("-");
    const years = begun.map((row) => list(row).year).filter(Boolean);
    behind.path[cohort] = sets.path.at(path ? [path] : []);
    behind.stage[cohort] = sets.stage.at([...begun, ...told].map((row) => list(row).stage));
    behind.list_year[cohort] = sets.list_year.at(years.sort((a, b) => a - b));
    this.last[cohort] = this.#kept(this.heads[cohort], bits);
  }

  /**
   * Work out the evaluators of a place.
   * @param {number} place
   * @param {number} bits of its cohort on the day
   * @param {import("./standing.js").When} when
   */
  evaluate(place, bits, when) {
    if (this.lastOf[place] === bits) return;
    const { printed, evaluators } = this.ledger;
    const named = this.#counting(place, when).begun.map((row) => printed[row]).filter((at) => at >= 0);
    this.evaluators[place] = this.sets.evaluator.at(named.map((at) => evaluators[at][0]));
    this.lastOf[place] = this.#kept(place, bits);
  }

  /** Of more rows than there are bits nothing is kept. */
  #kept(place, bits) {
    return this.firsts[place + 1] - this.firsts[place] > MOST ? 0 : bits;
  }
}

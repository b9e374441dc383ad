/**
 * The holdings of all units of a kind at a date, flattened into columns, so that facets are counted by a loop
 * over numbers. A date is asked for with every move of a hand: what does not change with it is worked out once, and
 * no object is made for a unit. What a standing is stands in standing.js; both give one answer. No page here.
 */

import { LEVELS, STATUSES } from "./standing.js";

/**
 * Values of one facet: `sets` are the sets of places in `values` that occur, `of` is each entry's set.
 * @typedef {{values: string[], sets: number[][], of: Int32Array | number[]}} Group
 *
 * What the units of a kind hold at a date. `owners` is the unit of each entry, `first` the first entry of each unit;
 * a unit that holds nothing has one entry without values. `gone` are the units that stood on lists and stand on none.
 * @typedef {{when: import("./standing.js").When, owners: Int32Array, first: Int32Array,
 *   groups: Record<string, Group>, gone: Uint8Array}} Held
 */

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
    const set = [...new Set(values)].map((value) => this.#place(String(value)));
    const key = set.join();
    if (!this.known.has(key)) this.known.set(key, this.sets.push(set) - 1);
    return this.known.get(key);
  }

  #place(value) {
    if (!this.places.has(value)) this.places.set(value, this.values.push(value) - 1);
    return this.places.get(value);
  }
}

/** Facets that rest on the rows of lists behind a standing, and not on the day alone. */
const BEHIND = ["path", "stage", "list_year", "evaluator"];
/** Rows of one unit in one category whose coming and going is kept in the bits of a number. */
const MOST = 30;

/**
 * The rows of lists of a kind by unit and category, in the order in which holdings stand. A place is one unit in one
 * category.
 */
class Plan {
  /** @param {import("./standing.js").Ledger} ledger */
  constructor(ledger) {
    this.ledger = ledger;
    const owners = [];
    const categories = [];
    const rows = [];
    const firsts = [];
    for (let unit = 0; unit < ledger.first.length - 1; unit += 1) {
      const own = [];
      for (let row = ledger.first[unit]; row < ledger.first[unit + 1]; row += 1) (own[ledger.category[row]] ??= []).push(row);
      own.forEach((found, category) => {
        owners.push(unit);
        categories.push(category);
        firsts.push(rows.length);
        rows.push(...found);
      });
    }
    this.owners = Int32Array.from(owners);
    this.categories = Int32Array.from(categories);
    this.firsts = Int32Array.from([...firsts, rows.length]);
    this.rows = Int32Array.from(rows);
    this.sets = Object.fromEntries(BEHIND.map((name) => [name, new Sets()]));
    /** Which rows of each place counted when it was last looked at, as bits, and the sets that came of it. */
    this.last = new Int32Array(owners.length);
    this.behind = BEHIND.map(() => new Int32Array(owners.length));
  }

  /** Work out path, stages, years and evaluators of a place from its rows that count. */
  remember(place, bits, begun, told) {
    const { ledger, sets, behind } = this;
    const list = (row) => ledger.lists[ledger.list[row]];
    const path = [...new Set(begun.map((row) => LEVELS[ledger.level[row]]))].join("-");
    const years = begun.map((row) => list(row).year).filter(Boolean);
    const printed = begun.map((row) => ledger.printed[row]).filter((at) => at >= 0);
    behind[0][place] = sets.path.at(path ? [path] : []);
    behind[1][place] = sets.stage.at([...begun, ...told].map((row) => list(row).stage));
    behind[2][place] = sets.list_year.at(years.sort((a, b) => a - b));
    behind[3][place] = sets.evaluator.at(printed.map((at) => ledger.evaluators[at][0]));
    this.last[place] = this.firsts[place + 1] - this.firsts[place] > MOST ? 0 : bits;
  }
}

/** @type {WeakMap<import("./standing.js").Ledger, Plan>} */
const plans = new WeakMap();

function planOf(ledger) {
  if (!plans.has(ledger)) plans.set(ledger, new Plan(ledger));
  return plans.get(ledger);
}

/**
 * Work out what every unit holds at a date.
 * @param {import("./standing.js").Ledger} ledger
 * @param {number} count units
 * @param {import("./standing.js").When} when
 * @returns {Held}
 */
export function flatten(ledger, count, when) {
  const plan = planOf(ledger);
  const made = new Made(plan, count, when);
  let place = 0;
  for (let unit = 0; unit < count; unit += 1) {
    made.first[unit] = made.size;
    for (; place < plan.owners.length && plan.owners[place] === unit; place += 1) made.look(place);
    made.close(unit);
  }
  return made.held();
}

/** What is made of one date: a column for each facet, an entry for each standing. */
class Made {
  constructor(plan, count, when) {
    this.plan = plan;
    this.when = when;
    this.size = 0;
    const most = plan.owners.length + count;
    const column = () => new Int32Array(most);
    [this.owners, this.category, this.level, this.status] = [column(), column(), column(), column()];
    this.behind = BEHIND.map(column);
    this.first = new Int32Array(count);
    this.gone = new Uint8Array(count);
    this.begun = [];
    this.told = [];
    /** What was met of the unit looked at: a stay that has begun, one that lasts, a notice without a stay. */
    this.met = { begun: false, lasting: false };
  }

  /** Look at one place; what counts of it becomes an entry. */
  look(place) {
    const { plan, when, begun, told } = this;
    const { ledger, rows, firsts } = plan;
    const [from, end] = [firsts[place], firsts[place + 1]];
    if (end === from + 1 && !ledger.counts(rows[from], when)) return; // most units stand on one list
    begun.length = 0;
    told.length = 0;
    let bits = 0;
    for (let at = from; at < end; at += 1) {
      const row = rows[at];
      if (!ledger.counts(row, when)) continue;
      bits |= 1 << (at - from);
      (ledger.notice[row] ? told : begun).push(row);
    }
    if (!bits) return;
    if (plan.last[place] !== bits) plan.remember(place, bits, begun, told);
    const [row, status] = ledger.outcome(begun, told, when);
    this.#add(plan.owners[place], plan.categories[place], ledger.level[row], status);
    const [paths, stages, years, evaluators] = plan.behind;
    const at = this.size - 1;
    this.behind[0][at] = paths[place];
    this.behind[1][at] = stages[place];
    this.behind[2][at] = years[place];
    this.behind[3][at] = evaluators[place];
    if (begun.length) this.met.begun = true;
    if (!begun.length || !ledger.hasLeft(status)) this.met.lasting = true;
  }

  #add(unit, category, level, status) {
    this.owners[this.size] = unit;
    this.category[this.size] = category;
    this.level[this.size] = level;
    this.status[this.size] = status;
    this.size += 1;
  }

  /** A unit has been looked at; one that holds nothing has an entry whose values are none. */
  close(unit) {
    const { met, plan } = this;
    this.gone[unit] = met.begun && !met.lasting ? 1 : 0;
    met.begun = false;
    met.lasting = false;
    if (this.size === this.first[unit]) this.#add(unit, plan.ledger.categories.length, LEVELS.length, STATUSES.length);
  }

  /** @returns {Held} */
  held() {
    const { plan, when, size, first, gone } = this;
    const cut = (column) => column.subarray(0, size);
    const fixed = (values, column) => ({ values, sets: [...values.map((_, place) => [place]), []], of: cut(column) });
    const groups = {
      category: fixed(plan.ledger.categories.map(({ id }) => id), this.category),
      level: fixed(LEVELS, this.level),
      status: fixed(STATUSES, this.status),
    };
    BEHIND.forEach((name, n) => {
      const { values, sets } = plan.sets[name];
      groups[name] = { values, sets, of: cut(this.behind[n]) };
    });
    return { when, owners: cut(this.owners), first, groups, gone };
  }
}

/**
 * The list years of the final lists behind a holding, ascending, each once.
 * @param {import("./standing.js").Ledger} ledger
 * @param {import("./standing.js").Holding} holding
 * @returns {string[]}
 */
export function years(ledger, { begun }) {
  const found = begun.map((row) => ledger.lists[ledger.list[row]].year).filter(Boolean);
  return [...new Set(found)].sort((a, b) => a - b).map(String);
}

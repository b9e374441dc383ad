/**
 * What a unit's standing is on a day, from the events in its columns: the same questions and answers as
 * generator/register/standing.py. No page here; any day and either axis may be asked for.
 */

import { day } from "../dates.js";

/** Levels from the lowest to the highest. */
export const LEVELS = ["municipal", "provincial", "national"];
export const HIGHEST_FIRST = [...LEVELS].reverse();
/** What a standing may be, as a number that is its place here. */
export const STATUSES = [
  "listed", "listed_unverified", "category_closed", "publicity", "publicity_open", "recommended", "succeeded", "removed",
];
const [LISTED, UNVERIFIED, CLOSED, PUBLICITY, OPEN, RECOMMENDED, SUCCEEDED, REMOVED] = STATUSES.keys();

/**
 * The day asked about, as a number like 20220115, and the axis of time.
 * @typedef {{on: number, axis: "published" | "list_year"}} When
 */

/**
 * A unit's standing in one category; `row` is that of the recognition or notice it is about.
 * @typedef {{category: number, level: string, status: string, path: string[], row: number, begun: number[],
 *   told: number[]}} Holding
 */

/**
 * The register's own date, on the axis on which a standing is told while none is chosen.
 * @param {any} manifest
 * @returns {When}
 */
export const ownDate = (manifest) => ({ on: day(manifest.on), axis: "published" });

/** The rows of lists that name units, unit by unit. */
export class Ledger {
  /**
   * @param {any} file as generator/site/search/events.py makes it
   * @param {any} manifest
   */
  constructor(file, manifest) {
    this.categories = manifest.categories.map(([id, name, closed]) => ({ id, name, closed: day(closed) }));
    const place = new Map(this.categories.map(({ id }, number) => [id, number]));
    const schemes = manifest.schemes.map(([id, category, level, checked]) => ({
      id,
      category: place.get(category),
      level: LEVELS.indexOf(level),
      checked: day(checked),
    }));
    this.schemes = schemes;
    this.lists = manifest.lists.map(([id, scheme, kind, stage, year, published, followed]) => ({
      id,
      scheme: schemes[scheme],
      kind,
      stage,
      year,
      published: day(published),
      followed: day(followed),
    }));
    this.evaluators = file.evaluators;
    /** The first row of each unit; one more than there are units. */
    this.first = Int32Array.from([0, ...file.rows]);
    for (let unit = 1; unit < this.first.length; unit += 1) this.first[unit] += this.first[unit - 1];
    this.list = Int32Array.from(file.lists);
    this.printed = Int32Array.from(file.printed);
    this.#setDays(file);
    this.#setRows();
  }

  /** What is asked of rows again and again, without going by their lists. */
  #setRows() {
    const own = (Kind, get) => Kind.from(this.list, (list) => get(this.lists[list]));
    this.category = own(Int32Array, ({ scheme }) => scheme.category);
    this.level = own(Int8Array, ({ scheme }) => scheme.level);
    this.checked = own(Int32Array, ({ scheme }) => scheme.checked);
    this.closed = own(Int32Array, ({ scheme }) => this.categories[scheme.category].closed);
    this.notice = own(Uint8Array, ({ stage }) => (stage === "final" ? 0 : 1));
    /** First day on which a notice is known: that of its publication, else the first of its year. */
    this.known = own(Int32Array, ({ published, year }) => published || year * 10000 + 101);
    this.published = own(Int32Array, ({ published }) => published);
  }

  #setDays({ starts, ends }) {
    const count = this.list.length;
    const own = (get) => Int32Array.from(this.list, (list) => get(this.lists[list]));
    this.start = { published: own((x) => x.published), list_year: own((x) => (x.year ? x.year * 10000 + 1231 : 0)) };
    this.end = { published: new Int32Array(count), list_year: new Int32Array(count) };
    /** @type {Map<number, string>} how a row ended */
    this.ending = new Map(ends.map(([row, , , how]) => [row, how]));
    /** Rows whose days are their own and not those of their list. */
    this.apart = new Uint8Array(count);
    for (const [target, changes] of [[this.start, starts], [this.end, ends]]) {
      for (const [row, published, year] of changes) {
        this.apart[row] = 1;
        target.published[row] = day(published);
        target.list_year[row] = day(year);
      }
    }
    const { published, list_year: years } = this.start; // one of unknown publication counts from the end of its year
    for (let row = 0; row < count; row += 1) published[row] ||= years[row];
  }

  /**
   * Whether a row had begun by a day; by publication, one of unknown publication by its list year.
   * @param {number} row
   * @param {When} when
   */
  begun(row, { on, axis }) {
    const start = this.start[axis][row];
    return start > 0 && start <= on;
  }

  /**
   * @param {number} row
   * @param {When} when
   */
  ended(row, { on, axis }) {
    const end = this.end[axis][row];
    return end > 0 && end <= on;
  }

  /**
   * Whether a notice was known on a day, on either axis.
   * @param {number} row
   * @param {When} when
   */
  told(row, { on }) {
    return this.known[row] <= on;
  }

  /**
   * Whether a row counts on a day: a stay that has begun, a notice that is known.
   * @param {number} row
   * @param {When} when
   */
  counts(row, when) {
    return this.notice[row] ? this.told(row, when) : this.begun(row, when);
  }

  /**
   * What a unit holds on a day, one standing a category, in the order of the categories.
   * @param {number} unit
   * @param {When} when
   * @returns {Holding[]}
   */
  holdings(unit, when) {
    const found = [];
    for (let row = this.first[unit]; row < this.first[unit + 1]; row += 1) {
      if (!this.counts(row, when)) continue;
      found[this.category[row]] ??= { begun: [], told: [] };
      found[this.category[row]][this.notice[row] ? "told" : "begun"].push(row);
    }
    const made = [];
    found.forEach(({ begun, told }, category) => {
      const [row, status] = this.outcome(begun, told, when);
      const path = [...new Set(begun.map((own) => LEVELS[this.level[own]]))];
      made.push({ category, level: LEVELS[this.level[row]], status: STATUSES[status], path, row, begun, told });
    });
    return made;
  }

  /**
   * What rows of one unit and category come to: the highest recognition current that day, else the last one, else the
   * last notice. It is asked of every unit with every date.
   * @param {number[]} begun
   * @param {number[]} told
   * @param {When} when
   * @returns {[number, number]} the row that it is about, the place of its status in STATUSES
   */
  outcome(begun, told, when) {
    let pick = -1;
    for (const row of begun) if (!this.ended(row, when) && (pick < 0 || this.level[row] > this.level[pick])) pick = row;
    if (pick >= 0) return [pick, this.#current(pick, when)];
    if (begun.length) {
      pick = greatest(begun, this.end.published);
      return [pick, this.ending.get(pick) === "succeeded" ? SUCCEEDED : REMOVED];
    }
    pick = greatest(told, this.published);
    return [pick, this.#noticed(pick, when)];
  }

  /** Whether a status is that of one who stood on a list and stands there no longer. */
  hasLeft(status) {
    return status === SUCCEEDED || status === REMOVED;
  }

  #current(row, { on }) {
    if (!this.checked[row] || on > this.checked[row]) return UNVERIFIED;
    return this.closed[row] && this.closed[row] < on ? CLOSED : LISTED;
  }

  #noticed(row, { on }) {
    const { stage, followed } = this.lists[this.list[row]];
    if (stage === "recommended") return RECOMMENDED;
    return followed && followed <= on ? OPEN : PUBLICITY;
  }
}

/** The first of the rows for which a measure is greatest. */
function greatest(rows, measure) {
  let found = rows[0];
  for (const row of rows) if (measure[row] > measure[found]) found = row;
  return found;
}

/**
 * The day from which a list counts; later than any for one that never does. Of unknown publication, a final list came
 * out at the end of its year, a notice at any time in it (generator/register/ledger.py, is_out).
 * @param {any[]} list as the manifest has it
 * @param {When} when
 */
export function startOf([, , , stage, year, published], { axis }) {
  const out = day(published);
  const end = year * 10_000 + 1231;
  if (stage !== "final") return out || (year ? year * 10_000 + 101 : 0);
  if (axis === "published") return out || (year ? end : 0);
  return year ? end : Infinity;
}

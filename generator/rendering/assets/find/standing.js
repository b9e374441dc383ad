/**
 * What a unit's standing is on a day, from the events in its columns: the same questions and answers as
 * generator/insight/standing.py and holdings.py. No page here; any day and either axis may be asked for.
 */

/** Levels from the lowest to the highest. */
export const LEVELS = ["municipal", "provincial", "national"];

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
 * @param {string} iso a day, or nothing
 * @returns {number} as a number that compares like the day; 0 for none
 */
export const day = (iso) => (iso ? Number(iso.replaceAll("-", "")) : 0);

/** The rows of lists that name units, unit by unit. */
export class Ledger {
  /**
   * @param {any} file as generator/rendering/search/events.py makes it
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
  }

  #setDays({ starts, ends }) {
    const count = this.list.length;
    const own = (get) => Int32Array.from(this.list, (list) => get(this.lists[list]));
    this.start = { published: own((x) => x.published), list_year: own((x) => (x.year ? x.year * 10000 + 1231 : 0)) };
    this.end = { published: new Int32Array(count), list_year: new Int32Array(count) };
    /** @type {Map<number, string>} how a row ended */
    this.ending = new Map(ends.map(([row, , , how]) => [row, how]));
    for (const [target, changes] of [[this.start, starts], [this.end, ends]]) {
      for (const [row, published, year] of changes) {
        target.published[row] = day(published);
        target.list_year[row] = day(year);
      }
    }
  }

  /**
   * Whether a row had begun by a day; by publication, one of unknown publication by its list year.
   * @param {number} row
   * @param {When} when
   */
  begun(row, { on, axis }) {
    const { published, list_year: year } = this.start;
    const start = axis === "published" ? published[row] || year[row] : year[row];
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
   * What a unit holds on a day, one standing a category, in the order of the categories.
   * @param {number} unit
   * @param {When} when
   * @returns {Holding[]}
   */
  holdings(unit, when) {
    const found = [];
    for (let row = this.first[unit]; row < this.first[unit + 1]; row += 1) {
      const { scheme, stage, published } = this.lists[this.list[row]];
      const isSpell = stage === "final";
      if (isSpell ? !this.begun(row, when) : published > when.on) continue;
      found[scheme.category] ??= { begun: [], told: [] };
      found[scheme.category][isSpell ? "begun" : "told"].push(row);
    }
    const made = [];
    found.forEach(({ begun, told }, category) => made.push(this.#standing(category, begun, told, when)));
    return made;
  }

  /**
   * Which units stood on lists once and stand on none at a day.
   * @param {When} when
   * @returns {Uint8Array} by unit
   */
  gone(when) {
    const found = new Uint8Array(this.first.length - 1);
    for (let unit = 0; unit < found.length; unit += 1) {
      let [begun, current, told] = [0, 0, 0]; // a bit for each category
      for (let row = this.first[unit]; row < this.first[unit + 1]; row += 1) {
        const { scheme, stage, published } = this.lists[this.list[row]];
        const bit = 1 << scheme.category;
        if (stage !== "final") told |= published > when.on ? 0 : bit;
        else if (this.begun(row, when)) {
          begun |= bit;
          if (!this.ended(row, when)) current |= bit;
        }
      }
      found[unit] = begun && !current && !(told & ~begun) ? 1 : 0;
    }
    return found;
  }

  /** The highest recognition current that day, else the last one, else the last notice. */
  #standing(category, begun, told, when) {
    const rank = (row) => this.lists[this.list[row]].scheme.level;
    const current = begun.filter((row) => !this.ended(row, when));
    const path = [...new Set(begun.map((row) => LEVELS[rank(row)]))];
    const pick = current.length
      ? best(current, rank)
      : begun.length
        ? best(begun, (row) => this.end.published[row])
        : best(told, (row) => this.lists[this.list[row]].published);
    const status = current.length
      ? this.#current(pick, when)
      : begun.length
        ? this.#past(pick)
        : this.#noticed(pick, when);
    return { category, level: LEVELS[rank(pick)], status, path, row: pick, begun, told };
  }

  #current(row, { on }) {
    const { scheme } = this.lists[this.list[row]];
    if (!scheme.checked || on > scheme.checked) return "listed_unverified";
    const { closed } = this.categories[scheme.category];
    return closed && closed < on ? "category_closed" : "listed";
  }

  #past(row) {
    return this.ending.get(row) === "succeeded" ? "succeeded" : "removed";
  }

  #noticed(row, { on }) {
    const { stage, followed } = this.lists[this.list[row]];
    if (stage === "recommended") return "recommended";
    return followed && followed <= on ? "publicity_open" : "publicity";
  }
}

/** The first of those for which `measure` is greatest. */
function best(rows, measure) {
  return rows.reduce((before, row) => (measure(row) > measure(before) ? row : before));
}

/**
 * The holdings of all units of a kind at a date, flattened into columns, so that facets are counted by a loop
 * over numbers. No page here.
 */

/**
 * Values of one facet: `sets` are the sets of places in `values` that occur, `of` is each entry's set.
 * @typedef {{values: string[], sets: number[][], of: Int32Array | number[]}} Group
 */

/** Collects the sets of values that occur, each once. */
class Sets {
  constructor(values) {
    this.values = values;
    this.sets = [];
    this.known = new Map();
    this.of = [];
  }

  /** @param {number[]} set places in values */
  add(set) {
    const key = set.length === 1 ? set[0] : set.join();
    let place = this.known.get(key);
    if (place === undefined) {
      place = this.sets.push(set) - 1;
      this.known.set(key, place);
    }
    this.of.push(place);
  }
}

/** Values that are met as one goes, each with the place it was first met at. */
class Values {
  constructor() {
    this.list = [];
    this.place = new Map();
  }

  /** @param {string} value */
  at(value) {
    let place = this.place.get(value);
    if (place === undefined) {
      place = this.list.push(value) - 1;
      this.place.set(value, place);
    }
    return place;
  }
}

const FACETS = ["category", "level", "status", "stage", "path", "list_year", "evaluator"];

/**
 * Work out what every unit holds at a date.
 * @param {import("./standing.js").Ledger} ledger
 * @param {number} count units
 * @param {import("./standing.js").When} when
 * @returns {{owners: Int32Array, groups: Record<string, Group>, at: import("./standing.js").Holding[][]}}
 *   `owners` is the unit of each entry, `at` its holdings; a unit that holds nothing has one entry without values
 */
export function flatten(ledger, count, when) {
  const owners = [];
  const at = [];
  const collected = Object.fromEntries(FACETS.map((name) => [name, new Sets(new Values())]));
  for (let unit = 0; unit < count; unit += 1) {
    const held = ledger.holdings(unit, when);
    at.push(held);
    for (const holding of held) add(collected, ledger, holding);
    if (!held.length) for (const name of FACETS) collected[name].add([]);
    for (let entry = 0; entry < Math.max(1, held.length); entry += 1) owners.push(unit);
  }
  const groups = {};
  for (const [name, { values, sets, of }] of Object.entries(collected)) {
    groups[name] = { values: values.list, sets, of: Int32Array.from(of) };
  }
  return { owners: Int32Array.from(owners), groups, at };
}

function add(collected, ledger, holding) {
  const put = (name, values) => {
    const { values: known } = collected[name];
    collected[name].add(values.map((value) => known.at(value)));
  };
  const { begun, told } = holding;
  const lists = [...begun, ...told].map((row) => ledger.lists[ledger.list[row]]);
  put("category", [ledger.categories[holding.category].id]);
  put("level", [holding.level]);
  put("status", [holding.status]);
  put("path", holding.path.length ? [holding.path.join("-")] : []);
  put("stage", once(lists.map(({ stage }) => stage)));
  put("list_year", years(ledger, holding));
  put("evaluator", once(begun.filter((row) => ledger.printed[row] >= 0).map((row) => ledger.evaluators[ledger.printed[row]][0])));
}

/**
 * The list years of the final lists behind a holding, ascending, each once.
 * @param {import("./standing.js").Ledger} ledger
 * @param {import("./standing.js").Holding} holding
 * @returns {string[]}
 */
export function years(ledger, { begun }) {
  const found = begun.map((row) => ledger.lists[ledger.list[row]].year).filter(Boolean);
  return once(found).sort((a, b) => a - b).map(String);
}

const once = (values) => (values.length < 2 ? values : [...new Set(values)]);

/**
 * How the lists grew up to a day: the same as generator/register/growth.py. No page here.
 */

import { tally } from "./totals.js";

/**
 * One year of a level: units at its end, units that are new, units that are gone, units with unconfirmed place.
 * @typedef {{year: number, held: number, new: number, gone: number, inferred: number}} Year
 */

/**
 * The years of a scheme from its first row on, up to the last that is covered to its end and over by a day.
 * @param {import("./totals.js").Register} register
 * @param {number} scheme
 * @param {import("../as_of/address.js").When} when
 * @returns {Year[]}
 */
export function years(register, scheme, { on, axis }) {
  const { category, level, covered } = register.schemes[scheme];
  const first = firstYear(register, scheme, axis);
  const found = [];
  if (!covered || !first) return found;
  const last = Math.min(covered, on);
  const whole = Math.floor(last / 10000) - (last % 10000 === 1231 ? 0 : 1);
  let before = new Set();
  for (let year = first; year <= whole; year += 1) {
    const { units, inferred } = tally(register, { category, levels: [level], on: year * 10000 + 1231, axis });
    const now = new Set(units);
    const gone = [...before].filter((unit) => !now.has(unit)).length;
    const fresh = units.filter((unit) => !before.has(unit)).length;
    found.push({ year, held: units.length, new: fresh, gone, inferred: inferred.length });
    before = now;
  }
  return found;
}

function firstYear(register, scheme, axis) {
  const kind = register.kindOf(register.schemes[scheme].category);
  const starts = (kind.rows.get(scheme) ?? []).map((row) => kind.start[axis][row]);
  for (const row of register.unidentified) if (row.scheme === scheme) starts.push(row.start[axis]);
  const first = starts.reduce((least, start) => (start ? Math.min(least, start) : least), Infinity);
  return Number.isFinite(first) ? Math.floor(first / 10000) : 0;
}

/**
 * The official counts of a scheme's lists by list year, of the lists that were out by a day; by list year, of the
 * lists of the years that were over. Lists of an area only are left out.
 * @param {import("./totals.js").Register} register
 * @param {number} scheme
 * @param {import("../as_of/address.js").When} when
 * @returns {{year: number, added: number | null, removed: number | null}[]} null for what is not known
 */
export function officialYears({ lists }, scheme, when) {
  const [added, removed] = [new Map(), new Map()];
  for (const list of lists) {
    const { kind, stage, year, count, scoped } = list;
    if (list.scheme !== scheme || stage !== "final" || scoped || !year || !isOut(list, when)) continue;
    const counts = { additions: added, removals: removed }[kind];
    counts?.set(year, [...(counts.get(year) ?? []), count]);
  }
  if (!added.size) return [];
  const found = [];
  const last = Math.max(...added.keys(), ...removed.keys());
  for (let year = Math.min(...added.keys()); year <= last; year += 1) {
    found.push({ year, added: sum(added.get(year)), removed: sum(removed.get(year)) });
  }
  return found;
}

/**
 * Whether a list was out by a day; by list year, whether its year was over.
 * @param {import("./totals.js").Register["lists"][number]} list
 * @param {import("../as_of/address.js").When} when
 */
export function isOut({ year, start, first }, { on, axis }) {
  if (axis === "list_year") return start.list_year <= on;
  return first ? first <= on : year <= Math.floor(on / 10000);
}

const sum = (counts) => (counts?.every((count) => count !== null) ? counts.reduce((all, count) => all + count, 0) : null);

/**
 * The names held of lists that are held in part, from the first year to the last, as named_years of
 * generator/register/growth.py: rows of units with confirmed place, and others.
 * @param {import("./totals.js").Register} register
 * @param {number} scheme
 * @param {Set<number>} lists those of the scheme that are held in part
 * @param {import("../as_of/address.js").When} when
 * @returns {{years: {year: number, confirmed: number, apart: number}[], lists: Set<number>}} with the lists that hold
 *   a name
 */
export function namedYears(register, scheme, lists, { on, axis }) {
  const kind = register.kindOf(register.schemes[scheme].category);
  const [found, used] = [new Map(), new Set()];
  const add = (list, start, of, count) => {
    if (!start || start > on || !lists.has(list)) return;
    const year = Math.floor(start / 10000);
    if (!found.has(year)) found.set(year, { year, confirmed: 0, apart: 0 });
    found.get(year)[of] += count;
    used.add(list);
  };
  for (const row of kind.rows.get(scheme) ?? []) {
    add(kind.ledger.list[row], kind.start[axis][row], kind.isConfirmed(row, on) ? "confirmed" : "apart", 1);
  }
  for (const { list, start, count } of register.unidentified) add(list, start[axis], "apart", count);
  const [first, last] = [Math.min(...found.keys()), Math.max(...found.keys())];
  const span = found.size ? Array.from({ length: last - first + 1 }, (_, at) => first + at) : [];
  return { years: span.map((year) => found.get(year) ?? { year, confirmed: 0, apart: 0 }), lists: used };
}

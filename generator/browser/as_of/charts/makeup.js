/**
 * What the units on lists are: the charts of generator/site/charts/makeup.py on another day.
 */

import { day } from "../../dates.js";
import { fill } from "../../elements.js";
import { nameOf } from "../counting.js";

/** Units with confirmed place by district and zone; those that were none any more by then are left out. */
export function areas(known, category, when, before) {
  const { words, tiles, fewest } = known.counting;
  const lying = byArea(known.register, category, when);
  const rows = tiles
    .filter(([, last]) => !last || day(last) > when.on)
    .map(([name, , inside]) => [name, [inside.reduce((sum, area) => sum + (lying.get(area) ?? 0), 0)]]);
  const settled = rows.filter(([, [count]]) => count).length;
  if (settled < fewest.areas) return undefined;
  const title = fill(words["chart.areas"], { category: nameOf(known, category), n: settled });
  return { title, note: words["msg.tile_map"] + words["chart.areas_note"], series: before.series, rows };
}

/** Units by kind, the most frequent first; those of a kind that is not known last. */
export function kinds(known, category, when, before) {
  const { words, kinds: { names, of }, categories, fewest, most } = known.counting;
  const counts = new Map();
  for (const unit of standing(known.register, category, when)) counts.set(of[unit], (counts.get(of[unit]) ?? 0) + 1);
  const unknown = counts.get(-1) ?? 0;
  counts.delete(-1);
  const named = [...counts].map(([kind, count]) => [names[kind], count]);
  if (named.length < fewest.areas) return undefined;
  named.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const sum = (rows) => rows.reduce((all, [, count]) => all + count, 0);
  const rest = sum(named.slice(most.bars));
  const rows = [...named.slice(0, most.bars), ...(rest ? [[words["chart.other"], rest]] : [])];
  if (unknown) rows.push([words["ui.unknown"], unknown]);
  const title = fill(words["chart.kinds"], {
    category: nameOf(known, category),
    n: named.length,
    known: sum(named),
    all: sum(named) + unknown,
    unit: categories[category][0],
  });
  const table = rows.map(([name, count]) => [name, [count]]);
  return { title, note: words["chart.makeup_note"], series: before.series, rows: table };
}

/**
 * The units of a category that stand on a list and are the city's own, counted by the area they lay in, with the
 * place confirmed.
 * @param {import("../../register/totals.js").Register} register
 * @param {number} category
 * @param {import("../address.js").When} when
 * @returns {Map<number, number>} by the place of the area
 */
function byArea(register, category, when) {
  const kind = register.kindOf(category);
  const found = new Map();
  for (const unit of standing(register, category, when)) {
    const where = kind.where(unit, when.on);
    if (where % 2 === 1) found.set((where - 1) / 2, (found.get((where - 1) / 2) ?? 0) + 1);
  }
  return found;
}

/**
 * The units of a category that stand on a list and are the city's own.
 * @param {import("../../register/totals.js").Register} register
 * @param {number} category
 * @param {import("../address.js").When} when
 * @returns {Set<number>} in the order in which rows name them
 */
function standing(register, category, when) {
  const kind = register.kindOf(category);
  const units = new Set();
  for (const row of register.schemesOf(category).flatMap((scheme) => kind.rows.get(scheme) ?? [])) {
    const stands = kind.ledger.begun(row, when) && !kind.ledger.ended(row, when);
    if (stands && kind.isConfirmed(row, when.on)) units.add(kind.unit[row]);
  }
  return units;
}

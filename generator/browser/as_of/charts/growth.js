/**
 * How lists grew: the charts of generator/site/charts/growth.py on another day.
 */

import { fill } from "../../elements.js";
import { isOut, years } from "../../register/growth.js";
import { HIGHEST_FIRST } from "../../register/standing.js";
import { nameOf } from "../counting.js";
import { negative } from "./chart_data.js";

/** The levels of a category that are covered for some years, the highest first. */
function yearly({ register, counting }, category, when) {
  const found = [];
  for (const level of HIGHEST_FIRST) {
    for (const scheme of register.schemesOf(category, [level])) {
      const rows = years(register, scheme, when);
      if (rows.length >= counting.fewest.years) found.push({ level, rows, scheme });
    }
  }
  return found;
}

const spanOf = (found) => [...new Set(found.flatMap(({ rows }) => rows.map(({ year }) => year)))].sort((a, b) => a - b);
const valueOf = ({ rows }, year, name) => rows.find((row) => row.year === year)?.[name] ?? null;
const rule = (words, axis) => `${words[`axis.${axis}`]}。${words["chart.growth_rule"]}`;

/** The documents of the lists whose rows are counted. */
function documents({ lists }, found, when) {
  const last = new Map(found.map(({ scheme, rows }) => [scheme, rows.at(-1).year]));
  const used = lists.filter((list) => list.stage === "final" && list.year <= last.get(list.scheme) && isOut(list, when));
  return new Set(used.map(({ source }) => source));
}

/** Units held at each year's end: a line for each level, or columns where there is one. */
export function growth(known, category, when) {
  const { counting } = known;
  const { words, names, colours } = counting;
  const found = yearly(known, category, when);
  if (!found.length) return undefined;
  const [{ level, rows }] = found;
  const title = fill(words["chart.growth"], {
    category: nameOf(known, category, [level]),
    first: rows[0].year,
    last: rows.at(-1).year,
    a: rows[0].held,
    b: rows.at(-1).held,
    unit: counting.categories[category][0],
  });
  const series = found.map((one) => ({ name: names[`level.${one.level}`], colour: colours[one.level] }));
  const sources = documents(known.register, found, when);
  if (found.length > 1) {
    const table = spanOf(found).map((year) => [String(year), found.map((one) => valueOf(one, year, "held"))]);
    return { title, note: rule(words, when.axis) + words["chart.levels_note"], series, rows: table, sources };
  }
  const inferred = rows.some((row) => row.inferred);
  if (inferred) series.push({ name: names["chart.inferred"], colour: colours.apart });
  const table = rows.map((row) => [String(row.year), inferred ? [row.held, row.inferred] : [row.held]]);
  return { title, note: rule(words, when.axis), series, rows: table, sources };
}

/** What each year brought and, below the line, took away. */
export function turnover(known, category, when) {
  const { words, names, colours, categories } = known.counting;
  const found = yearly(known, category, when);
  if (!found.length) return undefined;
  const span = spanOf(found);
  const gone = (year) => found.reduce((sum, one) => sum + (valueOf(one, year, "gone") ?? 0), 0);
  const alone = found.length === 1;
  const series = found.map(({ level }) => ({
    name: names[alone ? "event.listed" : `level.${level}`],
    colour: colours[level],
  }));
  series.push({ name: names["event.removed"], colour: colours.apart });
  const title = fill(words["chart.new"], {
    category: nameOf(known, category, found.map(({ level }) => level)),
    first: span[0],
    last: span.at(-1),
    a: found.flatMap(({ rows }) => rows).reduce((sum, row) => sum + row.new, 0),
    b: span.reduce((sum, year) => sum + gone(year), 0),
    unit: categories[category][0],
  });
  const note = rule(words, when.axis) + words["chart.new_note"] + (alone ? "" : words["chart.levels_note"]);
  const row = (year) => [String(year), [...found.map((one) => valueOf(one, year, "new")), negative(gone(year))]];
  return { title, note, series, rows: span.map(row), sources: documents(known.register, found, when) };
}

/**
 * What a chart shows on another day, worked out from the register as generator/rendering/charts/ does at build: a
 * function for each kind of chart that can follow, named as the chart says in `data-follows`. No page here.
 */

import { fill } from "../../elements.js";
import { day, LEVELS } from "../../register/standing.js";
import { byArea, isOut, namedYears, officialYears, standing, years } from "../../register/growth.js";

/**
 * What is drawn, and said above and below it; a row is a place and a value for each series. `sources` are the ids of
 * the documents it rests on; where there are none, they are those of the chart at the register's own date.
 * @typedef {{title: string, note: string, series: {name: string, colour: string}[],
 *   rows: [string, (number | null)[]][], sources?: Set<string>}} Drawn
 *
 * What a recipe works with: the words and names of counting.py besides the register.
 * @typedef {{register: import("../../register/totals.js").Register, counting: any, manifest: any}} Known
 */

const HIGHEST_FIRST = [...LEVELS].reverse();

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
function growth(known, category, when) {
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
function turnover(known, category, when) {
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

/** Units with confirmed place by district and zone; those that were none any more by then are left out. */
function areas(known, category, when, before) {
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
function kinds(known, category, when, before) {
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

/** The names held of a scheme that is held in part. */
function names(known, category, when, _before, id) {
  const { register, counting } = known;
  const { words, names: called, colours, categories, fewest } = counting;
  const scheme = register.schemes.findIndex((one) => one.id === id);
  const { level } = register.schemes[scheme];
  const { lists: partly, periods } = counting.partly[id];
  const { years: found, lists: used } = namedYears(register, scheme, new Set(partly), when);
  const count = found.reduce((sum, { confirmed, apart }) => sum + confirmed + apart, 0);
  const several = found.filter(({ confirmed, apart }) => confirmed + apart).length >= fewest.named_years;
  if (!several || count < fewest.names) return undefined;
  const unsure = found.some(({ apart }) => apart);
  const series = [{ name: called["chart.held"], colour: colours[level] }];
  if (unsure) series.push({ name: called["chart.unsure"], colour: colours.apart });
  const official = officialNumber(periods, when.on);
  const title = fill(words[official === null ? "chart.names_held" : "chart.names_held_of"], {
    category: nameOf(known, category, [level]),
    first: found[0].year,
    last: found.at(-1).year,
    n: count,
    m: official,
    unit: categories[category][0],
  });
  const values = ({ confirmed, apart }) => (confirmed + apart ? [confirmed, apart] : [null, null]);
  const rows = found.map((year) => [String(year.year), values(year).slice(0, series.length)]);
  const note = fill(words["chart.names_held_note"], { axis: words[`axis.${when.axis}`] });
  return { title, note, series, rows, sources: new Set([...used].map((list) => register.lists[list].source)) };
}

/** How many there are in the periods held in part that had begun by a day; null where that is not known of all. */
function officialNumber(periods, on) {
  const begun = periods.filter(([first]) => day(first) <= on);
  const isKnown = begun.length && begun.every(([, last, number]) => number !== null && day(last) <= on);
  return isKnown ? begun.reduce((sum, [, , number]) => sum + number, 0) : null;
}

/** The official counts of the national lists, removals below the line. */
function lists(known, category, when) {
  const { words, names, colours, categories, fewest } = known.counting;
  const { register } = known;
  const [scheme] = register.schemesOf(category, ["national"]);
  const found = scheme === undefined ? [] : officialYears(register, scheme, when);
  if (found.filter(({ added, removed }) => added !== null || removed !== null).length < fewest.years) return undefined;
  const removals = found.some(({ removed }) => removed !== null);
  const series = [{ name: names["event.listed"], colour: colours.national }];
  if (removals) series.push({ name: names["event.removed"], colour: colours.apart });
  const title = fill(words["chart.national_lists"], {
    category: nameOf(known, category),
    first: found[0].year,
    last: found.at(-1).year,
    a: found.reduce((sum, { added }) => sum + (added ?? 0), 0),
    b: found.reduce((sum, { removed }) => sum + (removed ?? 0), 0),
    unit: categories[category][0],
  });
  const unknown = found.filter(({ added }) => added === null).map(({ year }) => year);
  const told = unknown.length ? fill(words["chart.unknown_years"], { years: unknown.join("、") }) : "";
  const row = ({ year, added, removed }) => [String(year), removals ? [added, negative(removed)] : [added]];
  const used = register.lists.filter(
    (list) => list.scheme === scheme && list.stage === "final" && !list.scoped && isOut(list, when),
  );
  const sources = new Set(used.map(({ source }) => source));
  return { title, note: words["chart.national_lists_note"] + told, series, rows: found.map(row), sources };
}

/** Never -0: a table would show it. */
const negative = (count) => (count ? -count : count);

/**
 * The place of a category in the manifest.
 * @param {any} manifest
 * @param {string} id
 */
export const categoryOf = ({ categories }, id) => categories.findIndex(([one]) => one === id);

/**
 * What a category is called, with its levels.
 * @param {Known} known
 * @param {number} category
 * @param {string[]} levels
 */
export function nameOf({ manifest }, category, levels = []) {
  return levels.map((level) => manifest.words[`level.${level}`]).join("、") + manifest.categories[category][1];
}

/**
 * Every recipe by its name: from what is known, a category and a day to what is drawn; undefined where there is too
 * little to draw. `before` is what the chart shows at the register's own date, `scheme` the id of the one it is about.
 * @type {Record<string, (known: Known, category: number, when: import("../address.js").When,
 *   before: {series: {name: string, colour: string}[]}, scheme?: string) => Drawn | undefined>}
 */
export const RECIPES = { growth, turnover, areas, kinds, names, lists };

/**
 * Official counts of the national lists: the chart of generator/site/charts/official.py on another day.
 */

import { fill } from "../../elements.js";
import { isOut, officialYears } from "../../register/growth.js";
import { nameOf } from "../counting.js";
import { negative } from "./chart_data.js";

/** The official counts of the national lists, removals below the line. */
export function lists(known, category, when) {
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

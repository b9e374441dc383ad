/**
 * Names of lists that are held in part: the charts of generator/site/charts/incomplete.py on another day.
 */

import { day } from "../../dates.js";
import { fill } from "../../elements.js";
import { namedYears } from "../../register/growth.js";
import { nameOf } from "../counting.js";

/** The names held of a scheme that is held in part. */
export function names(known, category, when, _before, id) {
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

/**
 * The quick counts of any day and area: the same values and sentences as generator/site/sections/quick_counts.py and
 * generator/site/pages/answers.py. No page here; tests/browser/test_answers_of_any_day.py compares both.
 */

import { latestTotal } from "../as_of/figures.js";
import { day, iso } from "../dates.js";
import { fill } from "../elements.js";
import { HIGHEST_FIRST } from "../register/standing.js";
import { tally } from "../register/totals.js";

/**
 * What is asked: an area by its id, a day as a number.
 * @typedef {{area: string, on: number}} Question
 *
 * What an answer is worked out from: generator/outputs/search_index/counting.py and answering.py beside it, and the columns of the units by folder.
 * @typedef {import("../as_of/counting.js").Known & {answering: any,
 *   columns: Record<string, {ids: string[], names: string[], marks?: string[]}>}} Known
 *
 * The answer for one level of a category: the places of the category and of its scheme in the manifest, the latest
 * figure published for the area, the units held with confirmed place by each of AXES, how many are unconfirmed.
 * @typedef {{category: number, scheme: number, claim: any, held: number[][], apart: number}} Line
 */

/** Both axes in the order in which they are told. */
export const AXES = ["list_year", "published"];

/**
 * Whether an area was one on a day.
 * @param {Known} known
 * @param {Question} asked
 */
export function isThere({ answering }, { area, on }) {
  const { from, to } = answering.areas[area];
  return day(from) <= on && (!to || day(to) > on);
}

/**
 * The answer for every level of every category, the highest level first.
 * @param {Known} known
 * @param {Question} asked
 * @returns {Line[]}
 */
export function lines(known, asked) {
  const { register, manifest } = known;
  const schemes = manifest.categories.flatMap((_, category) =>
    HIGHEST_FIRST.flatMap((level) => register.schemesOf(category, [level])),
  );
  const found = schemes.map((scheme) => line(known, asked, scheme));
  return found.filter(({ held, apart, claim }) => held.some((units) => units.length) || apart || claim);
}

function line({ register, manifest, counting, answering }, { area, on }, scheme) {
  const { category, level } = register.schemes[scheme];
  const tallies = AXES.map((axis) => tally(register, { category, levels: [level], on, axis }));
  const headline = tallies[AXES.indexOf(manifest.axis)];
  const isCity = area === answering.city;
  const inside = new Set(answering.areas[area].within.map((id) => counting.areas.indexOf(id)));
  const kind = register.kindOf(category);
  const lies = (unit) => {
    const where = kind.where(unit, on);
    return where % 2 === 1 && inside.has((where - 1) / 2);
  };
  return {
    category,
    scheme,
    claim: latestTotal({ totals: answering.totals[area] }, category, level, on),
    held: tallies.map(({ units }) => (isCity ? units : units.filter(lies))),
    apart: isCity ? headline.inferred.length + headline.unresolved : 0,
  };
}

/**
 * The documents of the figures of an answer, each once, in the order in which they are quoted.
 * @param {Line[]} found
 * @returns {string[]}
 */
export const notes = (found) => [...new Set(found.flatMap(({ claim }) => (claim ? [claim.source] : [])))];

/**
 * What an answer is called.
 * @param {Known} known
 * @param {Question} asked
 */
export function title({ answering: { words, areas } }, { area, on }) {
  return fill(words["answers.title"], { area: areas[area].name, on: iso(on) });
}

/**
 * By which rule it was counted.
 * @param {Known} known
 * @param {Question} asked
 */
export function rule({ answering: { words, city } }, { area }) {
  return words["answers.rule"] + (area === city ? "" : words["answers.rule_area"]);
}

/**
 * Why there is nothing to tell.
 * @param {Known} known
 * @param {Question} asked
 */
export function nothing(known, asked) {
  const { words, areas } = known.answering;
  const key = isThere(known, asked) ? "answers.nothing" : "answers.no_area";
  return fill(words[key], { area: areas[asked.area].name, on: iso(asked.on) });
}

/**
 * A paragraph as an official would write it, then its footnotes.
 * @param {Known} known
 * @param {Question} asked
 * @param {Line[]} found
 * @returns {string[]}
 */
export function prose({ manifest, counting, answering }, { area, on }, found) {
  const { words, areas, schemes, sources } = answering;
  const quoted = notes(found);
  const parts = found.map(({ category, scheme, claim, held: [a, b] }) => {
    const places = { name: schemes[scheme], unit: counting.categories[category][0], a: a.length, b: b.length };
    if (!claim) return fill(words["answers.without_figure"], places);
    const note = quoted.indexOf(claim.source) + 1;
    return fill(words["answers.with_figure"], { ...places, value: claim.shown, when: claim.told, note });
  });
  const text = parts.join("；");
  const told = fill(words["answers.paragraph"], { area: areas[area].name, on: iso(on), text, site: manifest.title });
  return [told, ...quoted.map((id, number) => `[${number + 1}] ${plain(sources[id])}`)];
}

/** The text of a document without the way to its original. */
function plain(cell) {
  if (typeof cell === "string") return cell;
  return cell.filter(([, , , url]) => !url).map(([text]) => text).join("");
}

/**
 * The units behind the numbers by the axis of headlines, level by level.
 * @param {Known} known
 * @param {Line[]} found
 * @returns {{label: string, folder: string, units: [string, string][]}[]} units are their ids and full names
 */
export function annex(known, found) {
  const { manifest, counting, answering, columns } = known;
  const at = AXES.indexOf(manifest.axis);
  const named = found.map(({ category, scheme, held }) => {
    const [unit, folder] = counting.categories[category];
    const label = `${answering.schemes[scheme]}　${held[at].length} ${unit}`;
    return { label, folder, units: held[at].map((own) => [columns[folder].ids[own], fullName(columns[folder], own)]) };
  });
  return named.filter(({ units }) => units.length);
}

/** What tells a unit from others of its kind: a product's name with its model. */
function fullName({ names, marks }, unit) {
  const model = marks?.[unit] ?? "";
  return /[^-]/u.test(model) ? `${names[unit]} ${model}` : names[unit];
}

/**
 * The answer as the rows of a CSV: a row per level and axis, then a row per name.
 * @param {Known} known
 * @param {Question} asked
 * @param {Line[]} found
 * @returns {string[][]}
 */
export function table(known, { area, on }, found) {
  const { manifest, counting, answering, columns } = known;
  const rows = [["as_of", "area", "scheme", "official", "official_date", "source", "axis", "held", "unit", "name"]];
  for (const { category, scheme, claim, held } of found) {
    const told = claim ? [claim.shown, claim.told, claim.source] : ["", "", ""];
    const column = columns[counting.categories[category][1]];
    AXES.forEach((axis, at) => {
      const start = [iso(on), area, answering.schemes[scheme], ...told, axis];
      rows.push([...start, String(held[at].length), "", ""]);
      if (axis !== manifest.axis) return;
      for (const unit of held[at]) rows.push([...start, "", column.ids[unit], fullName(column, unit)]);
    });
  }
  return rows;
}

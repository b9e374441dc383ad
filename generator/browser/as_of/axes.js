/**
 * What the axis of counting changes on a day, level by level: the same sentences as generator/site/sections/axes.py.
 */

import { iso } from "../dates.js";
import { fill, make } from "../elements.js";
import { replace, set } from "../overrides.js";
import { HIGHEST_FIRST } from "../register/standing.js";
import { tally } from "../register/totals.js";
import { nameOf } from "./counting.js";
import { documentOf, latestTotal } from "./figures.js";

/**
 * Say what the axis changes on a day, level by level.
 * @param {HTMLElement} place
 * @param {import("./counting.js").Known} known
 * @param {number[]} categories
 * @param {import("./address.js").When} when
 */
export function showAxes(place, known, categories, { on }) {
  const { words } = known.counting;
  const found = [];
  for (const category of categories) {
    for (const level of HIGHEST_FIRST) {
      const told = known.register.schemesOf(category, [level]).length ? sentence(known, category, level, on) : [];
      if (told.length) found.push(make("p", {}, ...told));
    }
  }
  if (!found.length) found.push(make("p", {}, fill(words["onday.axes_same"], { on: iso(on) })));
  set(place, "hidden", undefined);
  replace(place, ...found);
}

function sentence(known, category, level, on) {
  const { counting, register } = known;
  const { words } = counting;
  const ask = (axis) => tally(register, { category, levels: [level], on, axis });
  const [byYear, published] = [ask("list_year"), ask("published")];
  const parts = ({ units, inferred, unresolved }) => [units.length, inferred.length, unresolved].join();
  if (parts(byYear) === parts(published)) return [];
  const unit = counting.categories[category][0];
  const told = fill(words["onday.axes"], {
    on: iso(on),
    category: nameOf(known, category, [level]),
    a: inWords(words, byYear, unit),
    b: inWords(words, published, unit),
  });
  const claim = latestTotal(counting, category, level, on);
  if (claim?.day !== iso(on)) return [`${told}。`];
  const said = fill(words[`onday.claim_${claim.axis ? "said" : "unsaid"}`], {
    value: claim.shown,
    unit,
    axis: words[`axis.${claim.axis}`] ?? "",
  });
  return [`${told}；`, documentOf(claim), said];
}

/** A count with everything in it, how much of that is not certain, and what could not be counted. */
function inWords(words, { units, inferred, unresolved, undated }, unit) {
  const apart = [];
  if (inferred.length) apart.push(fill(words["onday.unconfirmed"], { n: inferred.length, unit }));
  if (unresolved) apart.push(fill(words["onday.unidentified"], { n: unresolved }));
  const told = apart.length ? [fill(words["onday.of_these"], { text: apart.join("、") })] : [];
  if (undated) told.push(fill(words["onday.undated"], { n: undated }));
  const n = units.length + inferred.length + unresolved;
  return fill(words[told.length ? "onday.with" : "onday.plain"], { n, unit, apart: told.join("；") });
}

/**
 * The figures of the home page on a day: for each level of each category the latest one published by then, what the
 * register holds on the figure's day, and what it holds on the day chosen. The same words as
 * generator/site/pages/home.py.
 */

import { iso } from "../dates.js";
import { fill, make } from "../elements.js";
import { replace } from "../overrides.js";
import { compare } from "../register/reconcile.js";
import { hasBegun, tally } from "../register/totals.js";
import { ROOT } from "../search/store.js";
import { categoryOf } from "./counting.js";
import { documentOf, latestTotal } from "./figures.js";

/**
 * Say a figure of the home page anew.
 * @param {HTMLElement} item
 * @param {import("./counting.js").Known} known
 * @param {import("./address.js").When} when
 */
export function showHeadline(item, known, when) {
  const [id, level] = item.dataset.headline.split(" ");
  const category = categoryOf(known.manifest, id);
  const claim = latestTotal(known.counting, category, level, when.on);
  const told = claim ? published(known, category, level, claim, when) : unpublished(known, category, level, when);
  replace(item, item.querySelector("h3"), ...told);
}

function published(known, category, level, claim, when) {
  const { words, categories } = known.counting;
  const [unit] = categories[category];
  const { held, inferred, unresolved, state } = compare(known, category, level, claim, when);
  const told = fill(words["ui.headline_held"], { n: held, unit }) + unidentified(words, unresolved);
  const more = inferred ? fill(words["ui.headline_inferred"], { n: inferred }) : "";
  const n = state === "equal_inferred" ? inferred : held;
  const row = new URL(`reconciliation/#${claim.id}`, ROOT).href;
  const outcome = fill(words[`recon.${state}`], { n, m: claim.shown });
  return [
    figure(claim.shown, unit),
    line("figure-date", `${words["home.at"]} ${claim.day}`),
    line("figure-held", told + more, " ", make("a", { class: `status recon-${state}`, href: row }, outcome)),
    ...(claim.day === iso(when.on) ? [] : [line("figure-own", own(known, category, level, when))]),
    line("figure-source", documentOf(claim)),
  ];
}

function unpublished(known, category, level, when) {
  const { words, categories } = known.counting;
  const on = iso(when.on);
  const question = { category, levels: [level], ...when };
  if (!hasBegun(known.register, question)) return [figure("—", ""), line("figure-date", fill(words["onday.before_first"], { on }))];
  const { units } = tally(known.register, question);
  return [
    figure(String(units.length), categories[category][0]),
    line("figure-date", `${words["home.at"]} ${on}`),
    line("figure-held", fill(words["onday.no_claim"], { on })),
  ];
}

/** That some of the rows held name a unit that is not identified. */
const unidentified = (words, n) => (n ? fill(words["ui.headline_unresolved"], { n }) : "");

/** What the register holds on the day chosen, by the axis chosen. */
function own({ register, counting: { words, categories } }, category, level, when) {
  const question = { category, levels: [level], ...when };
  const on = iso(when.on);
  if (!hasBegun(register, question)) return fill(words["onday.before_first"], { on });
  const { units, inferred, unresolved } = tally(register, question);
  const held = fill(words["onday.own"], { on, n: units.length + unresolved, unit: categories[category][0] });
  return held + unidentified(words, unresolved) + (inferred.length ? fill(words["ui.headline_inferred"], { n: inferred.length }) : "");
}

const line = (style, ...content) => make("p", { class: style }, ...content);
const figure = (shown, unit) =>
  make("p", { class: "figure" }, make("span", { class: "number" }, shown), make("span", { class: "unit" }, unit));

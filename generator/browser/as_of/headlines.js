/**
 * The figures of the home page on a day: for each level of each category the latest one published by then, what the
 * register holds on the figure's day, and what it holds on the day chosen. As generator/site/pages/home.py and
 * insight/reconcile.py have it.
 */

import { fill, make } from "../elements.js";
import { day } from "../register/standing.js";
import { ROOT } from "../search/store.js";
import { documentOf, latestTotal } from "./counts.js";
import { replace } from "../overrides.js";
import { categoryOf } from "./charts/recipes.js";
import { hasBegun, tally } from "../register/totals.js";
import { iso } from "./address.js";

const MEETS = {
  eq: (held, value) => held === value,
  ne: (held, value) => held !== value,
  gt: (held, value) => held > value,
  ge: (held, value) => held >= value,
  lt: (held, value) => held < value,
  le: (held, value) => held <= value,
  approx: (held, value) => Math.abs(held - value) <= Math.abs(value) / 20,
};

/**
 * Say a figure of the home page anew.
 * @param {HTMLElement} item
 * @param {import("./charts/recipes.js").Known} known
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

/**
 * A published figure beside the register on the figure's own day: by the axis it names, else by the one chosen.
 * @returns {{held: number, inferred: number, unresolved: number, state: string}}
 */
export function compare({ register }, category, level, claim, { axis }) {
  const on = day(claim.day);
  const question = { category, levels: [level], on, axis: claim.axis || axis };
  const { units, inferred, unresolved } = tally(register, question);
  const held = units.length + unresolved;
  const meets = MEETS[claim.operator];
  const all = held + inferred.length;
  const incomplete = isPartial(register, question) && all < claim.value;
  const state = meets(held, claim.value)
    ? "equal"
    : meets(all, claim.value)
      ? "equal_inferred"
      : incomplete
        ? "incomplete"
        : "different";
  return { held, inferred: inferred.length, unresolved, state };
}

/** Whether not every row of the lists that may count on a day by an axis is held. */
function isPartial(register, { category, levels, on, axis }) {
  const schemes = register.schemesOf(category, levels);
  const lists = register.lists.filter(({ scheme, kind, stage, first, start }) => {
    const begin = axis === "published" ? first : start.list_year;
    return schemes.includes(scheme) && kind === "additions" && stage === "final" && (!begin || begin <= on);
  });
  return !lists.length || lists.some(({ complete }) => !complete);
}

const line = (style, ...content) => make("p", { class: style }, ...content);
const figure = (shown, unit) =>
  make("p", { class: "figure" }, make("span", { class: "number" }, shown), make("span", { class: "unit" }, unit));

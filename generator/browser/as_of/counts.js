/**
 * The counts of a list's levels on a day, and what the axis changes: the same words as
 * generator/site/sections/counts.py and axes.py.
 */

import { fill, make } from "../elements.js";
import { LEVELS } from "../register/standing.js";
import { ROOT } from "../search/store.js";
import { replace, set } from "../overrides.js";
import { nameOf } from "./charts/recipes.js";
import { hasBegun, tally } from "../register/totals.js";
import { iso } from "./address.js";

/**
 * Fill the table of counts of a category.
 * @param {HTMLElement} table
 * @param {import("./charts/recipes.js").Known} known
 * @param {number} category
 * @param {import("./address.js").When} when
 */
export function showCounts(table, known, category, when) {
  const { words, categories } = known.counting;
  const [unit] = categories[category];
  for (const row of table.querySelectorAll("tr[data-level]")) {
    const question = { category, levels: [row.dataset.level], ...when };
    const begun = hasBegun(known.register, question);
    const counted = tally(known.register, question);
    const { units, inferred, unresolved } = counted;
    const [, ...cells] = row.cells;
    [units.length, inferred.length, unresolved].forEach((n, place) => replace(cells[place], begun ? String(n) : "—"));
    const told = begun ? rule(words, counted, unit, when) : fill(words["onday.before_first"], { on: iso(when.on) });
    replace(cells[3], make("span", { class: "muted" }, told));
  }
}

/** By which rule a count was made and what it leaves out. */
function rule(words, counted, unit, { on, axis }) {
  const { inferred, unresolved, undated, removed, removalsPublished, removalsHeld } = counted;
  const some = removalsPublished || removed;
  const removals = removalsHeld
    ? words["ui.rule_removed_all"]
    : some
      ? fill(words["ui.rule_removed_some"], { m: removalsPublished, n: removed })
      : words["ui.rule_removed_unknown"];
  return fill(words["ui.rule_text"], {
    axis: words[`axis.${axis}`],
    on: iso(on),
    inferred: inferred.length,
    unit,
    unresolved,
    undated: undated ? fill(words["ui.rule_undated"], { n: undated }) : "",
    removals,
  });
}

/**
 * Say what the axis changes on a day, level by level.
 * @param {HTMLElement} place
 * @param {import("./charts/recipes.js").Known} known
 * @param {number[]} categories
 * @param {import("./address.js").When} when
 */
export function showAxes(place, known, categories, { on }) {
  const { words } = known.counting;
  const found = [];
  for (const category of categories) {
    for (const level of [...LEVELS].reverse()) {
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

/**
 * The latest cumulative figure published for a level of a category up to a day.
 * @param {any} counting
 * @param {number} category
 * @param {string} level
 * @param {number} on
 */
export function latestTotal({ totals }, category, level, on) {
  return totals.findLast((one) => one.category === category && one.level === level && one.day <= iso(on));
}

/** The document of a published figure, with a link to its page. */
export function documentOf({ source: [title, address] }) {
  return address ? make("a", { href: new URL(address, ROOT).href }, title) : title;
}

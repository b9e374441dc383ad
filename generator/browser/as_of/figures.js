/**
 * Published figures and the documents they stand in, as generator/site/sections/figures.py has them.
 */

import { iso } from "../dates.js";
import { make } from "../elements.js";
import { ROOT } from "../search/store.js";

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

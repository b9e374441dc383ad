/**
 * Compares a published figure with the register on the figure's own day: the same states as
 * generator/register/reconcile.py. No page here; the files in tests/register/comparisons hold Python and browser to
 * one answer.
 */

import { day } from "../dates.js";
import { tally } from "./totals.js";

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

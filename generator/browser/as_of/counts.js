/**
 * The counts of a list's levels on a day, and what the axis changes: the same words as
 * generator/site/sections/counts.py.
 */

import { iso } from "../dates.js";
import { fill, make } from "../elements.js";
import { replace } from "../overrides.js";
import { hasBegun, tally } from "../register/totals.js";

/**
 * Fill the table of counts of a category.
 * @param {HTMLElement} table
 * @param {import("./counting.js").Known} known
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

/**
 * What a list's page says beside its rows, at the date that a reader has chosen: how many it holds, the rows whose
 * unit is not identified, the file of the whole list. At the register's own date it says what it came with.
 */

import { iso } from "../dates.js";
import { fill } from "../elements.js";
import { startOf } from "../register/standing.js";

/**
 * A date that was chosen; `told` says in words which. Nothing at the register's own date.
 * @typedef {{when: import("../register/standing.js").When, own: import("../register/standing.js").When, told: string}} Dated
 */

/**
 * A date in words.
 * @param {import("../register/standing.js").When} when
 * @param {Record<string, string>} words
 * @returns {string}
 */
export const told = ({ on, axis }, words) => fill(words["asof.told"], { on: iso(on), axis: words[`axis.${axis}`] });

/**
 * What the name of a file says of a date; the axis where it is not the register's own.
 * @param {Dated | undefined} dated
 * @returns {string}
 */
export function inName(dated) {
  if (!dated) return "";
  const { when, own } = dated;
  const axis = when.axis === own.axis ? "" : `-by-${when.axis.replace("_", "-")}`;
  return `-as-of-${iso(when.on)}${axis}`;
}

/** The parts of a list's page that follow the date. */
export class Surroundings {
  /**
   * @param {HTMLElement} root the element that holds filters and rows
   * @param {() => void} save hand the whole list at the date to the reader
   */
  constructor(root, save) {
    const { scope, unit } = root.dataset;
    this.scope = scope;
    this.unit = unit;
    this.lead = document.querySelector(".page-head .lead");
    this.link = document.querySelector("[data-list-csv]");
    this.unidentified = [...document.querySelectorAll("tr[data-list]")];
    this.came = { lead: this.lead?.textContent, link: this.link?.textContent };
    this.link?.addEventListener("click", (event) => {
      if (!this.dated) return;
      event.preventDefault();
      save();
    });
  }

  /**
   * @param {Dated | undefined} dated
   * @param {import("../search/search.js").Found} found everything on the list at that date
   * @param {any} manifest
   */
  show(dated, found, manifest) {
    this.dated = dated;
    const { words } = manifest;
    const rows = this.#unidentified(dated?.when, manifest.lists);
    if (this.lead && (this.unit || !found.held)) {
      this.lead.textContent = dated ? this.#counted(dated, found, rows, words) : this.came.lead;
    }
    if (this.link) this.link.textContent = dated ? fill(words["asof.csv"], { on: iso(dated.when.on) }) : this.came.link;
  }

  /** Show the rows of lists that counted, and tell how many; without a date all of them. */
  #unidentified(when, lists) {
    const starts = new Map(when && lists.map((list) => [list[0], startOf(list, when)]));
    for (const row of this.unidentified) row.hidden = Boolean(when) && starts.get(row.dataset.list) > when.on;
    return this.unidentified.filter((row) => !row.hidden).length;
  }

  #counted(dated, { column, held, passed, total }, rows, words) {
    if (!held) return dated.told + fill(words["ui.counted"], { n: total });
    const { owners, groups: { stage, category } } = held;
    const apart = column.inferred;
    const isFinal = stage.sets.map((set) => set.some((value) => stage.values[value] === "final"));
    const place = category.values.indexOf(this.scope);
    let [listed, inferred] = [0, 0];
    for (let record = 0; record < passed.length; record += 1) inferred += passed[record] & apart[record];
    for (let entry = 0; entry < owners.length; entry += 1) {
      const counts = category.of[category.at[entry]] === place && !apart[owners[entry]];
      if (counts && isFinal[stage.of[stage.at[entry]]]) listed += 1;
    }
    const told = [[total - inferred - listed, "ui.noticed_rows"], [inferred, "ui.inferred_rows"], [rows, "ui.unresolved_rows"]];
    const others = told.filter(([n]) => n > 0).map(([n, key]) => `；${fill(words[key], { n, unit: this.unit })}`);
    return `${dated.told}${fill(words["ui.counted"], { n: `${listed} ${this.unit}` })}${others.join("")}。`;
  }
}

/**
 * The bulk check at work: a list of names or codes is pasted or dropped, looked up here, and shown with what the
 * lists say. Nothing leaves the machine: what is fetched is the register's own files, whatever is asked.
 */

import { csv, save } from "../csv.js";
import { entries, decoded, Lookup } from "./lookup.js";
import { fill, make, officialLookup } from "../elements.js";
import { answerCells, coverageText, listedOf } from "./answer_cells.js";
import { column, codes, manifest, ROOT } from "../search/store.js";

const MOST = 5000;
const DAY = /^\d{4}-\d\d-\d\d$/u;
/** Looked up before the page is given the chance to answer the reader. */
const AT_ONCE = 40;

/** The page of the bulk check. */
class BulkCheck {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.text = form.querySelector("textarea");
    this.progress = form.querySelector("[role=status]");
    this.results = document.querySelector("[data-bulk-results]");
    this.turn = 0;
  }

  /** @param {File} file whose text is checked */
  async take(file) {
    this.text.value = decoded(await file.arrayBuffer());
    this.check();
  }

  /**
   * Look up everything in the field. A later check ends an earlier one. Where the register's files cannot be read that
   * is said, and no answers are left that belong to another list.
   */
  async check() {
    const turn = (this.turn += 1);
    try {
      await this.#lookUp(turn);
    } catch (reason) {
      if (turn === this.turn) {
        this.progress.textContent = this.form.dataset.failed;
        this.results.replaceChildren();
      }
      throw reason;
    }
  }

  async #lookUp(turn) {
    const { words, kinds } = (this.manifest = await manifest());
    const asked = entries(this.text.value);
    if (!asked.length) {
      this.progress.textContent = words["bulk.empty"];
      return;
    }
    const units = await Promise.all(["enterprises", "parks"].filter((kind) => kind in kinds).map(column));
    units[0].setCodes(await codes());
    this.lists = "lists" in kinds ? await column("lists") : undefined;
    this.made ??= "products" in kinds ? listedOf(await column("products")) : new Map();
    const lookup = await Lookup.over(units, asked.slice(0, MOST));
    const answers = [];
    for (const entry of asked.slice(0, MOST)) {
      answers.push(lookup.answer(entry));
      if (answers.length % AT_ONCE) continue;
      this.progress.textContent = fill(words["bulk.progress"], { n: answers.length, m: asked.length });
      await new Promise((resume) => setTimeout(resume));
      if (turn !== this.turn) return;
    }
    this.answers = answers;
    this.#show(asked.length > MOST);
  }

  #show(cut) {
    const { words } = this.manifest;
    const count = (state) => this.answers.filter((answer) => answer.state === state).length;
    const numbers = Object.fromEntries(["code", "name", "other", "several", "near", "none"].map((s) => [s, count(s)]));
    const found = numbers.code + numbers.name + numbers.other;
    const told = fill(words["bulk.summary"], { ...numbers, total: this.answers.length, found });
    this.progress.textContent = cut ? `${told}${fill(words["bulk.cut"], { n: MOST })}` : told;
    const rows = this.answers.map((answer) => this.#row(answer));
    const head = make("tr", {}, ...this.#titles().map((title) => make("th", { scope: "col" }, title)));
    const table = make("table", { class: "data cards" }, make("thead", {}, head), make("tbody", {}, ...rows));
    const held = this.manifest.coverage.map(([, line]) => make("li", {}, line));
    const more = make("a", { href: new URL("coverage/", ROOT).href }, words["nav.coverage"]);
    this.results.replaceChildren(
      make("p", { class: "actions" }, this.#saver("csv"), " ", this.#saver("excel")),
      make("div", { class: "table-scroll" }, table),
      make("p", { class: "note" }, words["bulk.absent"]),
      ...officialLookup(this.manifest),
      make("ul", { class: "coverage" }, ...held),
      make("p", {}, more),
    );
  }

  #titles() {
    const keys = ["bulk.asked", "bulk.state", "ui.name", "field.uscc", "bulk.standing", "bulk.document", "field.covered_until", "bulk.near"];
    return keys.map((key) => this.manifest.words[key]);
  }

  #row(answer) {
    const titles = this.#titles();
    const cells = answerCells(answer, this.manifest, this.lists, this.made).map((runs, at) =>
      make("td", { "data-label": titles[at] }, ...runs.map(({ text, to, tone }) =>
        to ? make("a", { href: new URL(to, ROOT).href }, text) : make(DAY.test(text) ? "time" : "span", { class: tone }, text))),
    );
    const id = answer.unit && answer.unit.column.ids[answer.unit.record];
    return make("tr", { "data-state": answer.state, "data-id": id }, ...cells);
  }

  #saver(form) {
    const button = make("button", { type: "button", class: "action", "data-take": form }, this.manifest.words[`find.${form}`]);
    button.addEventListener("click", () => {
      const excel = form === "excel";
      const about = coverageText(this.manifest);
      const rows = this.answers.map((answer) => [
        ...answerCells(answer, this.manifest, this.lists, this.made).map((runs) => runs.map(({ text }) => text).join("")),
        answer.unit ? "" : about,
      ]);
      const titles = [...this.#titles(), this.manifest.words["nav.coverage"]];
      save(`check${excel ? "-excel" : ""}.csv`, csv([titles, ...rows], { guarded: excel }));
    });
    return button;
  }
}

/**
 * Set the page to work.
 * @param {HTMLFormElement} form
 * @returns {BulkCheck}
 */
export const begin = (form) => new BulkCheck(form);

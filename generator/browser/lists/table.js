/**
 * The rows of a list as a table. A row that says the same as before is left standing: it is neither built nor laid out
 * again, from one date to the next most are not.
 */

import { make } from "../elements.js";
import { cellsOf } from "./index_rows.js";
import { content, row } from "./markup.js";

/** A table with its titles; its rows come and go. */
export class Table {
  /** @param {import("./markup.js").Title[]} titles */
  constructor(titles) {
    const cells = titles.map(({ title, numeric }) => make("th", { scope: "col", class: numeric && "num" }, title));
    const head = make("thead", {}, make("tr", {}, ...cells));
    this.titles = titles;
    this.body = /** @type {HTMLTableSectionElement} */ (make("tbody"));
    const table = make("table", { class: `data${titles.length > 2 ? " cards" : ""} results` }, head, this.body);
    this.element = make("div", { class: "table-scroll" }, table);
    /** @type {Map<string, {element: HTMLTableRowElement, told: string[]}>} rows that stand, with what each cell tells */
    this.rows = new Map();
  }

  /**
   * Show rows of hits, in order and no others.
   * @param {import("./order.js").Hit[]} hits
   * @param {import("./index_rows.js").View} view
   * @param {number} [most] rows that are built; those behind them are shown if all of them stand already
   */
  show(hits, view, most = hits.length) {
    const rows = new Map();
    for (const hit of hits) {
      const key = `${hit.of.kind}/${hit.of.column.ids[hit.record]}`;
      const cells = cellsOf(hit, view);
      const told = cells.map((cell) => JSON.stringify(cell));
      const before = this.rows.get(key);
      const stands = told.every((cell, at) => cell === before?.told[at]);
      if (rows.size >= most && !stands) return this.#stand(new Map([...rows].slice(0, most)));
      rows.set(key, stands ? before : { element: this.#row(hit, cells, told, before), told });
    }
    return this.#stand(rows);
  }

  #stand(rows) {
    this.rows = rows;
    arrange(this.body, Array.from(rows.values(), ({ element }) => element));
  }

  /** The row of a hit: that of before with what is new in it, else a new one. */
  #row(hit, cells, told, before) {
    if (!before) return row(hit, cells, this.titles);
    cells.forEach((cell, at) => {
      if (told[at] !== before.told[at]) before.element.cells[at].replaceChildren(...content(cell));
    });
    return before.element;
  }
}

/** Put children into order, leaving alone those that stand in it. */
function arrange(parent, children) {
  const staying = new Set(children);
  for (const child of [...parent.children]) if (!staying.has(child)) child.remove();
  let next = parent.firstChild;
  for (const child of children) {
    if (child === next) next = next.nextSibling;
    else parent.insertBefore(child, next);
  }
}

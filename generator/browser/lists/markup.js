/**
 * Rows and runs of text as elements: the same elements as generator/outputs/html/markup.py prints.
 */

import { make, marked } from "../elements.js";
import { ROOT } from "../search/store.js";

/**
 * A run of text, perhaps a link or a status; `to` leads to a page of the site, `url` elsewhere, `pieces` marks in it
 * what was asked for.
 * @typedef {{text: string, to?: string, url?: string, tone?: string, pieces?: import("../search/highlights.js").Pieces}} Run
 *
 * A column of a table.
 * @typedef {{title: string, numeric: boolean}} Title
 */

/** The runs of a cell as generator/outputs/search_index/columns.py encodes them: a text, or several runs with what each is. */
export function runs(cell) {
  if (typeof cell === "string") return cell ? [{ text: cell }] : [];
  return cell.map(([text, to, tone, url]) => ({ text, to: to ?? undefined, tone: tone || undefined, url: url || undefined }));
}

/**
 * A row of the table.
 * @param {import("./order.js").Hit} hit
 * @param {Run[][]} cells
 * @param {Title[]} titles
 * @returns {HTMLTableRowElement}
 */
export function row(hit, cells, titles) {
  const made = cells.map((cell, at) => {
    const { title, numeric } = titles[at];
    return make("td", { class: numeric && "num", "data-label": title }, ...content(cell));
  });
  return make("tr", { "data-id": hit.of.column.ids[hit.record], "data-kind": hit.of.kind }, ...made);
}

/** @param {Run[]} cell @returns {(Node | string)[]} what stands in it */
export const content = (cell) => cell.map(element);

const DATE = /^\d{4}(?:-\d\d){1,2}$/u;
/** Characters that turn the direction of writing: a text that has one turns only its own. */
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** A run as what the page shows of it. */
export function element({ text, to, url, tone, pieces }) {
  const plain = pieces ? marked(pieces) : [text];
  const content = TURNS.test(text) ? [make("bdi", {}, ...plain)] : plain;
  if (to !== undefined) return make("a", { href: ROOT.href + to, class: tone }, ...content);
  if (url) return make("a", { href: url, rel: "external", class: tone }, ...content);
  if (tone) return make("span", { class: tone }, ...content);
  if (DATE.test(text)) return make("time", {}, ...content);
  return content.length === 1 ? content[0] : make("span", {}, ...content);
}

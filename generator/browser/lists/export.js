/**
 * Taking what one sees: the whole selection as CSV, exact or for Excel, and as a link.
 */

import { csv, save } from "../csv.js";
import { iso } from "../dates.js";
import { inName } from "./as_of.js";
import { cellsOf, titlesOf } from "./index_rows.js";

/**
 * Hand records to the reader as a file: every row, in order, in the words of the page. Where a date was chosen, the
 * name of the file and a column say so.
 * @param {import("./order.js").Hits} hits
 * @param {import("./index_rows.js").View} view
 * @param {{kind: string, name?: string, guarded?: boolean}} how `kind` of all records, empty where kinds are mixed;
 *   `name` of the file without its ending; `guarded` for Excel
 */
export function saveSelection(hits, view, { kind, name = kind || "search", guarded = false }) {
  const plain = { ...view, asked: [] };
  const { dated } = view;
  const when = dated ? [iso(dated.when.on), dated.when.axis] : [];
  const rows = hits.slice().map((hit) => [
    hit.of.column.ids[hit.record],
    ...cellsOf(hit, plain).map((runs) => runs.map(({ text }) => text).join("")),
    ...when,
  ]);
  const head = ["id", ...titlesOf(view, kind), ...(dated ? ["as_of", "axis"] : [])];
  save(`${name}${inName(dated)}${guarded ? "-excel" : ""}.csv`, csv([head, ...rows], { guarded }));
}

/**
 * Copy an address; where the clipboard is not allowed the reader copies it himself.
 * @param {string} link
 * @param {HTMLElement} button whose text says that it was copied
 * @param {string} done
 */
export async function copyLink(link, button, done) {
  const text = button.textContent;
  try {
    await navigator.clipboard.writeText(link);
  } catch {
    window.prompt(text, link);
    return;
  }
  button.textContent = done;
  setTimeout(() => (button.textContent = text), 2000);
}

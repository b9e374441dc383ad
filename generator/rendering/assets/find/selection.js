/**
 * Taking what one sees: the whole selection as CSV, exact or for Excel, and as a link.
 */

import { csv, save } from "./csv.js";
import { cellsOf, titlesOf } from "./rows.js";

/**
 * Hand the selection to the reader as a file: every row of it, in its order, in the words of the page.
 * @param {import("./order.js").Hit[]} hits
 * @param {import("./rows.js").View} view
 * @param {string} kind of all records; empty where kinds are mixed
 * @param {boolean} guarded for Excel
 */
export function saveSelection(hits, view, kind, guarded) {
  const plain = { ...view, asked: [] };
  const rows = hits.map((hit) => [
    hit.of.column.ids[hit.record],
    ...cellsOf(hit, plain).map((runs) => runs.map(({ text }) => text).join("")),
  ]);
  save(`${kind || "search"}${guarded ? "-excel" : ""}.csv`, csv([["id", ...titlesOf(view, kind)], ...rows], { guarded }));
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

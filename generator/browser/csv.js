/**
 * Tables as CSV, exact or for Excel, and handing a file to the reader. No page here but the link that is followed.
 */

const FORMULA = /^[=+\-@\t\r＝＋－＠]/u;

/**
 * Write rows as CSV.
 * @param {string[][]} rows the titles first
 * @param {{guarded?: boolean}} how `guarded` for Excel: a byte-order mark, so that it reads UTF-8, and an
 *   apostrophe before what it would take for a formula
 * @returns {string}
 */
export function csv(rows, { guarded = false } = {}) {
  const cell = (text) => quoted(guarded && FORMULA.test(text) ? `'${text}` : text);
  const lines = rows.map((row) => row.map(cell).join(","));
  const end = guarded ? "\r\n" : "\n";
  return (guarded ? "\ufeff" : "") + lines.map((line) => line + end).join("");
}

const quoted = (text) => (/[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/**
 * Hand something to the reader as a file.
 * @param {string} name
 * @param {string | Blob} content a text is a table
 */
export function save(name, content) {
  const file = content instanceof Blob ? content : new Blob([content], { type: "text/csv;charset=utf-8" });
  const address = URL.createObjectURL(file);
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers begin to read only after the click is over: at once there would be nothing left to read.
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

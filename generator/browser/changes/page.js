/**
 * The difference between two dates on the page of changes: what was listed, renamed, removed in between.
 * A unit that came and went between the two is in neither column of what remains, and is shown as both.
 */

import { make } from "../elements.js";

const loads = new Map();

/**
 * @param {string} address
 * @returns {Promise<{kinds: Record<string, string>, none: string, removed: string,
 *   schemes: Record<string, string>, changes: [string, string, string, string, string][]}>}
 */
function read(address) {
  if (!loads.has(address)) {
    const loading = fetch(address).then((response) => {
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      return response.json();
    });
    loads.set(address, loading);
    loading.catch(() => loads.delete(address));
  }
  return loads.get(address);
}

/**
 * Show what lies between the two dates of a form, the later one included.
 * @param {HTMLFormElement} form
 * @param {HTMLElement} place
 */
export async function compare(form, place) {
  const told = await read(form.dataset.difference);
  const days = [form.elements.from.value, form.elements.to.value].sort();
  const found = told.changes.filter(([day]) => day > days[0] && day <= days[1]);
  const parts = [make("p", {}, `${days[0]} — ${days[1]}：${counted(found, told.kinds) || told.none}`)];
  if (found.length) parts.push(table(found, told, form.dataset.root));
  if (found.some(([, , what]) => what === "removed")) parts.push(make("p", { class: "note" }, told.removed));
  place.replaceChildren(...parts);
}

function counted(found, kinds) {
  const numbers = {};
  for (const [, , what] of found) numbers[what] = (numbers[what] ?? 0) + 1;
  return Object.keys(kinds)
    .filter((what) => numbers[what])
    .map((what) => `${kinds[what]} ${numbers[what]}`)
    .join("　");
}

function table(found, told, root) {
  const rows = found.map(([day, scheme, what, name, address]) => {
    const unit = address ? make("a", { href: root + address }, name) : name;
    const cells = [day, told.kinds[what], unit, told.schemes[scheme]];
    return make("tr", {}, ...cells.map((cell) => make("td", {}, cell)));
  });
  return make("table", { class: "data" }, make("tbody", {}, ...rows));
}

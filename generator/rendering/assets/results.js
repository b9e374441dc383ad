/**
 * The results page: everything a query finds, by kind. What is found, and in which order, is decided in find.js.
 */

import { address, fill, load, putName, search } from "./find.js";

/** Results of one kind that are shown; beyond this a reader types more, not scrolls on. */
const MAX_OF_KIND = 200;

/**
 * Show every result of a query.
 * @param {string} query
 * @param {URL} root
 * @param {Element} into emptied first
 * @param {Element} total told how many there are
 */
export async function show(query, root, into, total) {
  const hits = await search(query, root);
  const { words, columns } = await load(root);
  total.textContent = fill(words[hits.length ? "ui.search_results" : "ui.search_none"], { n: hits.length, q: query });
  into.replaceChildren();
  for (const column of columns) {
    const members = hits.filter((hit) => hit.column === column);
    if (members.length) into.append(heading(column, members.length), list(members, query, root));
  }
}

/**
 * @param {import("./find.js").Column} column
 * @param {number} count
 * @returns {HTMLHeadingElement}
 */
function heading(column, count) {
  const element = document.createElement("h2");
  element.append(`${column.title} ${count}`);
  return element;
}

/**
 * @param {import("./find.js").Hit[]} hits
 * @param {string} query
 * @param {URL} root
 * @returns {HTMLUListElement}
 */
function list(hits, query, root) {
  const element = document.createElement("ul");
  element.className = "results";
  for (const hit of hits.slice(0, MAX_OF_KIND)) {
    const item = document.createElement("li");
    item.dataset.id = hit.column.ids[hit.at];
    const link = document.createElement("a");
    link.href = address(hit, root);
    putName(link, hit, query);
    item.append(link);
    element.append(item);
  }
  return element;
}

/**
 * Search by a scan over columns: every part of every name is found, in any order of words.
 * Nothing here knows the page; what is found is shown by suggest.js and results.js.
 */

/**
 * The records of one kind, column by column.
 * @typedef {{folder: string, title: string, ids: string[], names: string[], also: string[], folded: string[]}} Column
 */

/**
 * A record found: which column, where in it, and how well it answers (0 best).
 * @typedef {{column: Column, order: number, at: number, rank: number}} Hit
 */

let loading;

/**
 * Make a text comparable: width and case alike, spaces dropped.
 * @param {string} text
 * @returns {string}
 */
export function fold(text) {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/gu, "");
}

/**
 * @param {string} path below the site's root
 * @param {URL} root
 * @returns {Promise<any>} what the file holds; rejected where it cannot be had
 */
async function read(path, root) {
  const response = await fetch(new URL(path, root));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

/**
 * Load the interface's words and the columns of every kind, once; a failure is tried again when next asked.
 * @param {URL} root
 * @returns {Promise<{words: Record<string, string>, columns: Column[]}>}
 */
export function load(root) {
  loading ??= (async () => {
    const words = await read("assets/words.json", root);
    const columns = await Promise.all(words.searched.map((kind) => read(`search/${kind}.json`, root)));
    for (const column of columns) column.folded = column.names.map(fold);
    return { words, columns };
  })().catch((reason) => {
    loading = undefined;
    throw reason;
  });
  return loading;
}

/**
 * How well a name answers a query: 0 exact, 1 begins with it, 2 holds it, 3 found by another name.
 * @param {string[]} parts folded words of the query
 * @param {string} name folded name
 * @param {string} also folded further names
 * @returns {number} -1 where it does not answer
 */
function rank(parts, name, also) {
  for (const part of parts) {
    if (!name.includes(part) && !also.includes(part)) return -1;
  }
  if (parts.length === 1 && name === parts[0]) return 0;
  if (name.startsWith(parts[0])) return 1;
  return name.includes(parts[0]) ? 2 : 3;
}

/**
 * Find records.
 * @param {string} query
 * @param {URL} root
 * @returns {Promise<Hit[]>} best first, in a stable order
 */
export async function search(query, root) {
  const parts = query.split(/\s+/u).map(fold).filter(Boolean);
  if (!parts.length) return [];
  const { columns } = await load(root);
  const found = [];
  columns.forEach((column, order) => {
    column.folded.forEach((name, at) => {
      const how = rank(parts, name, column.also[at]);
      if (how >= 0) found.push({ column, at, rank: how, order });
    });
  });
  return found.sort((a, b) => a.rank - b.rank || a.order - b.order || a.at - b.at);
}

/**
 * @param {Hit} hit
 * @param {URL} root
 * @returns {string} the address of a found record
 */
export function address(hit, root) {
  return new URL(`${hit.column.folder}/${hit.column.ids[hit.at]}/`, root).href;
}

/**
 * Put a found record's name into an element, the part that was asked for marked.
 * @param {Element} element
 * @param {Hit} hit
 * @param {string} query
 */
export function putName(element, hit, query) {
  const name = hit.column.names[hit.at];
  const part = query.trim().split(/\s+/u)[0].toLowerCase();
  const at = part ? name.toLowerCase().indexOf(part) : -1;
  if (at < 0) {
    element.append(name);
    return;
  }
  const marked = document.createElement("mark");
  marked.append(name.slice(at, at + part.length));
  element.append(name.slice(0, at), marked, name.slice(at + part.length));
}

/**
 * Fill the places of a text of the interface: `{n}`, `{q}`.
 * @param {string} text
 * @param {Record<string, string | number>} places
 * @returns {string}
 */
export function fill(text, places) {
  return text.replace(/\{(\w+)\}/gu, (whole, name) => places[name] ?? whole);
}

/**
 * Search by a scan over columns: every part of every name is found, in any order of words.
 */

/** @typedef {{kind: string, id: string, name: string, also: string, folder: string, title: string}} Entry */

const MAX_SUGGESTIONS = 10;
let columns;
let words;

/**
 * Make a text comparable: width and case alike, spaces dropped.
 * @param {string} text
 * @returns {string}
 */
export function fold(text) {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/gu, "");
}

/**
 * Load the words and the columns of every kind, once.
 * @param {URL} root
 * @returns {Promise<Array<{folder: string, title: string, ids: string[], names: string[], also: string[], folded: string[]}>>}
 */
function load(root) {
  columns ??= (async () => {
    words = await (await fetch(new URL("assets/words.json", root))).json();
    const files = words.searched.map(async (kind) => {
      const column = await (await fetch(new URL(`search/${kind}.json`, root))).json();
      column.folded = column.names.map(fold);
      return column;
    });
    return Promise.all(files);
  })();
  return columns;
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
 * @returns {Promise<Array<{column: object, at: number, rank: number}>>} best first, in a stable order
 */
export async function search(query, root) {
  const parts = query.split(/\s+/u).map(fold).filter(Boolean);
  if (!parts.length) return [];
  const found = [];
  (await load(root)).forEach((column, order) => {
    column.folded.forEach((name, at) => {
      const how = rank(parts, name, column.also[at]);
      if (how >= 0) found.push({ column, at, rank: how, order });
    });
  });
  return found.sort((a, b) => a.rank - b.rank || a.order - b.order || a.at - b.at);
}

/** Address of a found record. */
function address(hit, root) {
  return new URL(`${hit.column.folder}/${hit.column.ids[hit.at]}/`, root).href;
}

/** Put a name into an element with the matched part marked. */
function mark(element, name, query) {
  const part = query.trim().split(/\s+/u)[0] ?? "";
  const at = part ? name.toLowerCase().indexOf(part.toLowerCase()) : -1;
  if (at < 0) {
    element.append(name);
    return;
  }
  const marked = document.createElement("mark");
  marked.append(name.slice(at, at + part.length));
  element.append(name.slice(0, at), marked, name.slice(at + part.length));
}

function fill(text, places) {
  return text.replace(/\{(\w+)\}/gu, (whole, name) => places[name] ?? whole);
}

/**
 * Show every result of a query on the results page.
 * @param {string} query
 * @param {URL} root
 * @param {Element} into
 * @param {Element} total
 */
export async function showResults(query, root, into, total) {
  for (const box of document.querySelectorAll("[data-search-box], [data-search-input]")) box.value = query;
  const hits = await search(query, root);
  into.replaceChildren();
  total.textContent = hits.length
    ? fill(words["ui.search_results"], { n: hits.length })
    : fill(words["ui.search_none"], { q: query });
  const groups = Map.groupBy ? Map.groupBy(hits, (hit) => hit.column) : groupBy(hits);
  for (const [column, members] of groups) {
    const heading = document.createElement("h2");
    heading.textContent = `${column.title} ${members.length}`;
    const list = document.createElement("ul");
    list.className = "results";
    for (const hit of members.slice(0, 200)) {
      const item = document.createElement("li");
      item.dataset.id = column.ids[hit.at];
      const link = document.createElement("a");
      link.href = address(hit, root);
      mark(link, column.names[hit.at], query);
      item.append(link);
      list.append(item);
    }
    into.append(heading, list);
  }
}

function groupBy(hits) {
  const groups = new Map();
  for (const hit of hits) groups.set(hit.column, [...(groups.get(hit.column) ?? []), hit]);
  return groups;
}

/**
 * Give a search box its suggestions: arrow keys, Enter, Escape, and a count for screen readers.
 * @param {HTMLInputElement} input
 * @param {URL} root
 */
export function attach(input, root) {
  const list = document.createElement("ul");
  list.id = `${input.id}-list`;
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.getAttribute("aria-label") ?? input.placeholder);
  list.hidden = true;
  const told = document.createElement("span");
  told.className = "visually-hidden";
  told.setAttribute("role", "status");
  input.after(list, told);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");
  let active = -1;
  let asked = "";

  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const point = (to) => {
    const options = list.children;
    if (!options.length) return;
    options[active]?.setAttribute("aria-selected", "false");
    active = (to + options.length) % options.length;
    options[active].setAttribute("aria-selected", "true");
    options[active].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", options[active].id);
  };
  const show = async () => {
    const query = input.value.trim();
    asked = query;
    const hits = query ? await search(query, root) : [];
    if (asked !== query) return;
    list.replaceChildren(...hits.slice(0, MAX_SUGGESTIONS).map((hit, n) => option(hit, n, query)));
    active = -1;
    list.hidden = !hits.length;
    input.setAttribute("aria-expanded", String(hits.length > 0));
    told.textContent = query && words ? fill(words["ui.search_results"], { n: hits.length }) : "";
  };
  const option = (hit, n, query) => {
    const item = document.createElement("li");
    item.id = `${list.id}-${n}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.dataset.id = hit.column.ids[hit.at];
    const name = document.createElement("span");
    mark(name, hit.column.names[hit.at], query);
    const kind = document.createElement("small");
    kind.textContent = hit.column.title;
    item.append(name, kind);
    item.addEventListener("pointerdown", (event) => event.preventDefault());
    item.addEventListener("click", () => location.assign(address(hit, root)));
    return item;
  };
  input.addEventListener("input", show);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") point(active + 1);
    else if (event.key === "ArrowUp") point(active - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && active >= 0) list.children[active].click();
    else return;
    event.preventDefault();
  });
  if (input.value) show();
}

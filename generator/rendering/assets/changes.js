/**
 * The difference between two dates on the page of changes: what was listed, renamed, removed in between.
 * A unit that came and went between the two is in neither column of what remains, and is shown as both.
 */

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
  const parts = [text("p", `${days[0]} — ${days[1]}：${counted(found, told.kinds) || told.none}`)];
  if (found.length) parts.push(table(found, told, form.dataset.root));
  if (found.some(([, , what]) => what === "removed")) parts.push(text("p", told.removed, "note"));
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
  const body = document.createElement("tbody");
  for (const [day, scheme, what, name, address] of found) {
    const row = body.insertRow();
    row.insertCell().append(day);
    row.insertCell().append(told.kinds[what]);
    row.insertCell().append(link(name, address && root + address));
    row.insertCell().append(told.schemes[scheme]);
  }
  const made = document.createElement("table");
  made.className = "data";
  made.append(body);
  return made;
}

function link(name, address) {
  if (!address) return name;
  const made = document.createElement("a");
  made.href = address;
  made.append(name);
  return made;
}

function text(tag, words, style = "") {
  const made = document.createElement(tag);
  made.className = style;
  made.append(words);
  return made;
}

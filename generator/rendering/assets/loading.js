/**
 * Loading what a reader asks for, and saying in its place that it did not come: once, announced, with a button that
 * tries again. The words stand in the footer, which is on every page (templates/footer.html).
 */

/** @type {Map<string, Promise<any>>} modules that were fetched with all that they import */
const come = new Map();
/** @type {Map<Element, HTMLElement>} what is said behind elements */
const complaints = new Map();

/**
 * Fetch a module and what it imports, each once.
 * @param {string} address
 * @returns {Promise<any>} rejected where one of them cannot be had; asked again, it tries again
 */
function fetched(address) {
  const read = async () => {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    const imported = (await response.text()).matchAll(/^(?:im|ex)port [^"]*from "(?<path>\.[^"]+)"/gmu);
    await Promise.all([...imported].map(({ groups }) => fetched(new URL(groups.path, address).href)));
  };
  const again = (reason) => {
    come.delete(address);
    throw reason;
  };
  if (!come.has(address)) come.set(address, read().catch(again));
  return come.get(address);
}

/**
 * Load a module. A browser that could not fetch one does not ask for it again as long as the page lasts, so none is
 * imported before all of it is there.
 * @param {string} path from the folder of this file
 * @returns {Promise<any>}
 */
export async function load(path) {
  const { href } = new URL(path, import.meta.url);
  await fetched(href);
  return import(href);
}

/**
 * Do what a reader asked for; where that fails, say so behind an element, once.
 * @template T
 * @param {Element} where
 * @param {() => Promise<T>} work
 * @param {{text?: string, retry?: () => Promise<any>}} [how] `text` is said instead of that something could not be
 *   read; `retry` is what the button does, if not the work alone
 * @returns {Promise<T>}
 */
export async function attempt(where, work, how = {}) {
  try {
    const made = await work();
    silence(where);
    return made;
  } catch (reason) {
    complain(where, how.retry ?? (() => attempt(where, work, how)), how.text);
    throw reason;
  }
}

/**
 * Load a module and begin with it when that is first asked for; what did not come is tried again when next asked.
 * @template T
 * @param {Element} where the place behind which is said that it did not come
 * @param {string} path
 * @param {(module: any) => T} begin tells by itself what it cannot read
 * @returns {() => Promise<T>}
 */
export function starter(where, path, begin) {
  let going;
  const go = async () => begin(await attempt(where, () => load(path), { retry: start }));
  const failed = (reason) => {
    going = undefined;
    throw reason;
  };
  const start = () => (going ??= go().catch(failed));
  return start;
}

/**
 * Take back what was said behind an element.
 * @param {Element} where
 */
export function silence(where) {
  const told = complaints.get(where);
  complaints.delete(where); // before it is gone: what loses the focus may ask for silence as well
  if (told?.contains(document.activeElement)) {
    if (where.tabIndex < 0) where.tabIndex = -1;
    where.focus();
  }
  told?.remove();
}

function complain(where, retry, text) {
  const { unloaded = "", again = "" } = document.querySelector("[data-unloaded]")?.dataset ?? {};
  const element = (tag, given) => Object.assign(document.createElement(tag), given);
  const told = complaints.get(where) ?? element("div", { className: "unloaded" });
  const status = element("span", { role: "status" });
  const button = element("button", { type: "button", className: "action", textContent: again });
  button.addEventListener("click", retry);
  told.replaceChildren(status, " ", button);
  if (!complaints.has(where)) where.after(told);
  complaints.set(where, told);
  setTimeout(() => (status.textContent = text ?? unloaded)); // announced is what changes in a page
}

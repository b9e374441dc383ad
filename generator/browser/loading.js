/**
 * Loading what a reader asks for, and saying in its place that it did not come: once, announced, with a button that
 * tries again. The words stand in the footer, which is on every page (templates/footer.html).
 */

/** @type {Set<string>} modules that have come */
const come = new Set();
/** @type {Map<Element, HTMLElement>} what is said behind elements */
const complaints = new Map();

/** What a module imports did not come. A browser does not ask for it again as long as the page lasts. */
class StuckError extends Error {}

/**
 * Load a module. One that could not be imported is never asked for again by a browser, so it is fetched first, which
 * tells whether there is a way to it; to fetch all that it imports as well would be to ask for everything twice.
 * @param {string} path from the folder of this file
 * @returns {Promise<any>}
 */
export async function load(path) {
  const { href } = new URL(path, import.meta.url);
  if (!come.has(href)) {
    const response = await fetch(href);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
  }
  const made = await import(href).catch((cause) => {
    throw new StuckError(path, { cause });
  });
  come.add(href);
  return made;
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
    const again = how.retry ?? (() => attempt(where, work, how));
    complain(where, reason instanceof StuckError ? () => location.reload() : again, how.text);
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

/**
 * Small pieces of a page, made of elements and text nodes; never of markup, so that nothing from data can become
 * any.
 */

/**
 * Make an element.
 * @param {string} tag
 * @param {Record<string, string | boolean | undefined>} attributes `true` for one without a value
 * @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

/**
 * Text in which what was asked for is marked.
 * @param {import("./search/highlights.js").Pieces} pieces
 * @returns {(Node | string)[]}
 */
export const marked = (pieces) => pieces.map(({ text, marked: isMarked }) => (isMarked ? make("mark", {}, text) : text));

/**
 * Fill the places of a text of the interface: `{n}`, `{q}`.
 * @param {string} text
 * @param {Record<string, string | number>} places
 * @returns {string}
 */
export function fill(text, places) {
  return text.replace(/\{(\w+)\}/gu, (whole, name) => String(places[name] ?? whole));
}

/**
 * The way to where the issuer itself tells what is listed: whoever does not find a unit here needs it.
 * @param {any} manifest
 * @returns {HTMLElement[]} none where the register names no such place
 */
export function officialLookup({ lookup, words }) {
  return lookup ? [make("p", {}, make("a", { href: lookup, rel: "external", "data-lookup": true }, words["ui.lookup"]))] : [];
}

/**
 * Do something when nothing has called for a while.
 * @param {() => void} work
 * @param {number} milliseconds
 * @returns {() => void}
 */
export function settled(work, milliseconds) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, milliseconds);
  };
}

/** What the build printed, kept while something else stands in its place, and put back. */

/** @type {Map<Element, Node[]>} */
const children = new Map();
/** @type {Map<Element, Map<string, string | null>>} */
const attributes = new Map();

/**
 * Put something into an element in place of what it holds.
 * @param {Element} element
 * @param {...(Node | string)} content
 */
export function replace(element, ...content) {
  if (!children.has(element)) children.set(element, [...element.childNodes]);
  element.replaceChildren(...content);
}

/**
 * Set an attribute; `undefined` takes it away.
 * @param {Element} element
 * @param {string} name
 * @param {string | undefined} value
 */
export function set(element, name, value) {
  if (!attributes.has(element)) attributes.set(element, new Map());
  const own = attributes.get(element);
  if (!own.has(name)) own.set(name, element.getAttribute(name));
  put(element, name, value ?? null);
}

/** Put everything back as it was built. */
export function restore() {
  for (const [element, nodes] of children) element.replaceChildren(...nodes);
  for (const [element, own] of attributes) for (const [name, value] of own) put(element, name, value);
  children.clear();
  attributes.clear();
}

function put(element, name, value) {
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

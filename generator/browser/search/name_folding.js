/**
 * How names and queries are made comparable: the rules of generator/i18n/name_folding.py.
 * Nothing here knows columns or the page.
 */

// What parts words there: Python's white space, and the mark of byte order; not the end of a line.
const SPACES = /[\t\v\f\r \x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]+/gu;

/**
 * Make width, brackets and case alike, and spaces single; characters stay as they are.
 * @param {string} text one or more lines
 * @returns {string} as many lines
 */
export function widen(text) {
  const wide = text.normalize("NFKC").toLowerCase();
  return wide.replace(SPACES, " ").replace(/^ | $/gmu, "");
}

/**
 * Turn traditional characters into simplified ones, one by one.
 * @param {string} text
 * @param {Map<string, string>} simplified what to turn, and into what
 * @returns {string}
 */
export function simplify(text, simplified) {
  if (!simplified.size) return text;
  let found = false;
  const out = Array.from(text, (one) => {
    const other = simplified.get(one);
    if (other === undefined) return one;
    found = true;
    return other;
  });
  return found ? out.join("") : text;
}

/**
 * Make a text comparable.
 * @param {string} text
 * @param {Map<string, string>} simplified
 * @returns {string}
 */
export const fold = (text, simplified) => simplify(widen(text), simplified);

/**
 * The words of a folded query, each once.
 * @param {string} text
 * @returns {string[]}
 */
export const words = (text) => [...new Set(text.split(/\s/u).filter(Boolean))];

/**
 * Read pairs of characters, as a file holds them: each traditional one before its simplified one.
 * @param {string} text
 * @returns {Map<string, string>}
 */
export function pairs(text) {
  const characters = Array.from(text);
  const found = new Map();
  for (let at = 0; at < characters.length; at += 2) found.set(characters[at], characters[at + 1]);
  return found;
}

/**
 * The other form of a model or document number: no spaces, one kind of dash, one kind of bracket.
 * What is written `GB/T 36132—2018` and `〔2022〕52号` is typed `gb/t36132-2018` and `(2022)52`.
 * @param {string} text folded
 * @returns {string}
 */
export function compact(text) {
  return text.replace(/ /gu, "").replace(/[—–‐‑−]/gu, "-").replace(/[〔【[「]/gu, "(").replace(/[〕】\]」]/gu, ")");
}

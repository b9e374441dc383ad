/**
 * The search in the passages of generator/outputs/search_index/passages.py: guides, cases, policies, standards. A page is found if every word stands in its title or
 * its text; it is shown with the words around the first of them.
 */

import { fold } from "./name_folding.js";
import { prose, traditional } from "./store.js";

const BEFORE = 18;
const LENGTH = 70;

/** @type {Promise<{address: string, kind: string, title: string, text: string, folded: string}[]> | undefined} */
let pages;

/** The pages with their folded text; a failure is tried again when next asked. */
function read() {
  pages ??= Promise.all([prose(), traditional()])
    .then(([found, simplified]) =>
      found.map(([address, kind, title, text]) => ({
        address,
        kind,
        title,
        text: `${title}\n${text}`,
        folded: fold(`${title}\n${text}`, simplified),
      })),
    )
    .catch((reason) => {
      pages = undefined;
      throw reason;
    });
  return pages;
}

/**
 * Find pages of prose.
 * @param {string[]} words folded
 * @returns {Promise<{address: string, kind: string, name: import("./highlights.js").Pieces,
 *   note: {kind: string, pieces: import("./highlights.js").Pieces}}[]>}
 */
export async function inProse(words) {
  if (!words.length) return [];
  const found = (await read()).filter(({ folded }) => words.every((word) => folded.includes(word)));
  return found.map(({ address, kind, title, text, folded }) => ({
    address,
    kind,
    name: [{ text: title, marked: false }],
    note: { kind: "prose", pieces: excerpt(text, folded, words[0]) },
  }));
}

/** The words around the first place where a word stands; the text itself where folding has kept its length. */
function excerpt(text, folded, word) {
  const at = folded.indexOf(word);
  const shown = text.length === folded.length ? text : folded;
  const from = Math.max(0, at - BEFORE, shown.lastIndexOf("\n", at) + 1);
  const to = Math.min(shown.length, from + LENGTH);
  const pieces = [
    { text: (from > 0 ? "…" : "") + flat(shown.slice(from, at)), marked: false },
    { text: shown.slice(at, at + word.length), marked: true },
    { text: flat(shown.slice(at + word.length, to)) + (to < shown.length ? "…" : ""), marked: false },
  ];
  return pieces.filter((piece) => piece.text);
}

const flat = (text) => text.replace(/\s+/gu, " ");

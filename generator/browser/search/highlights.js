/**
 * Why a record was found: which part of its name, of another of its names, of its number or its code answers the
 * query. Gives pieces of text, marked or not; who shows them makes text nodes of them.
 */

import { compact, simplify } from "./name_folding.js";

/**
 * A text in pieces; `marked` is what was asked for.
 * @typedef {{text: string, marked: boolean}[]} Pieces
 */

/**
 * What to show of a record that was found.
 * @param {import("./columns.js").Column} column
 * @param {number} record
 * @param {string[]} words folded
 * @returns {{name: Pieces, note?: {kind: string, pieces: Pieces}}} its name, and where the name does not answer
 *   every word what does; `kind` is a kind of name, "mark" for a model or number, "code" for a credit code
 */
export function evidence(column, record, words) {
  if (!words.length) return { name: [{ text: column.names[record], marked: false }] };
  const name = look(column, record, column.names[record], words);
  const rest = words.filter((word) => !name.answered.has(word));
  const shown = { name: name.pieces };
  if (!rest.length) return shown;
  for (const { kind, text, place } of further(column, record)) {
    const { answered, pieces } = look(column, place, text, words);
    if (rest.some((word) => answered.has(word))) return { ...shown, note: { kind, pieces } };
  }
  return shown;
}

/** Every other text by which a record may have been found. */
function* further(column, record) {
  for (let at = 0; at < column.others.length; at += 1) {
    const [owner, kind, text] = column.others[at];
    if (owner === record) yield { kind, text, place: column.count + at };
  }
  const mark = column.marks?.[record];
  if (mark) yield { kind: "mark", text: mark };
  const code = column.codes?.at(record);
  if (code) yield { kind: "code", text: code.toUpperCase() };
}

/** Mark in a text what the words ask for: as it is written, else by its pinyin, else by its initials. */
function look(column, place, text, words) {
  const characters = Array.from(text);
  const forms = [plain(characters, column.simplified)];
  if (place === undefined) forms.push(plain(characters, column.simplified, compact));
  const marks = new Uint8Array(characters.length);
  const answered = new Set();
  for (const word of words) {
    const at = forms.map((form) => span(form, place === undefined ? [word, compact(word)] : [word])).find(Boolean);
    const found = at ?? (place === undefined ? undefined : spokenSpan(column, place, characters, word));
    if (!found) continue;
    answered.add(word);
    marks.fill(1, found[0], found[1] + 1);
  }
  return { answered, pieces: pieces(characters, marks) };
}

/** A text as it is compared, with the character each part of it came from. */
function plain(characters, simplified, also = (text) => text) {
  return joined(characters.map((one) => also(simplify(one.normalize("NFKC").toLowerCase(), simplified))));
}

function joined(parts) {
  const owners = parts.flatMap((part, at) => Array(part.length).fill(at));
  return { text: parts.join(""), owners };
}

function span({ text, owners }, words) {
  for (const word of words) {
    const at = text.indexOf(word);
    if (word && at >= 0) return [owners[at], owners[at + word.length - 1]];
  }
  return undefined;
}

function spokenSpan(column, place, characters, word) {
  const said = column.said(place);
  if (said.length !== characters.length) return undefined;
  const whole = said.map(([syllable]) => (syllable === " " ? "" : syllable));
  const initials = said.map(([syllable, one]) => (syllable === one ? syllable.trim() : syllable[0]));
  return span(joined(whole), [word]) ?? span(joined(initials), [word]);
}

function pieces(characters, marks) {
  /** @type {Pieces} */
  const found = [];
  characters.forEach((one, at) => {
    const marked = marks[at] === 1;
    const last = found.at(-1);
    if (last?.marked === marked) last.text += one;
    else found.push({ text: one, marked });
  });
  return found;
}

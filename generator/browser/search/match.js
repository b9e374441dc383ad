/**
 * Which records of a kind a query finds, and how well each answers. A word finds a record if it is part of one
 * of its names, its model, document number or credit code, or of the pinyin or the initials of a name; a record
 * must be found by every word and answers as well as by the word that answers it worst.
 */

import { compact } from "./name_folding.js";

/**
 * How well a record answers, best first; NONE where it does not. A few characters from the middle of a credit code
 * say less of a firm than the pinyin of its name.
 */
const RANK = { exact: 0, prefix: 1, wordStart: 2, part: 3, pinyinStart: 4, pinyin: 5, codePart: 6 };
const FEW_OF_CODE = 6;
export const NONE = 255;

const CODE = /^[0-9a-hj-npqrtuwxy]{1,18}$/u;

/**
 * Whether a word may be part of a credit code: only then are the codes read. Of letters alone, only if the
 * codes hold such a run of letters.
 * @param {string} word folded
 * @param {string[]} letters the runs of letters that occur in codes
 * @returns {boolean}
 */
export function looksLikeCode(word, letters) {
  if (!CODE.test(word)) return false;
  return /[0-9]/u.test(word) || letters.some((run) => run.includes(word));
}

/**
 * Rank every record of a kind.
 * @param {import("./columns.js").Column} column
 * @param {string[]} words folded; none finds every record
 * @returns {Uint8Array} by record
 */
export function rankAll(column, words) {
  const [first, ...others] = words.map((word) => rankWord(column, word));
  if (!first) return new Uint8Array(column.count);
  for (const own of others) {
    for (let record = 0; record < first.length; record += 1) {
      if (own[record] > first[record]) first[record] = own[record];
    }
  }
  return first;
}

function rankWord(column, word) {
  const ranks = new Uint8Array(column.count).fill(NONE);
  const { owners, spokenCharacters } = column;
  rankLines(column.texts, word, owners, column.heads, ranks);
  const [raw, other] = column.numbers;
  if (raw) rankLines(raw, word, owners, undefined, ranks);
  if (other) rankLines(other, compact(word) || word, owners, undefined, ranks);
  if (column.codes) rankCodes(column.codes, word, ranks);
  if (Array.from(word).some((one) => spokenCharacters.has(one))) return ranks; // no pinyin holds it
  rankSpoken(column.spoken.whole, word, owners, ranks);
  // A single letter that begins a syllable is found there already.
  if (word.length > 1) rankSpoken(column.spoken.initials, word, owners, ranks);
  return ranks;
}

// The three loops below run over every line that holds a word, hundreds of thousands a key: nothing is called or
// made in them that need not be.

/** Rank the records of names or numbers; `heads` says where a name proper begins. */
function rankLines({ text, starts }, word, owners, heads, ranks) {
  let line = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, starts[line])) {
    while (starts[line + 1] <= at) line += 1;
    const start = starts[line];
    const end = starts[line + 1] - 1;
    let rank = RANK.part;
    if (at === start) rank = at + word.length === end ? RANK.exact : RANK.prefix;
    else if (beginsWord(text, word, start, end, at, heads ? heads[line] : 0)) rank = RANK.wordStart;
    const record = owners[line];
    if (rank < ranks[record]) ranks[record] = rank;
    line += 1;
    if (starts[line] > text.length) return;
  }
}

function rankSpoken({ text, starts }, word, owners, ranks) {
  let line = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, starts[line])) {
    while (starts[line + 1] <= at) line += 1;
    const rank = at === starts[line] ? RANK.pinyinStart : RANK.pinyin;
    const record = owners[line];
    if (rank < ranks[record]) ranks[record] = rank;
    line += 1;
    if (starts[line] > text.length) return;
  }
}

function rankCodes({ text, starts }, word, ranks) {
  let line = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, starts[line])) {
    while (starts[line + 1] <= at) line += 1;
    const begins = at === starts[line];
    const whole = begins && at + word.length === starts[line + 1] - 1;
    const few = word.length < FEW_OF_CODE ? RANK.codePart : RANK.part;
    const rank = whole ? RANK.exact : begins ? RANK.prefix : few;
    if (rank < ranks[line]) ranks[line] = rank;
    line += 1;
    if (starts[line] > text.length) return;
  }
}

/** Whether a word begins where a name proper does or after a gap, here or further on in the line. */
function beginsWord(text, word, start, end, at, head) {
  for (let here = at; here >= 0 && here < end; here = text.indexOf(word, here + 1)) {
    if (here - start === head || isGap(text.charCodeAt(here - 1))) return true;
  }
  return false;
}

/** Whether a character parts words: neither a Chinese character nor a letter nor a digit. */
function isGap(code) {
  if (code < 0xc0) return !((code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a));
  return (code >= 0x2000 && code <= 0x206f) || (code >= 0x3000 && code <= 0x303f) || (code >= 0xff00 && code <= 0xff0f);
}

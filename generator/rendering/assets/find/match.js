/**
 * Which records of a kind a query finds, and how well each answers. A word finds a record if it is part of one
 * of its names, its model, document number or credit code, or of the pinyin or the initials of a name; a record
 * must be found by every word and answers as well as by the word that answers it worst.
 */

import { compact } from "./fold.js";

/**
 * How well a record answers, best first; NONE where it does not. A few characters from the middle of a credit code
 * say less of a firm than the pinyin of its name.
 */
export const RANK = { exact: 0, prefix: 1, wordStart: 2, part: 3, pinyinStart: 4, pinyin: 5, codePart: 6 };
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
  const ranks = new Uint8Array(column.count);
  for (const word of words) {
    const own = new Uint8Array(column.count).fill(NONE);
    rankWord(column, word, own);
    for (let record = 0; record < ranks.length; record += 1) {
      if (own[record] > ranks[record]) ranks[record] = own[record];
    }
  }
  return ranks;
}

function rankWord(column, word, ranks) {
  const { count } = column;
  const better = (record, rank) => {
    if (rank < ranks[record]) ranks[record] = rank;
  };
  const { heads } = column;
  column.texts.scan(word, (line, start, end, at) => {
    better(line < count ? line : column.owner(line), placed(column.texts, word, start, end, at, heads[line]));
  });
  const [raw, other] = column.numbers;
  raw?.scan(word, (line, start, end, at) => better(line, placed(raw, word, start, end, at, 0)));
  other?.scan(compact(word) || word, (line, start, end, at) => better(line, placed(other, compact(word), start, end, at, 0)));
  column.codes?.scan(word, (line, start, end, at) => {
    const few = at > start && word.length < FEW_OF_CODE;
    better(line, few ? RANK.codePart : placed(column.codes, word, start, end, at, 0));
  });
  if (Array.from(word).some((one) => column.spokenCharacters.has(one))) return; // no pinyin holds it
  for (const lines of [column.spoken.whole, column.spoken.initials]) {
    lines.scan(word, (line, start, end, at) => {
      better(line < count ? line : column.owner(line), at === start ? RANK.pinyinStart : RANK.pinyin);
    });
  }
}

/** How well a line answers from where in it a word stands; `head` is where a name proper begins. */
function placed({ text }, word, start, end, at, head) {
  if (at === start) return at + word.length === end ? RANK.exact : RANK.prefix;
  for (let here = at; here >= 0 && here < end; here = text.indexOf(word, here + 1)) {
    if (here - start === head || isGap(text.charCodeAt(here - 1))) return RANK.wordStart;
  }
  return RANK.part;
}

/** Whether a character parts words: neither a Chinese character nor a letter nor a digit. */
function isGap(code) {
  if (code < 0xc0) return !((code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a));
  return (code >= 0x2000 && code <= 0x206f) || (code >= 0x3000 && code <= 0x303f) || (code >= 0xff00 && code <= 0xff0f);
}

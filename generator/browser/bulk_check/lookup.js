/**
 * Looks firms and parks up by what a list says of them: credit code, current name, any other name; and offers
 * names that are near. An exact answer is exact after folding; what is near is never taken for found. No page here.
 */

import { fold } from "../search/name_folding.js";
import { traditional } from "../search/store.js";

/**
 * What was asked: a name, a code, or both.
 * @typedef {{asked: string, name: string, code: string}} Entry
 *
 * @typedef {{column: import("../search/columns.js").Column, record: number, text?: number}} Unit
 *
 * How an entry was answered: by its code, its current name, another name (`text` says which), by a name that
 * several units share, by names that are only near, or not.
 * @typedef {{entry: Entry, state: "code" | "name" | "other" | "several" | "near" | "none", unit?: Unit,
 *   near: Unit[]}} Answer
 */

const CODE = /^[0-9A-HJ-NPQRTUWXY]{18}$/u;
const NEAR = 3;
/** What firms' names end in: it tells none from another. */
const ENDING = /(?:\(.*\))?(?:股份)?(?:有限)?(?:责任)?(?:公司|集团|工厂|厂|园区|开发区)?(?:分公司)?$/u;

/**
 * Read a pasted list: a name or a code a line, perhaps among other cells of a table.
 * @param {string} text
 * @returns {Entry[]}
 */
export function entries(text) {
  const found = [];
  for (const line of text.split(/\r\n|\r|\n/u)) {
    const cells = line.split(/[\t,，;；]/u).map((cell) => cell.trim().replace(/^"(.*)"$/u, "$1").trim());
    const filled = cells.filter(Boolean);
    const code = filled.map((cell) => cell.normalize("NFKC").toUpperCase()).find((cell) => CODE.test(cell)) ?? "";
    const name = filled.find((cell) => !CODE.test(cell.normalize("NFKC").toUpperCase()) && /\p{L}/u.test(cell)) ?? "";
    if (name || code) found.push({ asked: filled.join(" "), name, code });
  }
  return found;
}

/**
 * Read a file's text: UTF-8, else what Excel in China writes.
 * @param {ArrayBuffer} bytes
 * @returns {string}
 */
export function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

const key = (text) => text.replaceAll(" ", "");

/** Everything by which units can be looked up. */
export class Lookup {
  /**
   * @param {import("../search/columns.js").Column[]} columns
   * @param {Map<string, string>} simplified
   */
  constructor(columns, simplified) {
    this.columns = columns;
    this.simplified = simplified;
    /** @type {Map<string, Unit>} */
    this.byCode = new Map();
    /** @type {Map<string, Unit[]>} */
    this.byName = new Map();
    for (const column of columns) this.#add(column);
  }

  /**
   * @param {import("../search/columns.js").Column[]} columns
   * @param {Entry[]} asked
   * @returns {Promise<Lookup>}
   */
  static async over(columns, asked) {
    const known = new Map(columns.flatMap(({ simplified }) => [...simplified]));
    const letters = new Set(asked.map(({ name }) => name).join(""));
    const written = columns.map(({ texts }) => texts.text).join("");
    const strange = [...letters].some((one) => one >= "㐀" && !written.includes(one));
    return new Lookup(columns, strange ? new Map([...(await traditional()), ...known]) : known);
  }

  #add(column) {
    for (let text = 0; text < column.texts.count; text += 1) {
      const name = key(column.texts.at(text));
      const unit = { column, record: column.owner(text), text };
      const before = this.byName.get(name);
      if (before) before.push(unit);
      else this.byName.set(name, [unit]);
    }
    for (let record = 0; column.codes && record < column.count; record += 1) {
      const code = column.codes.at(record).toUpperCase();
      if (code) this.byCode.set(code, { column, record });
    }
  }

  /**
   * @param {Entry} entry
   * @returns {Answer}
   */
  answer(entry) {
    const byCode = entry.code && this.byCode.get(entry.code);
    if (byCode) return { entry, state: "code", unit: byCode, near: [] };
    const folded = key(fold(entry.name, this.simplified));
    const named = (folded && this.byName.get(folded)) || [];
    const current = named.filter(({ column, text }) => text < column.count);
    const units = current.length ? current : named;
    if (once(units).length === 1) {
      return { entry, state: current.length ? "name" : "other", unit: units[0], near: [] };
    }
    if (units.length) return { entry, state: "several", near: once(units) };
    const near = folded ? this.#near(folded) : [];
    return { entry, state: near.length ? "near" : "none", near };
  }

  /** Units whose names share most pairs of characters with the part of a name that tells it from others. */
  #near(name) {
    const found = [];
    for (const column of this.columns) {
      const core = coreOf(name, column.manifest.places);
      const pairs = [...new Set(Array.from({ length: Math.max(1, core.length - 1) }, (_, at) => core.slice(at, at + 2)))];
      const hits = new Map();
      for (const pair of pairs) column.texts.scan(pair, (line) => hits.set(line, (hits.get(line) ?? 0) + 1));
      const enough = Math.max(1, Math.ceil(pairs.length * 0.6));
      for (const [text, count] of hits) {
        if (count >= enough) found.push({ column, record: column.owner(text), text, count });
      }
    }
    found.sort((a, b) => b.count - a.count || a.column.names[a.record].length - b.column.names[b.record].length);
    return once(found).slice(0, NEAR);
  }
}

/** Units, each once whatever the number of its names. */
const once = (units) => [...new Map(units.map((unit) => [unit.column.ids[unit.record], unit]).reverse()).values()].reverse();

/** The part of a folded name that tells it from others: without names of places before and the form of firm after. */
function coreOf(name, places) {
  let core = name.replace(ENDING, "");
  for (let place; (place = places.find((one) => core.startsWith(one) && core.length > one.length + 1)); ) {
    core = core.slice(place.length).replace(/^[省市区县]/u, "");
  }
  return core.length > 1 ? core : name;
}

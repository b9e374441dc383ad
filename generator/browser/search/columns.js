/**
 * The columns of one kind of record (generator/outputs/search_index/columns.py), as they are searched, filtered and
 * shown. What only some queries need (pinyin, holdings) is computed at first use.
 */

import { compact, pairs, simplify, widen } from "./name_folding.js";
import { Lines } from "./lines.js";
import { Spoken } from "./readings.js";
import { Ledger } from "../register/standing.js";

/** The columns of one kind of record. */
export class Column {
  /**
   * @param {any} file as generator/outputs/search_index/columns.py makes it
   * @param {any} manifest
   */
  constructor(file, manifest) {
    this.kind = file.kind;
    this.manifest = manifest;
    this.ids = file.ids.split("\n").map((rest) => file.prefix + rest);
    this.count = this.ids.length;
    this.names = file.names.split("\n");
    /** @type {[number, string, string][]} further names: record, kind of name, name */
    this.others = file.others;
    this.marks = file.marks?.split("\n");
    this.makers = file.makers;
    this.cells = file.cells;
    this.linked = file.linked;
    this.order = file.order;
    this.simplified = pairs(file.simplified);
    /** Words of the values of facets that are not a fixed set: areas, industries, evaluators, issuers. */
    this.labels = labels(file);
    /** @type {Record<string, import("../register/holdings.js").Group>} facets that do not change with the date */
    this.groups = groups(file.facets);
    this.readings = file;
    this.ledger = file.rows ? new Ledger(file, manifest) : undefined;
    this.wide = widen([file.names, ...this.others.map(([, , name]) => name)].join("\n"));
    /** Folded names, then further names. */
    this.texts = new Lines(simplify(this.wide, this.simplified), this.count + this.others.length);
    /** The record of each name and further name. */
    this.owners = Int32Array.from([...this.ids.keys(), ...this.others.map(([record]) => record)]);
    this.numbers = file.marks === undefined ? [] : numbers(file.marks, this.count);
  }

  /**
   * The record that a name is of.
   * @param {number} text place among names and further names
   * @returns {number}
   */
  owner(text) {
    return this.owners[text];
  }

  /** Which records are of unconfirmed place. */
  get inferred() {
    this.#inferred ??= having(this, "place_grade", "inferred");
    return this.#inferred;
  }

  /** Characters that have a reading; pinyin holds none of them, but it may hold one that nobody can read. */
  get spokenCharacters() {
    this.#spokenCharacters ??= new Set(Object.values(this.readings.common).join(""));
    return this.#spokenCharacters;
  }

  /** How many characters of each name are names of places: the name proper of a firm begins after them. */
  get heads() {
    this.#heads ??= heads(this.texts, this.manifest.places);
    return this.#heads;
  }

  /** Pinyin and initials of the names and further names. */
  get spoken() {
    this.#spoken ??= speak(this);
    return this.#spoken;
  }

  /**
   * The reading of one name, as pieces of pinyin with their characters.
   * @param {number} text place among names and further names
   * @returns {[string, string][]}
   */
  said(text) {
    return this.spoken.spoken.said(text);
  }

  /** @param {string} text credit codes, a line for each record */
  setCodes(text) {
    this.codes ??= new Lines(text, this.count);
  }

  #inferred;
  #heads;
  #spokenCharacters;
  #spoken;
}

/** @returns {Record<string, Map<string, string>>} */
function labels({ facets, evaluators }) {
  const own = Object.entries(facets).map(([name, { values }]) => [name, new Map(values)]);
  return Object.fromEntries(evaluators ? [...own, ["evaluator", new Map(evaluators)]] : own);
}

function groups(facets) {
  const made = {};
  for (const [name, { values, sets, of }] of Object.entries(facets)) {
    made[name] = { values: values.map(([value]) => value), sets, of: Int32Array.from(of) };
  }
  return made;
}

/** Which records have a value of a facet. */
function having({ groups, count }, facet, value) {
  const found = new Uint8Array(count);
  const group = groups[facet];
  if (!group) return found;
  const sets = group.sets.map((set) => set.some((place) => group.values[place] === value));
  for (let record = 0; record < count; record += 1) if (sets[group.of[record]]) found[record] = 1;
  return found;
}

/** Models or document numbers as they stand, and in their compact form. */
function numbers(marks, count) {
  const wide = widen(marks);
  return [new Lines(wide, count), new Lines(compact(wide), count)];
}

function speak({ readings, wide, texts, simplified }) {
  const spoken = new Spoken(readings, wide);
  return {
    spoken,
    whole: new Lines(simplify(spoken.whole, simplified), texts.count),
    initials: new Lines(simplify(spoken.initials, simplified), texts.count),
  };
}

function heads({ text, starts, count }, places) {
  const found = new Uint8Array(count);
  if (!places.length) return found;
  const escaped = places.map((place) => place.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&"));
  const pattern = new RegExp(`(?:(?:${escaped.join("|")})[省市区县]?)+`, "uy");
  for (let line = 0; line < count; line += 1) {
    pattern.lastIndex = starts[line];
    const match = pattern.exec(text);
    if (match) found[line] = Math.min(255, match[0].length);
  }
  return found;
}

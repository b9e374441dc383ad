/**
 * The input of counting on any day, read from the columns and from the file of
 * generator/outputs/search_index/counting.py when a day is first chosen. No page here.
 */

import { Ledger } from "../register/standing.js";
import * as store from "../search/store.js";
import { Register } from "../register/totals.js";

/**
 * What counting works with: the words and names of counting.py besides the register.
 * @typedef {{register: import("../register/totals.js").Register, counting: any, manifest: any}} Known
 */

/** A kind of which nothing is held. */
const NONE = { rows: [], lists: [], printed: [], starts: [], ends: [], evaluators: [] };

/**
 * @param {(manifest: any) => number[]} categoriesOf which categories are counted, by their places in the manifest
 * @returns {Promise<import("./counting.js").Known & {columns: Record<string, any>}>} with the columns of the units that
 *   the categories are about, by folder
 */
export async function read(categoriesOf) {
  const [manifest, counting] = await Promise.all([store.manifest(), store.counting()]);
  const folders = new Set(categoriesOf(manifest).map((category) => counting.categories[category][1]));
  const columns = {};
  await Promise.all([...folders].map(async (folder) => {
    columns[folder] = manifest.kinds[folder]
      ? await store.column(folder)
      : { ids: [], names: [], ledger: new Ledger(NONE, manifest) };
  }));
  return { manifest, counting, columns, register: new Register(manifest, counting, columns) };
}

/**
 * The place of a category in the manifest.
 * @param {any} manifest
 * @param {string} id
 */
export const categoryOf = ({ categories }, id) => categories.findIndex(([one]) => one === id);

/**
 * What a category is called, with its levels.
 * @param {Known} known
 * @param {number} category
 * @param {string[]} levels
 */
export function nameOf({ manifest }, category, levels = []) {
  return levels.map((level) => manifest.words[`level.${level}`]).join("、") + manifest.categories[category][1];
}

/** What counting on any day works with, read from the files of the search when a day is first chosen. No page here. */

import { Ledger } from "../register/standing.js";
import * as store from "../search/store.js";
import { Register } from "../register/totals.js";

/** A kind of which nothing is held. */
const NONE = { rows: [], lists: [], printed: [], starts: [], ends: [], evaluators: [] };

/**
 * @param {(manifest: any) => number[]} categoriesOf which categories are counted, by their places in the manifest
 * @returns {Promise<import("./charts/recipes.js").Known & {columns: Record<string, any>}>} with the columns of the units that
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

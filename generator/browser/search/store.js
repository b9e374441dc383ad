/**
 * The files of the search, each read once when it is first wanted. All but the manifest hold their hash in
 * their name: the browser keeps them and is not asked whether they are new.
 */

import { Column } from "./columns.js";
import { pairs } from "./name_folding.js";

/** The site's root. */
export const ROOT = new URL("../..", import.meta.url);

/** @type {Map<string, Promise<any>>} */
const held = new Map();

/**
 * Do something once for each name; a failure is tried again when next asked.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} make
 * @returns {Promise<T>}
 */
export function once(name, make) {
  let promise = held.get(name);
  if (!promise) {
    promise = make().catch((reason) => {
      held.delete(name);
      throw reason;
    });
    held.set(name, promise);
  }
  return promise;
}

/**
 * @param {string} path below the site's root
 * @param {RequestCache} cache
 * @returns {Promise<any>} what the file holds; rejected where it cannot be had
 */
async function read(path, cache) {
  const response = await fetch(new URL(path, ROOT), { cache });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

/**
 * What the register's files are called, its lists, facets and words (generator/outputs/search_index/files.py).
 * @returns {Promise<any>}
 */
export const manifest = () => once("manifest", () => read("search/manifest.json", "no-cache"));

/**
 * The columns of a kind.
 * @param {string} kind its folder
 * @returns {Promise<Column>}
 */
export function column(kind) {
  return once(`column ${kind}`, async () => {
    const given = await manifest();
    return new Column(await read(given.kinds[kind].file, "force-cache"), given);
  });
}

/**
 * Credit codes of enterprises, a line for each in the order of their columns.
 * @returns {Promise<string>}
 */
export const codes = () => once("codes", async () => read((await manifest()).codes, "force-cache"));

/**
 * Traditional characters with the simplified ones of this register that they mean.
 * @returns {Promise<Map<string, string>>}
 */
export const traditional = () =>
  once("traditional", async () => pairs(await read((await manifest()).traditional, "force-cache")));

/**
 * What the finder of comparable units reads besides the columns (generator/outputs/search_index/exemplars.py).
 * @returns {Promise<any>}
 */
export const exemplars = () => once("exemplars", async () => read((await manifest()).exemplars, "force-cache"));

/**
 * Pages of prose: address, kind, title, text.
 * @returns {Promise<[string, string, string, string][]>}
 */
export const prose = () => once("prose", async () => read((await manifest()).prose, "force-cache"));

/**
 * What counts at any date need beyond the columns (generator/outputs/search_index/counting.py).
 * @returns {Promise<any>}
 */
export const counting = () => once("counting", async () => read((await manifest()).counting, "force-cache"));

/**
 * What quick answers of any day need beyond that (generator/outputs/search_index/answering.py).
 * @returns {Promise<any>}
 */
export const answers = () => once("answers", async () => read((await manifest()).answers, "force-cache"));

/**
 * Facets in words and in order, as generator/site/search/facets.py has them.
 */

/**
 * Words and order of the values of facets.
 * @typedef {{manifest: any, columns: import("../search/columns.js").Column[]}} Known
 */

/** Value of a record of the libraries that is limited to no category, industry or level. */
export const ANY = "any";
/** Values that are offered after all others. */
const LAST = [ANY, "unknown"];
/** More values than a facet has. */
const MANY = 1e6;

/**
 * A value in words.
 * @param {Known} known
 * @param {string} facet
 * @param {string} value
 * @returns {string}
 */
export function labelOf({ manifest, columns }, facet, value) {
  if (facet === "kind") return manifest.kinds[value]?.title ?? value;
  if (value === "unknown") return manifest.words["ui.unknown"];
  if (value === ANY) return manifest.words["facet.any"];
  if (facet === "category") return manifest.categories.find(([id]) => id === value)?.[1] ?? value;
  const levels = manifest.facets.level.labels;
  if (facet === "path") return value.split("-").map((level) => levels[level] ?? level).join("→");
  const own = columns.map(({ labels }) => labels[facet]?.get(value)).find(Boolean);
  return own ?? manifest.facets[facet]?.labels[value] ?? value;
}

/** The title of a facet. */
export const titleOf = ({ manifest }, facet) =>
  facet === "kind" ? manifest.words["find.kind"] : (manifest.facets[facet]?.title ?? facet);

/** The facets of a search in the order of display: the kind of record first. */
export const facetsOf = ({ manifest }) => ["kind", ...Object.keys(manifest.facets)];

/** Values in the order in which they are offered: as the register orders them, years newest first. */
export function inOrder(known, facet, values) {
  const { manifest, columns } = known;
  if (manifest.facets[facet]?.numeric) return [...values].sort((a, b) => Number(b) - Number(a));
  const fixed = {
    kind: Object.keys(manifest.kinds),
    category: manifest.categories.map(([id]) => id),
  }[facet] ?? Object.keys(manifest.facets[facet].labels);
  const given = fixed.length ? fixed : columns.flatMap(({ labels }) => [...(labels[facet]?.keys() ?? [])]);
  const place = new Map([...new Set(given)].map((value, at) => [value, at]));
  const at = (value) => (place.get(value) ?? place.size) + (LAST.indexOf(value) + 1) * MANY;
  const text = (value) => labelOf(known, facet, value);
  return [...values].sort((a, b) => at(a) - at(b) || text(a).length - text(b).length || (text(a) < text(b) ? -1 : 1));
}

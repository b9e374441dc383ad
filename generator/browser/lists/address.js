/**
 * What a reader has chosen, and how an address says it: `q`, `kind`, a parameter for each facet with its values
 * joined by commas, `from` and `to` for list years, `sort`, `view`. No page here.
 */

/**
 * @typedef {{q: string, kinds: string[], values: Record<string, string[]>, from: number, to: number,
 *   sort: string, view: string}} State
 */

/** @returns {State} with nothing chosen */
export const nothing = () => ({ q: "", kinds: [], values: {}, from: 0, to: 0, sort: "default", view: "table" });

/**
 * Read an address.
 * @param {string} query with or without its question mark
 * @param {Iterable<string>} facets names of the facets there are
 * @returns {State}
 */
export function read(query, facets) {
  const given = new URLSearchParams(query);
  const listed = (name) => (given.get(name) ?? "").split(",").filter(Boolean);
  const values = {};
  for (const name of facets) {
    if (listed(name).length) values[name] = [...new Set(listed(name))];
  }
  const year = (name) => Number.parseInt(given.get(name) ?? "", 10) || 0;
  return {
    ...nothing(),
    q: (given.get("q") ?? "").trim(),
    kinds: listed("kind"),
    values,
    from: year("from"),
    to: year("to"),
    sort: given.get("sort") ?? "default",
    view: given.get("view") ?? "table",
  };
}

/**
 * Write an address; what is not chosen is not in it.
 * @param {State} state
 * @returns {string} the query with its question mark, or nothing
 */
export function write({ q, kinds, values, from, to, sort, view }) {
  const plain = [["q", q], ["kind", kinds.join()], ...Object.entries(values).map(([name, own]) => [name, own.join()])];
  const years = [["from", from || ""], ["to", to || ""]];
  const shown = [["sort", sort === "default" ? "" : sort], ["view", view === "table" ? "" : view]];
  const given = [...plain, ...years, ...shown].filter(([, value]) => value !== "");
  // Commas are left as they are, so that an address can be read.
  return given.length ? `?${given.map(([name, value]) => `${name}=${encode(String(value))}`).join("&")}` : "";
}

const encode = (value) => value.split(",").map(encodeURIComponent).join(",");

/**
 * Whether records are left out by what is chosen.
 * @param {State} state
 */
export const narrows = ({ q, kinds, values, from, to }) =>
  Boolean(q || kinds.length || from || to || Object.values(values).some((own) => own.length));

/**
 * Choose a value of a facet, or take the choice back.
 * @param {State} state
 * @param {string} facet
 * @param {string} value
 * @param {boolean} on
 * @returns {State}
 */
export function choose(state, facet, value, on) {
  const before = facet === "kind" ? state.kinds : (state.values[facet] ?? []);
  const own = before.filter((other) => other !== value);
  if (on) own.push(value);
  return facet === "kind" ? { ...state, kinds: own } : { ...state, values: { ...state.values, [facet]: own } };
}

/**
 * Take back everything chosen of one facet: `q` for the query, `years` for the range.
 * @param {State} state
 * @param {string} facet
 * @returns {State}
 */
export function drop(state, facet) {
  if (facet === "q") return { ...state, q: "" };
  if (facet === "years") return { ...state, from: 0, to: 0 };
  if (facet === "kind") return { ...state, kinds: [] };
  return { ...state, values: { ...state.values, [facet]: [] } };
}

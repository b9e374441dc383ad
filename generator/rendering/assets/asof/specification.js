/**
 * The specification of a chart with other rows and other series: the one that the build made, with its data, names,
 * colours and measures exchanged. What it looks like stays the business of generator/rendering/drawing/forms.py.
 */

/**
 * What a specification shows: the name of its first column, its series with their colours, its places.
 * @param {any} spec
 */
export function shown(spec) {
  const names = (spec.transform ?? spec.layer[0].transform).find(({ fold }) => fold).fold;
  const { range = [] } = colourOf(spec)?.scale ?? {};
  const called = spec.usermeta.colours;
  const [axis] = Object.keys(spec.data.values[0]);
  return {
    axis,
    series: names.map((name, place) => ({ name, colour: called[range[place]] ?? "--chart-1" })),
    places: spec.data.values.map((record) => record[axis]),
  };
}

const colourOf = ({ encoding, layer }) => encoding?.color ?? layer?.map((one) => one.encoding.color).find(Boolean);

/**
 * Exchange what a specification shows.
 * @param {any} spec
 * @param {import("./recipes.js").Drawn} drawn
 */
export function respecified(spec, { series, rows }) {
  const before = shown(spec);
  const hexadecimal = Object.fromEntries(Object.entries(spec.usermeta.colours).map(([hex, name]) => [name, hex]));
  const tall = heights(spec, before.places.length, rows.length);
  const exchanged = [
    [before.series.map(({ name }) => name), series.map(({ name }) => name)],
    [before.places, rows.map(([place]) => place)],
    [before.series.map(({ colour }) => hexadecimal[colour]), series.map(({ colour }) => hexadecimal[colour])],
    ...tall,
  ];
  const { data, usermeta, ...rest } = spec;
  const made = exchange(rest, exchanged, most(rows));
  const [[, [, height = spec.height]]] = tall;
  return { ...made, height, data: { ...data, values: records(before.axis, series, rows) }, usermeta };
}

/**
 * The rows as data of a specification.
 * @param {string} axis name of the first column
 * @param {{name: string}[]} series
 * @param {[string, (number | null)[]][]} rows
 */
export function records(axis, series, rows) {
  return rows.map(([place, values]) => ({
    [axis]: place,
    ...Object.fromEntries(series.map(({ name }, number) => [name, values[number]])),
  }));
}

const most = (rows) => Math.max(0, ...rows.flatMap(([, values]) => values)) || 1;

/** The height of tiles, which follows from how many lines of them there are; as the domain of their scale. */
function heights(spec, before, after) {
  const line = JSON.stringify(spec).match(/floor\(\(datum\.row - 1\) \/ (\d+)\) \* (\d+)/u);
  if (!line) return [[[], []]];
  const [, across, high] = line.map(Number);
  const lines = (count) => Math.ceil(count / across);
  return [[[0, spec.height], [0, spec.height + high * (lines(after) - lines(before))]]];
}

/** A copy in which every array that equals the first of a pair is the second. */
function exchange(node, pairs, greatest) {
  if (typeof node === "string") return expression(node, pairs[0][1], greatest);
  if (Array.isArray(node)) {
    const found = pairs.find(([old]) => old.length && old.length === node.length && old.every((one, n) => one === node[n]));
    return found ? found[1] : node.map((one) => exchange(one, pairs, greatest));
  }
  if (!node || typeof node !== "object") return node;
  const made = {};
  for (const [key, value] of Object.entries(node)) made[key] = exchange(value, pairs, greatest);
  if (node.field === "series" && node.scale) made.legend = legend(pairs[0][1].length);
  return made;
}

/** The names in an expression are free of quotes and backslashes (drawing/shape.py). */
function expression(text, names, greatest) {
  if (text.startsWith("indexof([")) return `indexof([${names.map((name) => `'${name}'`).join(", ")}], datum.series)`;
  return text.replace(/(\* datum\.value \/ )[\d.e+]+$/u, (_whole, start) => start + greatest);
}

const legend = (count) => (count > 1 ? { columns: count > 3 ? 2 : 0, orient: "top", title: null } : null);

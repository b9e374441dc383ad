/**
 * The specification of a chart with other rows and other series: the one that the build made, with its data, names,
 * colours and measures exchanged. What it looks like stays the business of generator/outputs/charts/forms.py.
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
 * @param {import("./chart_data.js").ChartData} drawn
 */
export function respecified(spec, { series, rows }) {
  const before = shown(spec);
  const hexadecimal = Object.fromEntries(Object.entries(spec.usermeta.colours).map(([hex, name]) => [name, hex]));
  const height = heightOf(spec, before.places.length, rows.length);
  const exchanged = [
    [before.series.map(({ name }) => name), series.map(({ name }) => name)],
    [before.places, rows.map(([place]) => place)],
    [before.series.map(({ colour }) => hexadecimal[colour]), series.map(({ colour }) => hexadecimal[colour])],
    ...(tiles(spec) ? [[[0, spec.height], [0, height]]] : []),
  ];
  const { data, usermeta, ...rest } = spec;
  const made = exchange(rest, exchanged, { most: most(rows), ticks: ticks(spec, rows) });
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

/** How many tiles stand in a line, and how high each is; undefined where there are none. */
function tiles(spec) {
  const line = JSON.stringify(spec).match(/floor\(\(datum\.row - 1\) \/ (\d+)\) \* (\d+)/u);
  return line ? line.slice(1).map(Number) : undefined;
}

/** The height of a drawing: that of tiles and of lying bars follows from how many there are. */
function heightOf(spec, before, after) {
  const [across, high] = tiles(spec) ?? [];
  const lines = (count) => Math.ceil(count / across);
  if (across) return spec.height + high * (lines(after) - lines(before));
  const lying = spec.layer?.[0].encoding.y?.type === "nominal";
  return lying ? (spec.height / before) * after : spec.height;
}

/** About how many values are written on an axis of whole numbers, as generator/outputs/charts/encoding.py has it. */
function ticks(spec, rows) {
  const sum = (values) => values.reduce((all, value) => all + value, 0);
  const stacked = (values) => [sum(values.filter((value) => value > 0)), sum(values.filter((value) => value < 0))];
  const known = rows.map(([, values]) => values.filter((value) => value !== null));
  const reached = [0, ...(spec.layer ? known : known.map(stacked)).flat()];
  return Math.min(5, Math.max(1, Math.max(...reached) - Math.min(...reached)));
}

/** A copy in which every array that equals the first of a pair is the second; `measures` are those of the values. */
function exchange(node, pairs, measures) {
  if (typeof node === "string") return expression(node, pairs[0][1], measures.most);
  if (Array.isArray(node)) {
    const found = pairs.find(([old]) => old.length && old.length === node.length && old.every((one, n) => one === node[n]));
    return found ? found[1] : node.map((one) => exchange(one, pairs, measures));
  }
  if (!node || typeof node !== "object") return node;
  const made = {};
  for (const [key, value] of Object.entries(node)) made[key] = exchange(value, pairs, measures);
  if (node.tickCount && node.format === "~d") made.tickCount = measures.ticks;
  if (node.field === "series" && node.scale) made.legend = legend(pairs[0][1].length);
  return made;
}

/** The names in an expression are free of quotes and backslashes (generator/outputs/charts/forms.py). */
function expression(text, names, greatest) {
  if (text.startsWith("indexof([")) return `indexof([${names.map((name) => `'${name}'`).join(", ")}], datum.series)`;
  return text.replace(/(\* datum\.value \/ )[\d.e+]+$/u, (_whole, start) => start + greatest);
}

const legend = (count) => (count > 1 ? { columns: count > 3 ? 2 : 0, orient: "top", title: null } : null);

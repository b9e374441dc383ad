/**
 * The charts of a page on the day chosen: finding, drawing, what was counted, the same values as a table, downloads.
 * Vega is loaded only here; while the shape of a drawing stays, its view is given other values and no more.
 */

import { embed, read, redrawn } from "../../charts/charts.js";
import { csv } from "../../csv.js";
import { iso } from "../../dates.js";
import { fill, make } from "../../elements.js";
import { replace, set } from "../../overrides.js";
import { ROOT } from "../../search/store.js";
import { categoryOf, nameOf } from "../counting.js";
import { poster } from "./poster.js";
import { RECIPES } from "./recipes.js";
import { records, respecified, shown } from "./specification.js";

/** @type {Map<HTMLElement, Promise<string>>} specifications as built, by figure */
const built = new Map();
/** @type {Map<HTMLElement, {shape: string, view: any, place: HTMLElement}>} */
const views = new Map();
/** @type {Map<HTMLElement, HTMLElement[]>} documents below each chart as built */
const documents = new Map();
/** @type {Map<Element, Node[]>} what elements said when the page came */
const came = new Map();
/** @type {string[]} addresses of files made here */
let files = [];

/**
 * Show every chart of the page as of a day.
 * @param {import("../counting.js").Known} known
 * @param {import("../address.js").When} when
 * @param {() => boolean} isWanted false once something else was asked for
 */
export async function showCharts(known, when, isWanted) {
  const figures = [...document.querySelectorAll("[data-chart]")];
  for (const figure of figures) {
    if (figure.dataset.follows && !built.has(figure)) built.set(figure, read(figure));
  }
  const specs = await Promise.all(figures.map((figure) => built.get(figure)));
  if (!isWanted()) return;
  drop();
  const work = figures.map((figure, place) => show(figure, specs[place], known, when));
  for (const paint of work) if (isWanted()) await paint?.(isWanted);
}

/** Let go of what was made for a day; the page stands as it was built. */
export function forget() {
  drop();
  for (const { view } of views.values()) view.finalize();
  views.clear();
}

function drop() {
  for (const file of files) URL.revokeObjectURL(file);
  files = [];
  redrawn.clear();
}

/** Say what a chart finds on a day; what is left to do takes longer and is returned: its drawing. */
function show(figure, text, known, when) {
  const { words } = known.counting;
  if (!text) return stays(figure, known);
  const [recipe, id, scheme] = figure.dataset.follows.split(" ");
  const category = categoryOf(known.manifest, id);
  const spec = JSON.parse(text);
  const before = shown(spec);
  const made = RECIPES[recipe](known, category, when, before, scheme);
  const on = fill(words["onday.on"], { on: iso(when.on), axis: words[`axis.${when.axis}`] });
  replace(figure.querySelector("[data-chart-on]"), on);
  const links = ["csv", "svg", "json"].map((kind) => figure.querySelector(`[data-chart-${kind}]`));
  const tools = figure.querySelector("[data-chart-tools]");
  const below = [figure.querySelector("details"), figure.querySelector("[data-chart-files]")];
  if (!made) {
    tell(figure, fill(words["onday.chart_few"], { category: nameOf(known, category), on: iso(when.on) }), "");
    replace(figure.querySelector(".chart-drawing"));
    replace(figure.querySelector("tbody"));
    for (const element of [...links, tools, ...below]) set(element, "hidden", "");
    return undefined;
  }
  for (const element of [...links, tools, ...below]) set(element, "hidden", undefined);
  set(figure.querySelector("[data-chart-live]"), "disabled", "");
  tell(figure, made.title, made.note);
  const named = figure.querySelector(".chart-source");
  if (made.sources) nameSources(named, made.sources);
  else addTo(named, fill(words["onday.stays"], { on: known.manifest.on }));
  const table = [[before.axis, ...made.series.map(({ name }) => name)], ...inText(made.rows)];
  fillTable(figure, table);
  const name = `${figure.dataset.chart}-as-of-${iso(when.on)}-by-${when.axis.replace("_", "-")}`;
  const [ofTable, , ofSpec] = links;
  const anew = JSON.stringify(respecified(spec, made));
  offer(ofTable, `${name}.csv`, csv(table), "text/csv;charset=utf-8");
  offer(ofSpec, `${name}.json`, anew, "application/json");
  const foot = [made.note, ...around(figure, known, on)];
  return (isWanted) => paint(figure, anew, { name, title: made.title, foot, before, made }, isWanted);
}

/** A chart that does not follow says so. */
function stays(figure, { manifest, counting }) {
  addTo(figure.querySelector(".chart-note"), fill(counting.words["onday.chart_stays"], { on: manifest.on }));
  return undefined;
}

/** Say something at the end of what an element said when the page came, once. */
function addTo(element, told) {
  const said = (came.has(element) ? came : came.set(element, [...element.childNodes])).get(element);
  replace(element, ...said.map((node) => node.cloneNode(true)), ` ${told}`);
}

function tell(figure, title, note) {
  replace(figure.querySelector("figcaption"), title);
  replace(figure.querySelector(".chart-note"), note);
  set(figure.querySelector(".table-scroll"), "aria-label", title);
}

const inText = (rows) => rows.map(([place, values]) => [place, ...values.map((value) => (value === null ? "" : String(value)))]);

/** Keep of the documents below a chart those that it rests on. */
function nameSources(place, sources) {
  if (!documents.has(place)) documents.set(place, [...place.querySelectorAll(".source")]);
  const kept = documents.get(place).filter((source) => {
    const link = source.querySelector("a:not(.original)");
    return !link || sources.has(new URL(link.href).pathname.split("/").at(-2));
  });
  const parts = kept.flatMap((source, number) => [number ? "；" : "", source.cloneNode(true)]);
  replace(place, place.firstChild, ...parts);
}

function fillTable(figure, [header, ...rows]) {
  const table = figure.querySelector("[data-chart-table]");
  const number = (place) => (place ? "num" : undefined);
  const head = header.map((name, place) => make("th", { scope: "col", class: number(place) }, name));
  replace(table.tHead, make("tr", {}, ...head));
  const line = ([place, ...values]) =>
    make("tr", {}, make("th", { scope: "row" }, place), ...values.map((value) => make("td", { class: "num" }, value)));
  replace(table.tBodies[0], ...rows.map(line));
}

function offer(link, name, text, type) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  files.push(address);
  set(link, "href", address);
  set(link, "download", name);
}

/** What stands below a drawing that is used elsewhere: documents, whose it is, the day, whether it is made up. */
function around(figure, { manifest, counting: { words } }, on) {
  const links = [...figure.querySelectorAll(".chart-source a:not(.original)")].map((link) => link.textContent);
  const named = links.slice(0, 3).join("；");
  const more = links.length - 3;
  const documents = more > 0 ? fill(words["ui.and_more_sources"], { text: named, n: more }) : named;
  const told = [`${words["ui.chart_source"]}：${documents}`, `${manifest.title}　${on}`];
  return manifest.demo ? [...told, words["site.banner_demo"]] : told;
}

async function paint(figure, text, { name, title, foot, before, made }, isWanted) {
  const view = await drawing(figure, text, before, made);
  if (!isWanted()) return;
  replace(figure.querySelector(".chart-drawing"), views.get(figure).place);
  const colours = Object.entries(JSON.parse(text).usermeta.colours);
  const named = Object.fromEntries(colours.map(([hexadecimal, colour]) => [colour, hexadecimal]));
  const plain = (await view.toSVG()).replace(/var\((--chart-[a-z0-9]+)\)/gu, (_whole, colour) => named[colour]);
  if (!isWanted()) return;
  const svg = poster(plain, { title, foot, ground: named["--chart-ground"], ink: named["--chart-text"] });
  redrawn.set(figure, { name, svg });
  offer(figure.querySelector("[data-chart-svg]"), `${name}.svg`, svg, "image/svg+xml");
}

/** The view of a chart with its new values: the one there is where it can show them, else another. */
async function drawing(figure, text, before, { series, rows }) {
  const spec = JSON.parse(text);
  const values = records(before.axis, series, rows);
  // Years stand in their order by themselves; then more or fewer of them are no other shape.
  const whole = withoutOrder({ ...spec, data: { name: "rows" } });
  const shape = JSON.stringify(whole);
  const held = views.get(figure);
  if (held?.shape === shape) {
    await held.view.data("rows", values).runAsync();
    return held.view;
  }
  const place = make("div", { "aria-hidden": "true" });
  const view = await embed(place, JSON.stringify({ ...whole, data: { name: "rows", values } }), ROOT);
  held?.view.finalize();
  views.set(figure, { shape, view, place });
  return view;
}

function withoutOrder(node) {
  if (Array.isArray(node)) return node.map((one) => withoutOrder(one));
  if (!node || typeof node !== "object") return node;
  const isOrder = ([key, value]) => key === "sort" && Array.isArray(value) && node.type === "ordinal";
  const kept = Object.entries(node).filter((entry) => !isOrder(entry));
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutOrder(value)]));
}

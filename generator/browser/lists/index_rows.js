/**
 * What a list shows of a record: the cells of its row, the same words and marks as the rows that the page came with
 * (generator/outputs/html/markup.py). Cells are pieces of text, so that a file of the selection says what the page says.
 */

import { evidence } from "../search/highlights.js";
import { years } from "../register/holdings.js";
import { holdingsOf, valuesOf } from "./order.js";
import { make, marked } from "../elements.js";
import { ROOT } from "../search/store.js";

/**
 * A run of text, perhaps a link or a status; `to` leads to a page of the site, `url` elsewhere, `pieces` marks in it
 * what was asked for.
 * @typedef {{text: string, to?: string, url?: string, tone?: string, pieces?: import("../search/highlights.js").Pieces}} Run
 *
 * What every row needs besides its record.
 * @typedef {{manifest: any, columns: string[], scope?: string, asked: string[], mixed?: boolean,
 *   makers?: import("../search/columns.js").Column, dated?: import("./as_of.js").Dated}} View
 */

/**
 * The cells of a record's row.
 * @param {import("./order.js").Hit} hit
 * @param {View} view
 * @returns {Run[][]}
 */
export function cellsOf(hit, view) {
  const { column } = hit.of;
  if (column.cells && !view.mixed) {
    return column.cells[hit.record].map((cell, at) => (at === column.linked ? named(hit, view, cell) : runs(cell)));
  }
  const held = holdingsOf(hit, view.scope);
  return view.columns.map((key) => CELLS[key](hit, view, held));
}

/** The runs of a cell as columns.py encodes them: a text, or several runs with what each is. */
export function runs(cell) {
  if (typeof cell === "string") return cell ? [{ text: cell }] : [];
  return cell.map(([text, to, tone, url]) => ({ text, to: to ?? undefined, tone: tone || undefined, url: url || undefined }));
}

/** The runs of the cell that leads to a record's page; there what was asked for is marked. */
function named(hit, view, cell) {
  const own = `${hit.of.column.kind}/${hit.of.column.ids[hit.record]}/`;
  return runs(cell).flatMap((run) => (run.to === own ? name(hit, view, run.text) : [run]));
}

const textOf = (cell) => runs(cell).map(({ text }) => text).join("");

/** @param {string} kind @param {string} id */
export const addressOf = (kind, id) => new URL(`${kind}/${id}/`, ROOT).href;

const unknown = ({ manifest: { words } }) => [{ text: words["ui.unknown"], tone: "unknown" }];
const known = (text, view) => (text ? [{ text }] : unknown(view));
const label = ({ manifest }, facet, value) => manifest.facets[facet].labels[value] ?? value;

function name(hit, view, text) {
  const { column } = hit.of;
  const id = column.ids[hit.record];
  const found = evidence(column, hit.record, view.asked);
  const shown = found.name.map((piece) => piece.text).join("");
  const main = { text, to: `${column.kind}/${id}/`, pieces: text === shown ? found.name : undefined };
  return found.note ? [main, note(found.note, view)] : [main];
}

/** By which further name, number or code a record was found. */
function note({ kind, pieces }, { manifest: { words } }) {
  const told = { mark: "ui.model", code: "field.uscc" }[kind] ?? `name_kind.${kind}`;
  const before = words[told] ? `${words[told]}：` : "";
  const text = before + pieces.map((piece) => piece.text).join("");
  return { text, tone: "found-as", pieces: [{ text: before, marked: false }, ...pieces] };
}

function place(hit, view) {
  const [grade] = valuesOf(hit, "place_grade");
  if (grade === "inferred") return [{ text: label(view, "place_grade", grade), tone: "status status-inferred" }];
  const [area] = valuesOf(hit, "area");
  if (!area || area === "unknown") return unknown(view);
  return [{ text: hit.of.column.labels.area.get(area), to: `areas/${area}/` }];
}

function industry(hit, view) {
  const [value] = valuesOf(hit, "industry");
  if (!value || value === "unknown") return unknown(view);
  if (value.startsWith("printed:")) return [{ text: value.slice("printed:".length) }];
  return [{ text: hit.of.column.labels.industry.get(value), to: `industries/${value}/` }];
}

const status = (code, view) => ({ text: label(view, "status", code), tone: `status status-${code}` });

/** Level, category and status of everything a unit holds. */
function standings(hit, view, held) {
  const { categories } = hit.of.column.ledger;
  return held.flatMap(({ category, level, status: code }, at) => [
    ...(at ? [{ text: "；" }] : []),
    { text: `${label(view, "level", level)}${categories[category].name}` },
    status(code, view),
  ]);
}

function details(hit, view, held) {
  const { column } = hit.of;
  if (column.ledger) return standings(hit, view, held);
  const rest = column.cells[hit.record].filter((_, at) => at !== column.linked).map(textOf);
  return [{ text: rest.filter(Boolean).join("　"), tone: "muted" }];
}

/** What a column shows, by the key of its label; of what a unit holds, the first where only one category counts. */
const CELLS = {
  "ui.name": (hit, view) => name(hit, view, hit.of.column.names[hit.record]),
  "ui.product": (hit, view) => name(hit, view, hit.of.column.names[hit.record]),
  "ui.model": (hit, view) => known(hit.of.column.marks?.[hit.record], view),
  "ui.enterprise": (hit, view) => maker(hit, view),
  "ui.level": (hit, view, [first]) => known(first && label(view, "level", first.level), view),
  "ui.status": (hit, view, held) => (view.scope ? [status(held[0].status, view)] : standings(hit, view, held)),
  "ui.place": place,
  "ui.industry": industry,
  "ui.all_years": (hit, view, [first]) => known(first && years(hit.of.column.ledger, first).join("、"), view),
  "ui.path": (hit, view, [first]) => known(first?.path.map((level) => label(view, "level", level)).join("→"), view),
  "find.kind": (hit, { manifest }) => [{ text: manifest.kinds[hit.of.kind].title }],
  "find.details": details,
};

function maker(hit, view) {
  const at = hit.of.column.makers[hit.record];
  if (at < 0 || !view.makers) return unknown(view);
  return [{ text: view.makers.names[at], to: `enterprises/${view.makers.ids[at]}/` }];
}

/** The titles of the columns. */
export function titlesOf(view, kind) {
  const { words, kinds } = view.manifest;
  return view.mixed || kinds[kind].unit ? view.columns.map((key) => words[key]) : kinds[kind].columns;
}

/**
 * The columns of a list, as its rows and their titles need them.
 * @typedef {{title: string, numeric: boolean}} Title
 *
 * @param {View} view
 * @param {string} kind of all records; empty where kinds are mixed
 * @returns {Title[]}
 */
export function headOf(view, kind) {
  const numeric = view.mixed ? [] : view.manifest.kinds[kind].numeric;
  return titlesOf(view, kind).map((title, at) => ({ title, numeric: numeric.includes(at) }));
}

/**
 * A row of the table.
 * @param {import("./order.js").Hit} hit
 * @param {Run[][]} cells
 * @param {Title[]} titles
 * @returns {HTMLTableRowElement}
 */
export function row(hit, cells, titles) {
  const made = cells.map((cell, at) => {
    const { title, numeric } = titles[at];
    return make("td", { class: numeric && "num", "data-label": title }, ...content(cell));
  });
  return make("tr", { "data-id": hit.of.column.ids[hit.record], "data-kind": hit.of.kind }, ...made);
}

/** @param {Run[]} cell @returns {(Node | string)[]} what stands in it */
export const content = (cell) => cell.map(element);

const DATE = /^\d{4}(?:-\d\d){1,2}$/u;
/** Characters that turn the direction of writing: a text that has one turns only its own. */
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** A run as what the page shows of it. */
export function element({ text, to, url, tone, pieces }) {
  const plain = pieces ? marked(pieces) : [text];
  const content = TURNS.test(text) ? [make("bdi", {}, ...plain)] : plain;
  if (to !== undefined) return make("a", { href: ROOT.href + to, class: tone }, ...content);
  if (url) return make("a", { href: url, rel: "external", class: tone }, ...content);
  if (tone) return make("span", { class: tone }, ...content);
  if (DATE.test(text)) return make("time", {}, ...content);
  return content.length === 1 ? content[0] : make("span", {}, ...content);
}

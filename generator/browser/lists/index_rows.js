/**
 * The cells of a record's row in a list: the same words as generator/site/sections/index_rows.py. Cells are runs of
 * text, so that a downloaded selection has the same words as the page.
 */

import { years } from "../register/holdings.js";
import { evidence } from "../search/highlights.js";
import { runs } from "./markup.js";
import { holdingsOf, valuesOf } from "./order.js";

/**
 * What every row needs besides its record.
 * @typedef {{manifest: any, columns: string[], scope?: string, asked: string[], mixed?: boolean,
 *   makers?: import("../search/columns.js").Column, dated?: import("./as_of.js").Dated}} View
 */

/**
 * The cells of a record's row.
 * @param {import("./order.js").Hit} hit
 * @param {View} view
 * @returns {import("./markup.js").Run[][]}
 */
export function cellsOf(hit, view) {
  const { column } = hit.of;
  if (column.cells && !view.mixed) {
    return column.cells[hit.record].map((cell, at) => (at === column.linked ? named(hit, view, cell) : runs(cell)));
  }
  const held = holdingsOf(hit, view.scope);
  return view.columns.map((key) => CELLS[key](hit, view, held));
}

/** The runs of the cell that leads to a record's page; there what was asked for is marked. */
function named(hit, view, cell) {
  const own = `${hit.of.column.kind}/${hit.of.column.ids[hit.record]}/`;
  return runs(cell).flatMap((run) => (run.to === own ? name(hit, view, run.text) : [run]));
}

const textOf = (cell) => runs(cell).map(({ text }) => text).join("");

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
 * The columns of a list.
 * @param {View} view
 * @param {string} kind of all records; empty where kinds are mixed
 * @returns {import("./markup.js").Title[]}
 */
export function headOf(view, kind) {
  const numeric = view.mixed ? [] : view.manifest.kinds[kind].numeric;
  return titlesOf(view, kind).map((title, at) => ({ title, numeric: numeric.includes(at) }));
}

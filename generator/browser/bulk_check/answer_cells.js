/**
 * What is said of an entry of a bulk check, in pieces of text: how it was found, its standing, the list behind it,
 * how far changes were checked. The page shows them, the files hold them.
 */

import { iso } from "../dates.js";
import { fill } from "../elements.js";
import { heldNow } from "../search/search.js";

/**
 * The cells of an answer, in the order of the page's columns.
 * @param {import("./lookup.js").Answer} answer
 * @param {any} manifest
 * @param {import("../search/columns.js").Column | undefined} lists titles of the lists
 * @param {Map<number, number>} made how many products of each enterprise lists have named, by its record
 * @returns {import("../lists/markup.js").Run[][]}
 */
export function answerCells({ entry, state, unit, near }, manifest, lists, made) {
  const { words } = manifest;
  const said = unit?.text >= unit?.column.count ? otherName(unit, words) : words[`bulk.${state}`];
  const offered = near.flatMap((other, at) => [...(at ? [{ text: "；" }] : []), nameRun(other)]);
  if (!unit) return [[{ text: entry.asked }], [{ text: said, tone: "muted" }], [], [], [], [], [], offered];
  const { column, record } = unit;
  const held = heldNow(column, record);
  const code = column.codes?.at(record).toUpperCase() ?? "";
  const standing = held.flatMap((holding, at) => standingRuns(holding, at, column, manifest));
  const products = column.kind === "enterprises" ? (made.get(record) ?? 0) : 0;
  if (products) {
    if (standing.length) standing.push({ text: "；" });
    const to = `${column.kind}/${column.ids[record]}/#products`;
    standing.push({ text: fill(words["bulk.products"], { n: products }), to });
  }
  return [
    [{ text: entry.asked }],
    [{ text: said }],
    [nameRun(unit)],
    [{ text: code }],
    standing.length ? standing : [{ text: words["bulk.no_standing"], tone: "muted" }],
    held.flatMap(({ row }, at) => documentRun(column.ledger.lists[column.ledger.list[row]].id, at, lists)),
    [{ text: checkedUntil(held, column, words) }],
    offered,
  ];
}

/**
 * How many products of each enterprise the lists have named: a firm may stand on none and its products on several.
 * @param {import("../search/columns.js").Column} products
 * @returns {Map<number, number>} by the enterprise's record
 */
export function listedOf(products) {
  const found = new Map();
  for (let record = 0; record < products.count; record += 1) {
    const maker = products.makers[record];
    if (heldNow(products, record).length) found.set(maker, (found.get(maker) ?? 0) + 1);
  }
  return found;
}

/** What is held, in one text for a cell of a file. */
export const coverageText = ({ words, coverage }) => [words["bulk.absent"], ...coverage.map(([, line]) => line)].join(" ");

const nameRun = ({ column, record }) => ({ text: column.names[record], to: `${column.kind}/${column.ids[record]}/` });

function otherName({ column, text }, words) {
  const kind = column.others[text - column.count][1];
  return words[`name_kind.${kind}`] ?? words["bulk.other"];
}

function standingRuns({ category, level, status }, at, column, { facets }) {
  const name = column.ledger.categories[category].name;
  return [
    { text: `${at ? "；" : ""}${facets.level.labels[level]}${name} ` },
    { text: facets.status.labels[status], tone: `status status-${status}` },
  ];
}

function documentRun(id, at, lists) {
  const place = lists ? lists.ids.indexOf(id) : -1;
  if (place < 0) return [];
  const number = lists.marks?.[place];
  const title = lists.names[place] + (number ? `（${number}）` : "");
  return [...(at ? [{ text: "；" }] : []), { text: title, to: `lists/${id}/` }];
}

/** The day up to which removals were checked for every list behind a unit's standing, in words. */
function checkedUntil(held, column, words) {
  const days = held.filter(({ begun }) => begun.length).map(({ row }) => column.ledger.lists[column.ledger.list[row]].scheme);
  if (!days.length) return "";
  const earliest = Math.min(...days.map(({ checked }) => checked));
  return earliest ? iso(earliest) : words["ui.checked_never"];
}

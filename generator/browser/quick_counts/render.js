/**
 * The page of quick answers with the answer for another day and area in place of the one it was built with: the same
 * parts, words and marks as generator/site/pages/answers.py and its template make.
 */

import { csv } from "../csv.js";
import { fill, make } from "../elements.js";
import { element, runs } from "../lists/markup.js";
import { replace, restore, set } from "../overrides.js";
import { annex, isThere, lines, notes, nothing, prose, rule, table, title } from "./quick_counts.js";

/** @type {(() => void)[]} what puts parts of the page back */
let undo = [];

/** The page as it was built. */
export function back() {
  for (const one of undo) one();
  undo = [];
  restore();
}

/**
 * Show an answer.
 * @param {import("./quick_counts.js").Known} known
 * @param {import("./quick_counts.js").Question} asked
 * @param {string} name of the file of its table
 */
export function show(known, asked, name) {
  back();
  const found = isThere(known, asked) ? lines(known, asked) : [];
  entitle(title(known, asked));
  figures(known, asked, found);
  const others = document.getElementById("others").parentElement;
  const sources = notes(found);
  swap("prose", others, found.length && quoted(known, asked, found));
  swap("annex", others, annex(known, found).length && named(known, found));
  swap("sources", others.nextSibling, sources.length && documents(known, sources));
  offer(name, csv(table(known, asked, found)));
}

/** Call the page by its new title wherever it is called by its own. */
function entitle(text) {
  const heading = document.querySelector(".page-head h1");
  const own = heading.textContent;
  const { title: came } = document;
  undo.push(() => (document.title = came));
  document.title = came.replace(own, () => text);
  const cite = document.querySelector(".page-foot .cite");
  const cited = cite.textContent;
  for (const one of [heading, document.querySelector('.crumbs [aria-current="page"]')]) replace(one, text);
  replace(cite, cited.replace(own, () => text));
}

function figures(known, asked, found) {
  const section = document.getElementById("figures").parentElement;
  const frame = section.querySelector(".table-scroll");
  const heads = [...frame.querySelectorAll("thead th")];
  const cell = (content, at) => make("td", { class: heads[at].className || undefined, "data-label": heads[at].textContent }, content);
  const rows = found.map((line) => make("tr", { "data-id": idOf(known, line) }, ...cells(known, line).map(cell)));
  replace(frame.querySelector("tbody"), ...rows);
  if (!found.length) set(frame, "hidden", "");
  replace(section.lastElementChild, (found.length ? "" : nothing(known, asked)) + rule(known, asked));
}

const idOf = ({ register }, { scheme }) => register.schemes[scheme].id;

/** What a row of the table says. */
function cells({ counting, answering }, { category, scheme, claim, held, apart }) {
  const { words, schemes } = answering;
  const [unit, , page] = counting.categories[category];
  const official = claim
    ? { text: claim.shown, to: `reconciliation/#${claim.id}` }
    : { text: words["ui.unknown"], tone: "unknown" };
  return [
    element({ text: schemes[scheme], to: page || undefined }),
    element(official),
    claim ? element({ text: claim.told }) : "",
    ...held.map((units) => `${units.length} ${unit}`),
    String(apart),
  ];
}

/** The words to quote, with the button that copies them (portal.js). */
function quoted(known, asked, found) {
  const { words } = known.answering;
  const texts = prose(known, asked, found).map((text) => make("p", {}, text));
  const button = make("button", { type: "button", class: "action", "data-copy": true }, words["ui.copy"]);
  const copy = make("div", { class: "copy" }, make("blockquote", { "data-copied": true }, ...texts), button);
  return section("prose", words["answers.prose"], lead(words["answers.prose_lead"]), copy);
}

/** The names behind the numbers. */
function named(known, found) {
  const { answering: { words, most }, manifest } = known;
  const facts = annex(known, found).map(({ label, folder, units }) => {
    const shown = units.slice(0, most);
    const names = shown.flatMap(([id, name], at) => [at ? "、" : "", element({ text: name, to: `${folder}/${id}/` })]);
    const cut = units.length > most ? [make("span", { class: "fact-note" }, fill(words["ui.first_rows"], { n: most, m: units.length }))] : [];
    return make("div", { class: "fact" }, make("dt", {}, label), make("dd", {}, ...names, ...cut));
  });
  return section("annex", words["answers.annex"], lead(words[`axis.${manifest.axis}`]), make("dl", { class: "facts" }, ...facts));
}

function documents({ answering: { words, sources } }, ids) {
  const items = ids.map((id) => make("li", {}, ...runs(sources[id]).map(element)));
  const made = section("sources", words["ui.sources"], make("ol", {}, ...items));
  made.className = "sources";
  return made;
}

const lead = (text) => make("p", { class: "section-lead" }, text);
const section = (id, text, ...content) => make("section", {}, make("h2", { id }, text), ...content);

/** Put a section in place of the one with the same heading, or before a node where there is none. */
function swap(id, before, made) {
  const built = document.getElementById(id)?.parentElement;
  const next = built ? built.nextSibling : before;
  const { parentNode } = document.getElementById("others").parentElement;
  built?.remove();
  if (made) parentNode.insertBefore(made, next);
  undo.unshift(() => {
    if (made) made.remove();
    if (built) parentNode.insertBefore(built, next);
  });
}

/** Offer the answer's table where the page offers that of its own. */
function offer(name, text) {
  const link = document.querySelector('.page-foot a[href$=".csv"]');
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  set(link, "href", address);
  set(link, "download", name);
  undo.push(() => URL.revokeObjectURL(address));
}

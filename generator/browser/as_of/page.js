/**
 * The figures of a page on the day chosen: counts, headlines, charts; what does not follow says so. Back at the
 * register's own date everything stands as it was built.
 */

import { iso } from "../dates.js";
import { fill, make } from "../elements.js";
import { load } from "../loading.js";
import { replace, restore } from "../overrides.js";
import { showAxes } from "./axes.js";
import { categoryOf, read } from "./counting.js";
import { showCounts } from "./counts.js";
import { showHeadline } from "./headlines.js";

/** Milliseconds of quiet after which charts are drawn: while one slides only numbers follow. */
const PAUSE = 150;
/** Parts of the home page that stay at the register's date, by the ids of their headings. */
const STAYING = ["targets", "latest"];
/** What is counted or drawn here. It is looked for once: a page may hold thousands of elements besides. */
const here = {
  axes: [...document.querySelectorAll("[data-axes]")],
  headlines: [...document.querySelectorAll("[data-headline]")],
  lead: document.querySelector(".headlines .section-lead"),
  staying: STAYING.map((id) => document.getElementById(id)).filter(Boolean),
  charts: document.querySelector("[data-chart]"),
};

/** What was asked last; an answer that comes later than another question is dropped. */
let turn = 0;
let waiting = 0;
/** @type {Promise<import("./counting.js").Known> | undefined} */
let reading;

/**
 * Show the figures of a day.
 * @param {import("./control.js").Chosen} chosen
 */
export async function follow(chosen) {
  const own = (turn += 1);
  clearTimeout(waiting);
  if (!chosen.changed) return back();
  if (!here.axes.length && !here.headlines.length && !here.charts) return undefined; // nothing here follows
  reading ??= read(categoriesHere).catch((reason) => {
    reading = undefined;
    throw reason;
  });
  try {
    const known = await reading;
    if (own !== turn) return undefined;
    showNumbers(known, chosen);
    // A page without charts loads nothing for them.
    if (here.charts) waiting = setTimeout(() => draw(known, chosen, own), PAUSE);
  } catch (reason) {
    if (own === turn) await failed();
    throw reason;
  }
  return undefined;
}

async function draw(known, chosen, own) {
  try {
    const { showCharts } = await load("as_of/charts/redraw.js");
    await showCharts(known, chosen, () => own === turn);
  } catch (reason) {
    if (own === turn) await failed();
    throw reason;
  }
}

/** Everything as it was built. */
async function back() {
  restore();
  for (const note of document.querySelectorAll("[data-asof-stays]")) note.remove();
  if (reading && here.charts) (await load("as_of/charts/redraw.js")).forget();
}

/**
 * The figures are those of the register's date: better than old ones under a new date. The words for it came with the
 * page, for nothing more can be read where this is called.
 */
async function failed() {
  const restored = back();
  const control = document.querySelector("[data-asof]");
  control.append(make("p", { class: "note", role: "alert", "data-asof-stays": true }, control.dataset.failed));
  await restored;
}

/** What this page counts. */
function categoriesHere(manifest) {
  const named = here.axes.flatMap(({ dataset }) => dataset.axes.split(" "));
  const drawn = [...document.querySelectorAll("[data-follows]")].map(({ dataset }) => dataset.follows.split(" ")[1]);
  const places = [...new Set([...named, ...drawn])].map((id) => categoryOf(manifest, id));
  return places.filter((place) => place >= 0);
}

function showNumbers(known, when) {
  for (const place of here.axes) {
    const ids = place.dataset.axes.split(" ");
    const categories = ids.map((id) => categoryOf(known.manifest, id));
    const table = place.parentElement.querySelector("table");
    if (table) showCounts(table, known, categories[0], when);
    showAxes(place, known, categories, when);
  }
  for (const item of here.headlines) showHeadline(item, known, when);
  if (here.lead) showLead(here.lead, known.counting, when);
  for (const heading of here.staying) mark(heading, known);
}

/** Say at the head of the home page's figures of which day they are. */
function showLead(lead, { words }, { on, axis }) {
  const [text] = lead.childNodes;
  const told = fill(words["onday.on"], { on: iso(on), axis: words[`axis.${axis}`] });
  replace(lead, text, make("strong", {}, `${told}。`));
}

/** Say below a heading that its part stays at the register's date. */
function mark(heading, { manifest, counting }) {
  if (heading.nextElementSibling?.matches("[data-asof-stays]")) return;
  const told = fill(counting.words["onday.stays"], { on: manifest.on });
  heading.after(make("p", { class: "note", "data-asof-stays": true }, told));
}

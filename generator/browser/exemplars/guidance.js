/**
 * What follows from an answer of the finder: the next step of the ladder, and the policies, services,
 * technologies and finance that fit. What is not held is said not to be.
 */

import { fill, make } from "../elements.js";
import { ROOT } from "../search/store.js";
import { aim, fits } from "../register/comparable.js";

/** Records of a library that are shown; its index has them all. */
const MOST = 10;

const link = (to, text) => make("a", { href: new URL(to, ROOT).href }, text);

/**
 * @param {import("./exemplar_pool.js").Answer} found
 * @param {import("./exemplar_pool.js").Query} query
 * @param {import("./render.js").Means} means
 * @returns {HTMLElement[]}
 */
export function guidance({ asked }, { category }, { given }) {
  const { file } = given;
  return [...step(asked, category, file), ...file.libraries.flatMap((library) => fitting(library, asked, category, file))];
}

/** The next step of the ladder from the level held. */
function step({ level, rungs }, category, { categories, words: own }) {
  const { steps } = categories[category];
  const target = aim(level, rungs);
  const next = steps[target];
  const [way] = Object.values(steps).map(({ to }) => to);
  const title = (text) => make("h3", { id: "next" }, text);
  if (!level) {
    return [title(own["exemplar.next_title"]), make("p", {}, own["exemplar.next_unasked"], link(way, own["nav.ladder"]))];
  }
  if (target === level) {
    return [title(own["exemplar.next_title"]), make("p", {}, own["exemplar.next_top"], " ", link(way, own["nav.ladder"]))];
  }
  const facts = next.facts.map(([label, text]) => make("div", { class: "fact" }, make("dt", {}, label), make("dd", {}, text)));
  const dates = next.dates.length
    ? make("ul", {}, ...next.dates.map((text) => make("li", {}, text)))
    : make("p", { class: "muted" }, own["ladder.calendar_none"]);
  const ways = [link(`${way}#steps`, own["exemplar.to_ladder"]), "　", link(`${way}#calendar`, own["exemplar.to_calendar"])];
  return [
    title(fill(own["exemplar.next"], { name: next.name })),
    make("dl", { class: "facts" }, ...facts),
    dates,
    make("p", {}, ...ways),
  ];
}

/** The records of one library that fit what was asked. */
function fitting({ folder, title, note, held, records }, asked, category, { words: own }) {
  const found = records.filter(({ limits }) => fits(limits, asked, category));
  const head = make("h3", { id: folder }, title);
  if (!held) return [head, make("p", { class: "unknown" }, own["exemplar.library_none"])];
  const all = link(`${folder}/`, fill(own["exemplar.library_all"], { n: held }));
  if (!found.length) return [head, make("p", {}, fill(own["exemplar.library_unfit"], { n: held }), " ", all)];
  const lines = found
    .slice(0, MOST)
    .map(({ to, text, told }) => make("li", {}, link(to, text), " ", make("span", { class: "muted" }, told.join("　"))));
  return [
    head,
    make("ul", { "data-library": folder }, ...lines),
    make("p", {}, all),
    ...(note ? [make("p", { class: "muted" }, note)] : []),
  ];
}

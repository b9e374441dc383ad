/**
 * The answer of the finder as parts of its page: what was searched, which filters gave way, the units with the
 * reasons in words and what they did; then the next step, and what the libraries hold that fits.
 */

import { fill, make } from "../elements.js";
import { ENOUGH, reasons } from "../register/comparable.js";
import { ROOT } from "../search/store.js";
import { ASKED } from "./exemplar_pool.js";
import { guidance } from "./guidance.js";

/** Units shown at first, and at each asking for more. */
const MOST = 12;

/**
 * What an answer is told with: the register, the words of the search, the form with the words of its options.
 * @typedef {{given: import("./exemplar_pool.js").Register, words: Record<string, string>, form: HTMLFormElement}} Means
 */

/**
 * @param {import("./exemplar_pool.js").Answer} found
 * @param {import("./exemplar_pool.js").Query} query
 * @param {Means} means
 * @returns {{told: string, parts: HTMLElement[]}} `told` is the answer in one line
 */
export function results(found, query, means) {
  const own = means.given.file.words;
  const last = found.steps.at(-1);
  const title = apart(fill(own["exemplar.results"], { n: last.found }), last, own);
  const told = found.steps.length > 1 ? "exemplar.told_wider" : "exemplar.told";
  const line = fill(own[told], { n: last.found, first: found.steps[0].found, k: found.steps.length - 1 });
  return {
    told: apart(line, last, own),
    parts: [
      make("h3", { id: "units", tabindex: "-1" }, title),
      ...searched(found, query, means),
      ...widened(found, means),
      ...(found.units.length ? listed(found, means) : [make("p", { class: "note" }, own["exemplar.none"])]),
      ...guidance(found, query, means),
    ],
  };
}

/** A text with a number, and how many of unconfirmed place are not in it. */
const apart = (text, step, own) => (step.apart ? fill(own["exemplar.with_apart"], { text, m: step.apart }) : text);

/** The words of what was chosen of a criterion, as its field has them. */
const chosen = ({ form }, name) => form.elements[name]?.selectedOptions[0].text ?? "";

/** What was asked, what it was asked of, and how much of that is held. */
function searched({ searched: units, asked }, query, means) {
  const { given, form } = means;
  const own = given.file.words;
  const names = ASKED.filter((name) => query[name]);
  const pair = (name) =>
    fill(own["exemplar.pair"], { label: form.querySelector(`[for="finder-${name}"]`).textContent, text: chosen(means, name) });
  const counted = units.filter((unit) => !unit.apart);
  const known = (has) => counted.filter(has).length;
  const told = fill(own["exemplar.searched"], {
    category: chosen(means, "category"),
    n: counted.length,
    industry: known(({ value }) => value),
    size: known(({ size }) => size),
    area: known(({ areas }) => areas.length),
    cases: known(({ measures }) => measures.length),
  });
  const others = units.length - counted.length;
  const lines = given.column.manifest.coverage.filter(([category]) => category === query.category);
  const asker = given.column.ids.indexOf(query.unit);
  return [
    make("p", {}, `${own["exemplar.asked"]}　`, make("span", {}, names.map(pair).join("；"))),
    ...(asker < 0 ? [] : [make("p", {}, fill(own["exemplar.for_unit"], { name: given.column.names[asker] }))]),
    make("p", { "data-searched": String(counted.length) }, told, others ? fill(own["exemplar.searched_apart"], { m: others }) : ""),
    make("p", { class: "muted" }, lines.map(([, text]) => text).join("；")),
  ];
}

/** Every step of looking wider, each with what it gave. */
function widened({ steps, asked }, { given }) {
  const { words: own, names } = given.file;
  const line = (step) => {
    const part = names[asked.industry[step.allowed]];
    const text = fill(own[wordOf(step, asked)], { n: step.found, part });
    return apart(text, step, own);
  };
  const [first, ...others] = steps;
  if (!others.length) return [make("p", { class: "steps" }, line(first))];
  return [
    make("p", { class: "steps" }, line(first), "　", fill(own["exemplar.step_more"], { enough: ENOUGH })),
    make("ol", { class: "steps" }, ...others.map((step) => make("li", { "data-step": step.criterion }, line(step)))),
  ];
}

function wordOf({ criterion, allowed }, { industry }) {
  if (!criterion) return "exemplar.step_all";
  if (criterion === "level" && allowed === 1) return "exemplar.step_level_further";
  if (criterion === "industry" && allowed < industry.length) return "exemplar.step_industry_part";
  return `exemplar.step_${criterion}`;
}

/** The units in their order; the first of them, and a button for more. */
function listed({ units, asked }, means) {
  const own = means.given.file.words;
  const list = make("ol", { class: "record-cards" });
  const isSilent = units.every(({ measures }) => !measures.length);
  const more = make("button", { type: "button", class: "action screen-only" });
  const show = (count) => {
    const from = list.children.length;
    list.append(...units.slice(from, from + count).map((unit) => card(unit, asked, means, isSilent)));
    const left = units.length - list.children.length;
    more.textContent = fill(own["exemplar.more"], { n: Math.min(2 * MOST, left), m: left });
    if (!left) more.remove();
    return list.children[from];
  };
  more.addEventListener("click", () => show(2 * MOST).querySelector("a").focus());
  show(MOST);
  return [list, ...(list.children.length < units.length ? [more] : []), ...(isSilent ? [make("p", { class: "muted" }, own["exemplar.no_cases"])] : [])];
}

function card(unit, asked, means, isSilent) {
  const { given, words } = means;
  const own = given.file.words;
  const cases = given.file.cases[unit.id] ?? [];
  const status = make("span", { class: `status status-${unit.status}` }, words[`status.${unit.status}`]);
  const why = reasons(asked, unit).map(([reason, value]) => {
    const text = fill(own[`exemplar.reason_${reason}`], { x: named(reason, value, means) });
    return make("li", { "data-reason": reason }, text);
  });
  if (!why.length) why.push(make("li", {}, own["exemplar.reason_none"]));
  const who = make(
    "div",
    {},
    make("h4", {}, make("a", { href: new URL(`enterprises/${unit.id}/`, ROOT).href }, unit.name)),
    make("p", {}, words[`level.${unit.level}`], " ", status),
    make("p", { class: "muted" }, facts(unit, means)),
    make("ul", { class: "reasons", "aria-label": own["exemplar.why"] }, ...why),
  );
  const silence = cases.length || isSilent ? [] : [make("p", { class: "muted" }, own["exemplar.no_case"])];
  return make("li", { "data-id": unit.id }, who, make("div", {}, ...cases.map((one) => did(one, own)), ...silence));
}

/** What a reason is about, in words. */
function named(reason, value, { given, words, form }) {
  if (reason === "industry" || reason === "within") return given.file.names[value];
  if (reason.startsWith("level")) return words[`level.${value}`];
  return form.elements[reason]?.selectedOptions[0].text ?? "";
}

/** Industry, size and district of a unit; what is not known is said to be so. */
function facts({ value, size, place: area, apart: isApart }, { given, words }) {
  const { column, file } = given;
  const place = isApart ? words["attribution.inferred"] : column.labels.area.get(area);
  const told = [
    [words["ui.industry"], file.names[value]],
    [column.manifest.facets.size.title, column.manifest.facets.size.labels[size]],
    [column.manifest.facets.area.title, place],
  ];
  return told.map(([label, text]) => fill(file.words["exemplar.pair"], { label, text: text ?? words["ui.unknown"] })).join("　");
}

/** A case: what was done, and its figures with what they are measured against. */
function did({ to, title, told, figures }, own) {
  const rows = figures.map(([name, value, against]) =>
    make("div", {}, make("dt", {}, name), make("dd", {}, value, ...(against ? [" ", make("span", { class: "muted" }, against)] : []))),
  );
  return make(
    "div",
    { class: "did" },
    make("p", {}, `${own["exemplar.did"]}　`, make("a", { href: new URL(to, ROOT).href }, title)),
    make("ul", {}, ...told.map((text) => make("li", {}, text))),
    make("dl", {}, ...rows),
  );
}

/**
 * Records side by side: what their own pages say of them, a row for each statement, differences marked. The address
 * holds the ids and can be shared.
 */

import { make } from "../elements.js";
import { manifest, column, ROOT } from "../search/store.js";
import { inTray } from "./tray.js";

const MOST = 4;
const KINDS = ["enterprises", "parks", "cases"];

/**
 * A statement of a record's page: its label, and its value in lines of runs of text, perhaps links or statuses.
 * @typedef {{label: string, lines: {text: string, href?: string, tone?: string}[][]}} Statement
 */

/** Where a record of one of the kinds that can be compared is; undefined for any other id. */
async function located(id) {
  const { kinds } = await manifest();
  for (const kind of KINDS.filter((name) => name in kinds)) {
    if ((await column(kind)).ids.includes(id)) return { id, kind };
  }
  return undefined;
}

/** What a record's page says: title, address, statements. */
async function read({ id, kind }) {
  const address = new URL(`${kind}/${id}/`, ROOT);
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const article = page.querySelector("article[data-id]");
  const { words } = await manifest();
  const statements = [
    statement(words["ui.level_and_status"], article.querySelector(".standing"), address),
    ...[...article.querySelectorAll(":scope > .facts .fact")].map((fact) =>
      statement(fact.querySelector("dt").textContent, fact.querySelector("dd"), address),
    ),
    history(words["ui.timeline"], article),
    ...figures(article),
  ];
  return { id, kind, title: article.querySelector("h1").textContent, address, statements: statements.filter(Boolean) };
}

/** @returns {Statement | undefined} */
function statement(label, element, base) {
  if (!element) return undefined;
  const runs = [...element.childNodes].map((node) => ({
    text: node.textContent.trim(),
    href: node.nodeName === "A" ? new URL(node.getAttribute("href"), base).href : undefined,
    tone: node.className || undefined,
  }));
  const lines = [runs.filter(({ text, tone }) => text && tone !== "fact-note")];
  for (const note of runs.filter(({ tone }) => tone === "fact-note")) lines.push([note]);
  return { label, lines };
}

/** @returns {Statement | undefined} */
function history(label, article) {
  const moments = [...article.querySelectorAll(".timeline .moment")].map((moment) => {
    const parts = [moment.querySelector("time"), moment.querySelector("strong"), moment.querySelector(".line")];
    return [{ text: parts.map((part) => part?.textContent.trim()).filter(Boolean).join("　") }];
  });
  return moments.length ? { label, lines: moments } : undefined;
}

/** The figures of a case: each row of its table is a statement. */
function figures(article) {
  if (article.dataset.kind !== "case") return [];
  return [...article.querySelectorAll("section table.data tbody tr")].map((row) => {
    const [name, ...rest] = [...row.cells];
    const lines = rest.map((cell) => [{ text: `${cell.dataset.label}：${cell.textContent.trim()}` }]);
    return { label: name.textContent.trim(), lines };
  });
}

/** The labels of all statements, each once, in the order of the pages. */
function labels(records) {
  return [...new Set(records.flatMap(({ statements }) => statements.map(({ label }) => label)))];
}

function table(records, words, remove) {
  const heads = records.map((record) => {
    const link = make("a", { href: record.address.href }, record.title);
    const button = make("button", { type: "button", class: "compare-add screen-only" }, words["compare.out"]);
    button.setAttribute("aria-label", `${words["compare.out"]} ${record.title}`);
    button.addEventListener("click", () => remove(record.id));
    return make("th", { scope: "col", "data-id": record.id }, link, " ", button);
  });
  const rows = labels(records).map((label) => {
    const found = records.map(({ statements }) => statements.find((other) => other.label === label));
    // What is not known of a record, or not said, does not differ from what is known of another.
    const told = found.filter((one) => one && !one.lines.flat().every(({ tone }) => tone === "unknown"));
    const texts = told.map((one) => JSON.stringify(one.lines.map((runs) => runs.map(({ text }) => text))));
    const differs = new Set(texts).size > 1;
    const cells = found.map((one) => make("td", {}, ...(one ? one.lines.map(line) : [make("span", { class: "unknown" }, words["compare.unsaid"])])));
    const name = make("th", { scope: "row" }, label, ...(differs ? [" ", make("span", { class: "differs" }, words["compare.differs"])] : []));
    return make("tr", { "data-differs": differs ? "" : undefined }, name, ...cells);
  });
  const head = make("thead", {}, make("tr", {}, make("td", {}), ...heads));
  return make("div", { class: "table-scroll", tabindex: "0", role: "region", "aria-label": words["action.compare"] },
    make("table", { class: "data compared" }, head, make("tbody", {}, ...rows)));
}

const line = (runs) =>
  make("div", {}, ...runs.flatMap(({ text, href, tone }) => [href ? make("a", { href }, text) : make("span", { class: tone }, text), " "]));

/** The ids an address asks for, each once. */
const asked = () => [...new Set((new URLSearchParams(location.search).get("ids") ?? "").split(",").filter(Boolean))].slice(0, MOST);

/**
 * Show what the address asks for.
 * @param {HTMLElement} place
 */
export async function begin(place) {
  const compare = async () => {
    const { words } = await manifest();
    const known = (await Promise.all(asked().map(located))).filter(Boolean);
    const records = await Promise.all(known.filter(({ kind }) => kind === known[0].kind).map(read));
    const remove = (id) => {
      const rest = asked().filter((other) => other !== id);
      goTo(rest);
      show();
    };
    if (records.length) place.replaceChildren(table(records, words, remove));
    else place.replaceChildren(make("p", { class: "note" }, words["compare.empty"]));
  };
  // Whoever comes without an address that names them means those in the tray.
  const kept = inTray();
  if (!asked().length && kept.length) window.history.replaceState(null, "", `?ids=${kept.join()}`);
  const show = () =>
    compare().catch((reason) => {
      place.replaceChildren(make("p", { class: "note", role: "alert" }, place.dataset.failed));
      throw reason;
    });
  const goTo = (ids) => window.history.pushState(null, "", ids.length ? `?ids=${ids.join()}` : location.pathname);
  window.addEventListener("popstate", show);
  await show();
}

/**
 * What every page does with JavaScript: what is searched, filtered, checked and compared is loaded when it is
 * first wanted; the print button; frames of tables. Every page is complete without it.
 */

import { attempt, load, silence, starter } from "./loading.js";

const ROOT = new URL("../", import.meta.url);
const BOXES = "[data-search-input], [data-search-box]";

/** For other scripts: the search (search/search.js), and rows of a list that are offered for comparison. */
window.portal = {
  search: (query, options) => load("search/search.js").then(({ search }) => search(query, options)),
  offer,
};

for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => window.print());
}

for (const input of document.querySelectorAll(BOXES)) {
  const attach = starter(input, "search/suggestions.js", ({ Suggestions }) => new Suggestions(input));
  // The search is loaded when it is first wanted. A box that has the focus already will not get it again.
  if (input === document.activeElement) attach();
  for (const type of ["focus", "input"]) input.addEventListener(type, attach);
  input.form?.addEventListener("focusout", ({ relatedTarget }) => input.form.contains(relatedTarget) || silence(input));
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const input = document.querySelector("[data-search-input]");
  if (!input) return;
  event.preventDefault();
  input.focus();
});

// Quick answers: pages are led to, other days are worked out when they are asked for.
for (const form of document.querySelectorAll("[data-answers]")) {
  form.hidden = false;
  const start = starter(form, "quick_counts/page.js", ({ begin }) => begin(form));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    start().then((asking) => asking.submit());
  });
  if (/[?&](?:on|area)=/u.test(location.search)) start();
}

const selfCheck = document.querySelector("[data-self-check]");
if (selfCheck) attempt(selfCheck, () => load("self_check/page.js"));

/**
 * Offer the rows of a list for comparison, where its records can be compared.
 * @param {HTMLElement} root
 * @param {HTMLElement} [place] where its rows stand
 */
function offer(root, place = root) {
  const { compared: label, find: kind } = root.dataset;
  if (!label) return;
  for (const row of place.querySelectorAll("tr[data-id]")) {
    const link = row.querySelector("td a");
    if (!link || row.querySelector("[data-compare-add]")) continue;
    const name = link.textContent;
    const button = Object.assign(document.createElement("button"), { type: "button", className: "compare-add", textContent: label });
    Object.assign(button.dataset, { compareAdd: row.dataset.id, kind, name });
    button.setAttribute("aria-label", `${label} ${name}`);
    button.setAttribute("aria-pressed", "false");
    link.after(" ", button);
  }
}

/**
 * Load what works an element when its controls are first touched. A button pressed before that is pressed again when
 * it is at work.
 * @param {HTMLElement} element
 * @param {string} controls
 * @param {() => Promise<any>} start
 */
function whenTouched(element, controls, start) {
  const types = ["focusin", "change", "click"];
  const touched = async ({ type, target }) => {
    if (!target.closest(controls)) return;
    const button = type === "click" ? target.closest("button") : undefined;
    await start();
    for (const one of types) element.removeEventListener(one, touched);
    button?.click();
  };
  for (const type of types) element.addEventListener(type, touched);
}

// A list is filtered from the first touch of its filters, or at once where the address says so.
const list = document.querySelector("[data-find]");
if (list) {
  // On a narrow screen the filters would push the rows out of sight.
  if (matchMedia("(max-width: 59.98em)").matches) list.querySelector("details").open = false;
  const query = list.querySelector("[data-find-query]");
  query.value = new URLSearchParams(location.search).get("q") ?? query.value;
  const start = starter(list.querySelector(".found-head"), "lists/page.js", ({ begin }) => begin(list));
  whenTouched(list, "[data-find-controls]", start);
  document.addEventListener("portal:asof", start);
  offer(list);
  if (location.search) start();
}

// A day may be chosen: lists, counts and charts follow (as_of/control.js says what was chosen).
const asOf = document.querySelector("[data-asof]");
if (asOf) {
  asOf.hidden = false;
  const start = starter(asOf, "as_of/control.js", ({ begin }) => begin(asOf));
  whenTouched(asOf, "[data-asof]", start);
  let [chosen, figures] = [];
  const follow = async () => {
    // Waited for only until it has come: what follows a choice is then there in the same frame.
    figures ??= await attempt(asOf, () => load("as_of/page.js"), { text: asOf.dataset.failed, retry: follow });
    await figures.follow(chosen); // says itself what it cannot read
  };
  document.addEventListener("portal:asof", ({ detail }) => {
    chosen = detail;
    if (chosen.changed || figures) follow();
    else silence(asOf);
  });
  if (/[?&](?:on|axis)=/u.test(location.search)) start();
}

// The bulk check begins when something is put in; the comparison shows what its address asks for.
const bulk = document.querySelector("[data-bulk]");
if (bulk) {
  const start = starter(bulk, "bulk_check/page.js", ({ begin }) => begin(bulk));
  bulk.addEventListener("focusin", start);
  bulk.addEventListener("dragover", (event) => event.preventDefault());
  bulk.addEventListener("submit", (event) => {
    event.preventDefault();
    start().then((check) => check.check());
  });
  for (const type of ["change", "drop"]) {
    bulk.addEventListener(type, (event) => {
      const file = (event.dataTransfer ?? event.target).files?.[0];
      if (!file) return; // dropped text goes into the field by itself
      event.preventDefault();
      start().then((check) => check.take(file));
    });
  }
}
const compared = document.querySelector("[data-compare]");
if (compared) starter(compared, "compare/page.js", ({ begin }) => begin(compared))();
const finder = document.querySelector("[data-exemplars]");
if (finder) starter(finder, "exemplars/page.js", ({ begin }) => begin(finder))();

// The tray of what is compared goes with the reader; where nothing is in it nothing is loaded.
const tray = () => load("compare/tray.js");
document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-compare-add]");
  const { compareAdd: id, kind, name } = button?.dataset ?? {};
  if (id) attempt(button, async () => (await tray()).toggle(kind, id, name));
});
try {
  if (Object.keys(localStorage).some((key) => key.startsWith("portal compare"))) tray().then(({ show }) => show());
} catch {
  // The browser keeps nothing.
}

// Charts: what needs a script is shown, the scripts are loaded when it is used.
for (const tools of document.querySelectorAll("[data-chart-tools]")) {
  const figure = tools.closest("[data-chart]");
  const charts = () => load("charts/charts.js");
  tools.hidden = false;
  tools.querySelector("[data-chart-png]").addEventListener("click", () =>
    attempt(tools.parentElement, async () => (await charts()).save(figure)),
  );
  tools.querySelector("[data-chart-live]").addEventListener("click", async ({ target }) => {
    target.disabled = true;
    const draw = async () => (await charts()).draw(figure, ROOT);
    await attempt(tools.parentElement, draw).catch((reason) => {
      target.disabled = false;
      throw reason;
    });
  });
}

for (const form of document.querySelectorAll("[data-difference]")) {
  form.hidden = false;
  const told = form.nextElementSibling;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await attempt(form, async () => (await load("changes/page.js")).compare(form, told));
  });
}

for (const button of document.querySelectorAll("[data-copy]")) button.hidden = false;
document.addEventListener("click", async ({ target }) => {
  const button = target.closest("[data-copy]");
  if (!button) return;
  const text = [...button.parentElement.querySelectorAll("[data-copied] p")].map((p) => p.textContent).join("\n");
  await navigator.clipboard.writeText(text);
  button.dataset.done = "";
});

/**
 * Keep a table's frame among the stops of the keyboard only while it has something to scroll:
 * a page of thirty tables would otherwise have thirty stops, and as many landmarks, for nothing.
 * @param {HTMLElement} frame
 * @param {string} name what the frame is called
 */
function settle(frame, name) {
  const stops = { tabindex: "0", role: "region", "aria-label": name };
  for (const [attribute, value] of Object.entries(stops)) {
    if (value && frame.scrollWidth > frame.clientWidth) frame.setAttribute(attribute, value);
    else frame.removeAttribute(attribute);
  }
}

const names = new Map();
const widths = new ResizeObserver((entries) => {
  for (const { target } of entries) settle(target, names.get(target));
});
for (const frame of document.querySelectorAll(".table-scroll")) {
  names.set(frame, frame.getAttribute("aria-label") ?? "");
  widths.observe(frame);
}

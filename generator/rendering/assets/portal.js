/**
 * What every page does with JavaScript: the search box, the results page, the print button, frames of tables.
 * Every page is complete without it. Results are built with text nodes, never with markup.
 */

const ROOT = new URL("..", import.meta.url);
const BOXES = "[data-search-input], [data-search-box]";

for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => window.print());
}

for (const input of document.querySelectorAll(BOXES)) {
  const attach = () => import("./suggest.js").then(({ Suggestions }) => new Suggestions(input, ROOT));
  // The search is loaded when it is first wanted. A box that has the focus already will not get it again.
  if (input === document.activeElement) attach();
  else input.addEventListener("focus", attach, { once: true });
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const input = document.querySelector("[data-search-input]");
  if (!input) return;
  event.preventDefault();
  input.focus();
});

const asked = new URLSearchParams(location.search).get("q")?.trim();
const total = document.querySelector("[data-total]");
if (asked && total) {
  for (const input of document.querySelectorAll(BOXES)) input.value = asked;
  import("./results.js").then(({ show }) => show(asked, ROOT, total.parentElement.querySelector("[data-results]"), total));
}

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

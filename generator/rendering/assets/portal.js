/**
 * What every page does with JavaScript: the search box, the results page, the print button.
 * Every page is complete without it. Results are built with text nodes, never with markup.
 */

const ROOT = new URL("..", import.meta.url);

/** @returns {Promise<typeof import("./find.js")>} the search, loaded on first use */
const find = () => import("./find.js");

for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => window.print());
}

for (const input of document.querySelectorAll("[data-search-input], [data-search-box]")) {
  input.addEventListener("focus", () => find().then((module) => module.attach(input, ROOT)), { once: true });
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const input = document.querySelector("[data-search-input]");
    if (input) {
      event.preventDefault();
      input.focus();
    }
  }
});

const results = document.querySelector("[data-results][data-search-page], .portal > [data-results]");
const asked = new URLSearchParams(location.search).get("q");
if (results && asked && document.querySelector("[data-total]")) {
  find().then((module) => module.showResults(asked, ROOT, results, document.querySelector("[data-total]")));
}

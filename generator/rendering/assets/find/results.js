/**
 * The rows of a list as elements: the table of what was found, a way to more of it, and the prose that names it.
 * While nothing is chosen the rows are those that the page came with.
 */

import { fill, make } from "./parts.js";
import { row, titlesOf } from "./rows.js";
import { valuesOf } from "./order.js";
import { ROOT } from "./store.js";

const FIRST = 100;
const MORE = 400;

/** Where the rows of a list stand. */
export class Results {
  /** @param {HTMLElement} root the element that holds filters and rows */
  constructor(root) {
    this.place = root.querySelector("[data-results]");
    this.total = root.querySelector("[data-total]");
    this.prose = root.querySelector("[data-prose]");
    this.own = { rows: [...this.place.childNodes], total: this.total.textContent };
    this.shown = FIRST;
  }

  /** Show the rows that the page came with. */
  restore(count) {
    this.total.textContent = this.own.total;
    this.total.dataset.total = String(count);
    this.place.replaceChildren(...this.own.rows);
  }

  /**
   * Show what was found, from the first row on.
   * @param {import("./order.js").Hit[]} hits
   * @param {import("./rows.js").View} view
   * @param {string} kind of all records; empty where kinds are mixed
   */
  show(hits, view, kind) {
    this.shown = FIRST;
    this.#count(hits, view.manifest.words);
    this.#fill(hits, view, kind);
  }

  /**
   * Say that nothing was found.
   * @param {HTMLElement[]} said
   * @param {Record<string, string>} words
   */
  showNothing(said, words) {
    this.#count([], words);
    this.place.replaceChildren(...said);
  }

  #count(hits, words) {
    const inferred = hits.filter((hit) => valuesOf(hit, "place_grade").includes("inferred")).length;
    const apart = inferred ? `，${fill(words["find.total_inferred"], { n: inferred })}` : "";
    this.total.textContent = fill(words["find.total"], { n: hits.length }) + apart;
    this.total.dataset.total = String(hits.length);
  }

  #fill(hits, view, kind) {
    const titles = titlesOf(view, kind);
    const head = make("thead", {}, make("tr", {}, ...titles.map((title) => make("th", { scope: "col" }, title))));
    const body = make("tbody", {}, ...hits.slice(0, this.shown).map((hit) => row(hit, view, titles)));
    const table = make("div", { class: "table-scroll" }, make("table", { class: "data cards results" }, head, body));
    this.place.replaceChildren(table, ...this.#more(hits, view, kind));
  }

  #more(hits, view, kind) {
    const rest = hits.length - this.shown;
    if (rest <= 0) return [];
    const text = fill(view.manifest.words["find.more"], { n: Math.min(MORE, rest), m: rest });
    const button = make("button", { type: "button", class: "action", "data-more": true }, text);
    button.addEventListener("click", () => {
      const next = this.shown;
      this.shown += MORE;
      this.#fill(hits, view, kind);
      this.place.querySelectorAll("tbody tr")[next].querySelector("a")?.focus();
    });
    return [make("p", { class: "pager" }, button)];
  }

  /**
   * Show the pages of prose that name what was asked for.
   * @param {Awaited<ReturnType<typeof import("./passages.js").inProse>>} found
   * @param {Record<string, string>} words
   */
  showProse(found, words) {
    const items = found.map(({ address, kind, name, note }) => {
      const link = make("a", { href: new URL(address, ROOT).href }, name.map(({ text }) => text).join(""));
      const text = note.pieces.map((piece) => (piece.marked ? make("mark", {}, piece.text) : piece.text));
      return make("li", {}, link, " ", make("small", {}, kind), make("p", {}, ...text));
    });
    const heading = make("h2", {}, `${words["find.prose"]} ${items.length}`);
    this.prose?.replaceChildren(...(items.length ? [heading, make("ul", {}, ...items)] : []));
  }
}

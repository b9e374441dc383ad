/**
 * The rows of a list as elements: the table of what was found, a way to more of it, and the prose that names it.
 * While nothing is chosen the rows are those that the page came with.
 */

import { fill, make, marked } from "./parts.js";
import { headOf, row } from "./rows.js";
import { having } from "./order.js";
import { ROOT } from "./store.js";

const FIRST = 100;
const MORE = 400;
/** Rows that fill a screen: while a date is moved, only these are drawn before the others have a frame of their own. */
const SCREEN = 12;

/** Where the rows of a list stand. */
export class Results {
  /**
   * @param {HTMLElement} root the element that holds filters and rows
   * @param {() => void} drawn what is to be done with new rows
   */
  constructor(root, drawn) {
    this.place = root.querySelector("[data-results]");
    this.total = root.querySelector("[data-total]");
    this.prose = root.querySelector("[data-prose]");
    this.drawn = drawn;
    this.own = { rows: [...this.place.childNodes], total: this.total.textContent };
    this.isOwn = true;
    this.height = 0;
    // Asked for while rows change, it would have the page laid out twice.
    new ResizeObserver(([{ contentRect }]) => (this.height = contentRect.height)).observe(this.place);
  }

  /** Show the rows that the page came with. */
  restore(count) {
    this.#leave();
    this.total.textContent = this.own.total;
    this.total.dataset.total = String(count);
    if (!this.isOwn) this.place.replaceChildren(...this.own.rows);
    this.isOwn = true;
    this.drawn();
  }

  /**
   * Show what was found, from the first row on.
   * @param {import("./order.js").Hit[]} hits
   * @param {import("./rows.js").View} view
   * @param {string} kind of all records; empty where kinds are mixed
   * @param {false | (() => void)} [rest] while a date is moved: what else is to be done once a first screen of rows has
   *   been seen
   */
  show(hits, view, kind, rest = false) {
    this.#leave();
    this.#count(hits, view);
    const titles = headOf(view, kind);
    const cells = titles.map(({ title, numeric }) => make("th", { scope: "col", class: numeric && "num" }, title));
    const body = /** @type {HTMLTableSectionElement} */ (make("tbody"));
    const head = make("thead", {}, make("tr", {}, ...cells));
    const table = make("table", { class: `data${titles.length > 2 ? " cards" : ""} results` }, head, body);
    this.listed = { hits, view, titles, body };
    this.place.style.minHeight = rest ? `${this.height}px` : ""; // else the page would jump
    this.place.replaceChildren(make("div", { class: "table-scroll" }, table));
    this.isOwn = false;
    this.#draw(rest ? SCREEN : FIRST);
    if (rest) this.#later(rest);
    else this.#offer();
  }

  /** Draw the rows up to one. */
  #draw(end) {
    const { hits, view, titles, body } = this.listed;
    body.append(...hits.slice(body.rows.length, end).map((hit) => row(hit, view, titles)));
    this.drawn();
  }

  /** Offer the rows that are not drawn. */
  #offer() {
    const { hits, view, body } = this.listed;
    this.place.querySelector(".pager")?.remove();
    const next = body.rows.length;
    const rest = hits.length - next;
    if (rest <= 0) return;
    const text = fill(view.manifest.words["find.more"], { n: Math.min(MORE, rest), m: rest });
    const button = make("button", { type: "button", class: "action", "data-more": true }, text);
    button.addEventListener("click", () => {
      this.#draw(next + MORE);
      this.#offer();
      body.rows[next].querySelector("a")?.focus();
    });
    this.place.append(make("p", { class: "pager" }, button));
  }

  /**
   * Draw the others with the frame after the next, unless other rows are shown by then: while a hand moves, each frame
   * brings another date before it comes to them.
   */
  #later(rest) {
    const { listed } = this;
    this.place.setAttribute("aria-busy", "true");
    const draw = () => {
      if (listed !== this.listed) return;
      this.#draw(FIRST);
      this.#offer();
      rest();
      this.#settle();
    };
    requestAnimationFrame(() => requestAnimationFrame(draw));
  }

  /** What is still to be drawn of other rows is not drawn. */
  #leave() {
    this.listed = undefined;
    this.#settle();
  }

  #settle() {
    this.place.removeAttribute("aria-busy");
    this.place.style.minHeight = "";
  }

  /**
   * Say that nothing was found.
   * @param {HTMLElement[]} said
   * @param {import("./rows.js").View} view
   */
  showNothing(said, view) {
    this.#leave();
    this.#count([], view);
    this.place.replaceChildren(...said);
    this.isOwn = false;
  }

  /**
   * Say that what was asked could not be answered.
   * @param {string} said
   */
  showFailure(said) {
    this.#leave();
    this.total.textContent = said;
    this.total.dataset.total = "";
    this.place.replaceChildren();
    this.prose?.replaceChildren();
    this.isOwn = false;
  }

  #count(hits, { manifest: { words }, dated }) {
    const inferred = new Map();
    let apart = 0;
    for (const { of, record } of hits) {
      if (!inferred.has(of)) inferred.set(of, having(of.column, "place_grade", "inferred"));
      apart += inferred.get(of)[record];
    }
    const rest = apart ? `，${fill(words["find.total_inferred"], { n: apart })}` : "";
    this.total.textContent = (dated?.told ?? "") + fill(words["find.total"], { n: hits.length }) + rest;
    this.total.dataset.total = String(hits.length);
  }

  /**
   * Show the pages of prose that name what was asked for.
   * @param {Awaited<ReturnType<typeof import("./passages.js").inProse>>} found
   * @param {Record<string, string>} words
   */
  showProse(found, words) {
    const items = found.map(({ address, kind, name, note }) => {
      const link = make("a", { href: new URL(address, ROOT).href }, name.map(({ text }) => text).join(""));
      return make("li", {}, link, " ", make("small", {}, kind), make("p", {}, ...marked(note.pieces)));
    });
    const heading = make("h2", {}, `${words["find.prose"]} ${items.length}`);
    this.prose?.replaceChildren(...(items.length ? [heading, make("ul", {}, ...items)] : []));
  }
}

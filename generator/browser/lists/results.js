/**
 * The rows of a list as elements: the table of what was found, a way to more of it, and the prose that names it.
 * While nothing is chosen the rows are those that the page came with.
 */

import { fill, make, marked } from "../elements.js";
import { headOf } from "./index_rows.js";
import { ROOT } from "../search/store.js";
import { Table } from "./table.js";

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
   * @param {import("./order.js").Hits} hits
   * @param {import("./index_rows.js").View} view
   * @param {string} kind of all records; empty where kinds are mixed
   * @param {false | (() => void)} [rest] while a date is moved: what else is to be done once a first screen of rows has
   *   been seen
   */
  show(hits, view, kind, rest = false) {
    this.#leave();
    this.#count(hits.length, hits.found, view);
    this.listed = { hits, view, shown: 0 };
    this.place.style.minHeight = rest ? `${this.height}px` : ""; // else the page would jump
    this.place.querySelector(".pager")?.remove();
    if (this.table?.element.parentNode !== this.place) {
      this.table = new Table(headOf(view, kind));
      this.place.replaceChildren(this.table.element);
    }
    this.isOwn = false;
    this.#draw(FIRST, rest ? SCREEN : FIRST);
    if (!rest) return this.#offer();
    return this.#later(() => {
      this.#draw(FIRST);
      this.#offer();
      rest();
    });
  }

  /** Draw the rows up to one, building those up to another. */
  #draw(end, built = end) {
    const { hits, view } = this.listed;
    const listed = hits.slice(0, end);
    this.table.show(listed, view, built);
    this.listed.shown = listed.length;
    this.drawn();
  }

  /** Offer the rows that are not drawn. */
  #offer() {
    const { hits, view, shown: next } = this.listed;
    this.place.querySelector(".pager")?.remove();
    const rest = hits.length - next;
    if (rest <= 0) return;
    const text = fill(view.manifest.words["find.more"], { n: Math.min(MORE, rest), m: rest });
    const button = make("button", { type: "button", class: "action", "data-more": true }, text);
    button.addEventListener("click", () => {
      this.#draw(next + MORE);
      this.#offer();
      this.table.body.rows[next].querySelector("a")?.focus();
    });
    this.place.append(make("p", { class: "pager" }, button));
  }

  /**
   * Do what is left with the frame after the next, unless something else is shown by then: while a hand moves, each
   * frame brings another date before it comes to that.
   */
  #later(rest) {
    const { listed } = this;
    this.place.setAttribute("aria-busy", "true");
    const settle = () => {
      if (listed !== this.listed) return;
      rest();
      this.#settle();
    };
    requestAnimationFrame(() => requestAnimationFrame(settle));
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
   * @param {import("./index_rows.js").View} view
   * @param {false | (() => void)} [rest] while a date is moved: what else is to be done once this has been seen
   */
  showNothing(said, view, rest = false) {
    this.#leave();
    this.#count(0, [], view);
    this.listed = {};
    this.place.replaceChildren(...said);
    this.isOwn = false;
    if (rest) this.#later(rest);
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

  #count(total, found, { manifest: { words }, dated }) {
    let apart = 0;
    for (const { column: { inferred }, passed } of found) {
      for (let record = 0; record < passed.length; record += 1) apart += passed[record] & inferred[record];
    }
    const rest = apart ? `，${fill(words["find.total_inferred"], { n: apart })}` : "";
    this.total.textContent = (dated?.told ?? "") + fill(words["find.total"], { n: total }) + rest;
    this.total.dataset.total = String(total);
  }

  /**
   * Show the pages of prose that name what was asked for.
   * @param {Awaited<ReturnType<typeof import("../search/passages.js").inProse>>} found
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

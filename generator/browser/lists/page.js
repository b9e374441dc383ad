/**
 * A list or the results page at work: what a reader chooses, the address that says it, the rows that follow.
 * Filters work on the whole list, whatever part of it the page came with.
 */

import { differs, read, write } from "../as_of/address.js";
import { choose, current } from "../as_of/control.js";
import { press } from "../compare/tray.js";
import { parseDay } from "../dates.js";
import { settled } from "../elements.js";
import { inProse } from "../search/passages.js";
import { countsOf, find } from "../search/search.js";
import * as store from "../search/store.js";
import * as address from "./address.js";
import { Surroundings, told } from "./as_of.js";
import { copyLink, saveSelection } from "./export.js";
import { chips, Panel } from "./filter_panel.js";
import { nothingFound } from "./nothing_found.js";
import { inOrder } from "./order.js";
import { Results } from "./results.js";

/** Milliseconds without a key after which the rows follow what is typed. */
const PAUSE = 120;

/** A list with its filters. */
class List {
  /** @param {HTMLElement} root the element that holds filters and rows */
  constructor(root) {
    const { find: kind, scope, columns } = root.dataset;
    this.root = root;
    this.kind = kind;
    this.scope = scope || undefined;
    this.columns = columns.split(" ");
    this.results = new Results(root, () => this.#drawn());
    this.around = new Surroundings(root, () => this.#saveWhole());
    this.query = root.querySelector("[data-find-query]");
    this.sort = root.querySelector("[data-sort]");
    this.views = root.querySelectorAll("[data-view]");
    this.chips = root.querySelector("[data-chips]");
    this.turn = 0;
  }

  /** Read what the filters need, take over what was chosen, and follow the reader from here on. */
  async begin() {
    this.manifest = await store.manifest();
    const { on, axis } = this.manifest;
    this.own = { on: parseDay(on), axis };
    this.when = current() ?? this.#whenInAddress();
    const { found } = await find("", this.#asked(address.nothing()));
    this.known = { manifest: this.manifest, columns: found.map(({ column }) => column) };
    const early = this.#early(this.#fromAddress());
    const settledFacets = [...(this.scope ? ["category"] : []), ...(this.kind ? ["kind"] : [])];
    this.panel = new Panel(this.root.querySelector("[data-facets]"), this.known, settledFacets, (...chosen) =>
      this.#go(address.choose(this.state, ...chosen)),
    );
    this.panel.offer(countsOf(found));
    this.state = early;
    if (this.#address(early) !== this.#address(this.#fromAddress())) history.pushState(null, "", this.#address(early));
    this.#follow();
    await this.update();
  }

  #fromAddress() {
    return address.read(location.search, Object.keys(this.manifest.facets));
  }

  /** The date that the address says, on a page whose date can be chosen (asof/control.js). */
  #whenInAddress() {
    return document.querySelector("[data-asof]") ? read(location.search, this.own) : this.own;
  }

  /** @returns {import("./as_of.js").Dated | undefined} nothing while the date is the register's own */
  #dated() {
    const { when, own, manifest } = this;
    return differs(when, own) ? { when, own, told: told(when, manifest.words) } : undefined;
  }

  #address(state) {
    return write(address.write(state), this.when, this.own) || location.pathname;
  }

  /** What an address says, and what was ticked, typed or chosen before the search was loaded. */
  #early(state) {
    const { root } = this;
    let early = { ...state, q: this.query.value.trim() || state.q };
    for (const input of root.querySelectorAll("[data-value] :checked")) {
      const { facet } = input.closest("[data-facet]").dataset;
      early = address.choose(early, facet, input.closest("[data-value]").dataset.value, true);
    }
    for (const name of ["from", "to"]) early[name] = number(root.querySelector(`[data-${name}]`)) || state[name];
    return { ...early, sort: this.sort.value === "default" ? state.sort : this.sort.value };
  }

  #follow() {
    this.query.addEventListener("input", settled(() => this.#typed(), PAUSE));
    this.query.form?.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#typed();
    });
    this.root.addEventListener("change", ({ target }) => {
      const end = ["from", "to"].find((name) => target.matches(`[data-${name}]`));
      if (end) this.#go({ ...this.state, [end]: number(target) });
      if (target.matches("[data-sort]")) this.#go({ ...this.state, sort: target.value });
    });
    this.root.addEventListener("click", ({ target }) => {
      const button = target.closest("button");
      const { view, take } = button?.dataset ?? {};
      if (view) this.#go({ ...this.state, view });
      if (take === "link") copyLink(location.href, button, this.manifest.words["find.copied"]);
      else if (take) saveSelection(this.hits, this.view, { kind: this.kind, guarded: take === "excel" });
    });
    window.addEventListener("popstate", () => {
      this.when = this.#whenInAddress();
      this.state = this.#fromAddress();
      this.query.value = this.state.q;
      this.update();
    });
    document.addEventListener("portal:asof", ({ detail }) => {
      if (!differs(detail, this.when)) return;
      this.when = { on: detail.on, axis: detail.axis };
      this.update(true);
    });
  }

  #typed() {
    const q = this.query.value.trim();
    if (q === this.state.q) return;
    this.state = { ...this.state, q };
    history.replaceState(null, "", this.#address(this.state));
    this.update();
  }

  #go(state) {
    this.state = state;
    history.pushState(null, "", this.#address(state));
    return this.update();
  }

  #asked({ kinds, values, from, to }, when) {
    const scope = this.scope ? { category: [this.scope] } : undefined;
    return { kinds: this.kind ? [this.kind] : kinds, values, from, to, scope, when };
  }

  /**
   * Find and show what is asked. What arrives after something else was asked is dropped. Where a file cannot be read
   * that is said, and no rows are left that answer something else.
   * @param {boolean} [moving] whether a date is being moved, so that more is likely to be asked at once
   */
  async update(moving = false) {
    const turn = (this.turn += 1);
    try {
      await this.#update(turn, moving);
    } catch (reason) {
      if (turn === this.turn) this.results.showFailure(this.root.dataset.failed);
      throw reason;
    }
  }

  async #update(turn, moving) {
    const { state, manifest, columns, scope, kind } = this;
    const dated = this.#dated();
    const { words, found } = await find(state.q, this.#asked(state, dated?.when));
    const makers = columns.includes("ui.enterprise") ? await store.column("enterprises") : undefined;
    const prose = this.results.prose ? await inProse(words) : [];
    const counts = await this.#counts(found, dated?.when);
    const whole = dated && address.narrows(state) ? await this.#whole(dated.when) : found;
    const without = await this.#without(found, dated);
    if (turn !== this.turn) return;
    this.view = { manifest, columns, scope, makers, asked: words, mixed: !kind, dated };
    this.hits = inOrder(found, state.sort, { asked: words.length > 0, scope });
    const isOwn = !dated && !address.narrows(state) && state.sort === "default" && kind;
    const inSteps = moving && !isOwn;
    const rest = inSteps && (() => this.panel.show(state, counts));
    this.#showState(counts, inSteps);
    this.around.show(dated, whole[0], manifest);
    if (isOwn) this.results.restore(this.hits.length);
    else if (this.hits.length) this.results.show(this.hits, this.view, kind, rest);
    else this.results.showNothing(this.#nothing(found, without, dated), this.view, rest);
    this.results.showProse(prose, manifest.words);
  }

  /** Counts by facet; that of the kinds leaves out the choice of kinds. */
  async #counts(found, when) {
    const counts = countsOf(found);
    if (this.kind || !this.state.kinds.length) return counts;
    const all = await find(this.state.q, this.#asked(address.drop(this.state, "kind"), when));
    return { ...counts, kind: countsOf(all.found).kind };
  }

  /** The whole list at a date. */
  async #whole(when) {
    return (await find("", this.#asked(address.nothing(), when))).found;
  }

  /** How many there would be without the query, and at the register's own date, where nothing was found. */
  async #without(found, dated) {
    const { state } = this;
    if (sum(found)) return { query: 0, date: 0 };
    const query = state.q ? sum((await find("", this.#asked(state, dated?.when))).found) : 0;
    return { query, date: dated ? sum((await find(state.q, this.#asked(state))).found) : 0 };
  }

  async #saveWhole() {
    const { kind, scope, manifest, columns } = this;
    const dated = this.#dated();
    const makers = columns.includes("ui.enterprise") ? await store.column("enterprises") : undefined;
    const hits = inOrder(await this.#whole(dated?.when), "default", { asked: false, scope });
    const [name] = new URL(this.around.link.href).pathname.split("/").at(-1).split(".");
    saveSelection(hits, { manifest, columns, scope, makers, asked: [], dated }, { kind, name });
  }

  /** Rows are new: they can be compared. */
  #drawn() {
    window.portal.offer(this.root, this.results.place);
    if ("compared" in this.root.dataset) press(this.results.place);
  }

  #showState(counts, first) {
    const { state } = this;
    this.panel.offer(counts);
    this.panel.show(state, counts, first);
    if (this.query !== document.activeElement) this.query.value = state.q;
    this.sort.value = state.sort;
    for (const button of this.views) button.setAttribute("aria-pressed", String(button.dataset.view === state.view));
    this.results.place.dataset.as = state.view;
    const remove = (facet, value) => this.#go(takeBack(state, facet, value));
    this.chips.replaceChildren(...chips(this.known, state, remove));
  }

  #nothing(found, without, dated) {
    const drop = (facet) => (facet === "on" ? choose(this.own) : this.#go(takeBack(this.state, facet)));
    return nothingFound({ known: this.known, state: this.state, found, scope: this.scope, dated, without }, drop);
  }
}

const number = (input) => Number.parseInt(input?.value ?? "", 10) || 0;
const sum = (found) => found.reduce((before, { total }) => before + total, 0);

/** What is chosen without one value, without a facet, or without anything. */
function takeBack(state, facet, value) {
  if (!facet) return { ...address.nothing(), sort: state.sort, view: state.view };
  return value ? address.choose(state, facet, value, false) : address.drop(state, facet);
}

/**
 * Set a list to work.
 * @param {HTMLElement} root
 */
export async function begin(root) {
  const list = new List(root);
  try {
    await list.begin();
  } catch (reason) {
    list.results.total.textContent = root.dataset.failed;
    throw reason;
  }
}

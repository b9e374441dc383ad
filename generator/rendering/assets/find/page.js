/**
 * A list or the results page at work: what a reader chooses, the address that says it, the rows that follow.
 * Filters work on the whole list, whatever part of it the page came with.
 */

import * as address from "./address.js";
import { nothingFound } from "./nothing.js";
import { inOrder } from "./order.js";
import { chips, Panel } from "./panel.js";
import { settled } from "./parts.js";
import { inProse } from "./passages.js";
import { Results } from "./results.js";
import { countsOf, find } from "./search.js";
import { copyLink, saveSelection } from "./selection.js";
import * as store from "./store.js";
import { offer } from "./tray.js";

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
    this.results = new Results(root);
    this.query = root.querySelector("[data-find-query]");
    this.turn = 0;
  }

  /** Read what the filters need, take over what was chosen, and follow the reader from here on. */
  async begin() {
    this.manifest = await store.manifest();
    const { found } = await find("", this.#asked(address.nothing()));
    this.known = { manifest: this.manifest, columns: found.map(({ column }) => column) };
    const early = this.#early(this.#fromAddress());
    const settledFacets = [...(this.scope ? ["category"] : []), ...(this.kind ? ["kind"] : [])];
    const choose = (...chosen) => this.#go(address.choose(this.state, ...chosen));
    this.panel = new Panel(this.root.querySelector("[data-facets]"), this.known, countsOf(found), settledFacets, choose);
    this.state = early;
    const given = address.write(early);
    if (given !== address.write(this.#fromAddress())) history.pushState(null, "", given);
    this.#follow();
    await this.update();
  }

  #fromAddress() {
    return address.read(location.search, Object.keys(this.manifest.facets));
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
    const { value: sort } = root.querySelector("[data-sort]");
    return { ...early, sort: sort === "default" ? state.sort : sort };
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
      else if (take) saveSelection(this.hits, this.view, this.kind, take === "excel");
    });
    window.addEventListener("popstate", () => {
      this.state = this.#fromAddress();
      this.query.value = this.state.q;
      this.update();
    });
  }

  #typed() {
    const q = this.query.value.trim();
    if (q === this.state.q) return;
    this.state = { ...this.state, q };
    history.replaceState(null, "", address.write(this.state) || location.pathname);
    this.update();
  }

  #go(state) {
    this.state = state;
    history.pushState(null, "", address.write(state) || location.pathname);
    return this.update();
  }

  #asked({ kinds, values, from, to }) {
    const scope = this.scope ? { category: [this.scope] } : undefined;
    return { kinds: this.kind ? [this.kind] : kinds, values, from, to, scope };
  }

  /** Find and show what is asked. What arrives after something else was asked is dropped. */
  async update() {
    const turn = (this.turn += 1);
    const { state, manifest, columns, scope, kind } = this;
    const { words, found } = await find(state.q, this.#asked(state));
    const makers = columns.includes("ui.enterprise") ? await store.column("enterprises") : undefined;
    const prose = this.results.prose ? await inProse(words) : [];
    const counts = await this.#counts(found);
    const withoutQuery = state.q ? sum((await find("", this.#asked(state))).found) : 0;
    if (turn !== this.turn) return;
    this.view = { manifest, columns, scope, makers, asked: words, mixed: !kind };
    this.hits = inOrder(found, state.sort, { asked: words.length > 0, scope });
    this.#showState(counts);
    if (!address.narrows(state) && state.sort === "default" && kind) this.results.restore(this.hits.length);
    else if (this.hits.length) this.results.show(this.hits, this.view, kind);
    else this.results.showNothing(this.#nothing(found, withoutQuery), manifest.words);
    this.results.showProse(prose, manifest.words);
    if ("compared" in this.root.dataset) offer(this.results.place, kind, manifest.words["compare.add"]);
  }

  /** Counts by facet; that of the kinds leaves out the choice of kinds. */
  async #counts(found) {
    const counts = countsOf(found);
    if (this.kind || !this.state.kinds.length) return counts;
    const all = await find(this.state.q, this.#asked(address.drop(this.state, "kind")));
    return { ...counts, kind: countsOf(all.found).kind };
  }

  #showState(counts) {
    const { state, root } = this;
    this.panel.show(state, counts);
    if (this.query !== document.activeElement) this.query.value = state.q;
    root.querySelector("[data-sort]").value = state.sort;
    for (const name of ["from", "to"]) {
      for (const input of root.querySelectorAll(`[data-${name}]`)) input.value = state[name] || "";
    }
    for (const button of root.querySelectorAll("[data-view]")) {
      button.setAttribute("aria-pressed", String(button.dataset.view === state.view));
    }
    this.results.place.dataset.as = state.view;
    const remove = (facet, value) => this.#go(without(state, facet, value));
    root.querySelector("[data-chips]").replaceChildren(...chips(this.known, state, remove));
  }

  #nothing(found, withoutQuery) {
    const drop = (facet) => this.#go(without(this.state, facet));
    return nothingFound(this.known, this.state, found, withoutQuery, this.scope, drop);
  }
}

const number = (input) => Number.parseInt(input?.value ?? "", 10) || 0;
const sum = (found) => found.reduce((before, { total }) => before + total, 0);

/** What is chosen without one value, without a facet, or without anything. */
function without(state, facet, value) {
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

/**
 * The control of day and axis at work: it reads and writes the address and says on `document` what was chosen, as
 * the event `portal:asof`. Who follows it listens there; nothing here knows them.
 */

import { iso, parseDay } from "../dates.js";
import { fill } from "../elements.js";
import { differs, read, write } from "./address.js";

/**
 * What was chosen; `changed` tells whether it is other than the register's own.
 * @typedef {import("./address.js").When & {changed: boolean}} Chosen
 */

/** Milliseconds of quiet after which a choice is settled: going back then leads to what was before it. */
const QUIET = 500;
const DAY = 86_400_000;
/** A year that is still being typed is no day to show. */
const TYPED = 19_000_000;

/** @type {Control | undefined} */
let control;

/**
 * What is chosen now; nothing before the control was set to work.
 * @returns {Chosen | undefined}
 */
export const current = () => control?.chosen;

/**
 * Choose a day and an axis for the reader; nothing happens before the control was set to work.
 * @param {import("./address.js").When} when
 */
export const choose = (when) => control?.choose(when);

/**
 * Set the control to work, with what its fields or else the address say.
 * @param {HTMLFormElement} form
 */
export function begin(form) {
  control = new Control(form);
  control.start();
}

class Control {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    const find = (name) => form.querySelector(`[data-asof-${name}]`);
    this.form = form;
    this.own = { on: parseDay(form.dataset.on), axis: form.dataset.axis };
    [this.day, this.slide, this.mark, this.told] = ["on", "slide", "mark", "told"].map(find);
    [this.reset, this.still, this.ticks] = ["reset", "still", "ticks"].map(find);
    this.first = parseDay(this.day.min);
    this.marks = [...this.mark.options].slice(1).reverse();
    this.marked = this.marks.map(({ value }) => parseDay(value));
    this.chosen = { ...this.own, changed: false };
  }

  start() {
    const { form, own } = this;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", ({ target }) => this.#entered(target));
    form.addEventListener("change", ({ target }) => this.#entered(target));
    form.addEventListener("click", ({ target }) => this.#pressed(target.closest("button")));
    this.ticks.addEventListener("click", (event) => this.#ticked(event));
    window.addEventListener("popstate", () => {
      clearTimeout(this.settling);
      this.settling = 0;
      this.#take(read(location.search, own));
    });
    // What was put in while this was still on its way is read before anything is shown over it.
    const { value: axis } = form.elements["asof-axis"];
    const field = [this.day, this.slide, this.mark].find((one) => one.value !== (one.defaultValue ?? ""));
    const entered = field?.value;
    this.#show();
    const given = read(location.search, own);
    if (differs(given, own)) this.#take(given);
    else {
      this.#go({ ...own, axis });
      if (field) {
        field.value = entered;
        this.#entered(field);
      }
    }
  }

  /** @param {import("./address.js").When} when */
  choose(when) {
    this.#go(when);
  }

  /** Something was put in by hand. */
  #entered(field) {
    const { chosen } = this;
    if (field === this.day) this.#typed(parseDay(field.value));
    else if (field === this.slide) this.#go({ ...chosen, on: this.#after(Number(field.value)) }, true);
    else if (field === this.mark) this.#go({ ...chosen, on: parseDay(field.value) || chosen.on });
    else this.#go({ on: chosen.on, axis: field.value });
  }

  #typed(on) {
    if (on > this.own.on) this.told.textContent = fill(this.form.dataset.later, { on: iso(this.own.on) });
    else if (on > TYPED) this.#go({ ...this.chosen, on }, true);
  }

  #pressed(button) {
    if (!button) return;
    const { on } = this.chosen;
    const step = Number(button.dataset.asofStep);
    const to = step > 0 ? (this.marked.find((day) => day > on) ?? this.own.on) : this.marked.findLast((day) => day < on);
    if (button === this.reset) {
      this.#go(this.own);
      this.day.focus(); // the button is gone
    } else if (to) this.#go({ ...this.chosen, on: to });
  }

  /** A press among the ticks means the nearest one. */
  #ticked({ clientX }) {
    const { left, width } = this.ticks.getBoundingClientRect();
    const day = ((clientX - left) / width) * Number(this.slide.max);
    const far = (on) => Math.abs(this.#days(on) - day);
    this.#go({ ...this.chosen, on: this.marked.reduce((best, on) => (far(on) < far(best) ? on : best)) });
  }

  /**
   * Choose. The address follows after the next frame, and while a choice is passing, when it is settled: browsers
   * refuse addresses that change with every move of a hand.
   * @param {import("./address.js").When} when
   * @param {boolean} [passing] whether more may follow at once: one step back then leads to what was before it all
   */
  #go(when, passing = false) {
    if (!differs(when, this.chosen)) return;
    if (!passing) this.#settle();
    this.#take(when);
    if (!this.settling) requestAnimationFrame(() => setTimeout(() => this.#write("pushState")));
    clearTimeout(this.settling);
    this.settling = passing ? setTimeout(() => this.#settle(), QUIET) : 0;
  }

  /** What was passing stays. */
  #settle() {
    if (this.settling) this.#write("replaceState");
    clearTimeout(this.settling);
    this.settling = 0;
  }

  #write(how) {
    const query = write(location.search, this.chosen, this.own);
    if (query !== location.search) history[how](null, "", (query || location.pathname) + location.hash);
  }

  #take({ on, axis }) {
    const before = this.chosen;
    this.chosen = { on, axis, changed: differs({ on, axis }, this.own) };
    this.#show();
    if (differs(before, this.chosen)) document.dispatchEvent(new CustomEvent("portal:asof", { detail: this.chosen }));
  }

  #show() {
    const { own, chosen, form } = this;
    const { on, axis, changed } = chosen;
    if (parseDay(this.day.value) !== on) this.day.value = iso(on);
    this.slide.value = String(this.#days(on));
    this.slide.setAttribute("aria-valuetext", iso(on));
    this.mark.value = this.marked.includes(on) && changed ? iso(on) : "";
    for (const radio of form.elements["asof-axis"]) radio.checked = radio.value === axis;
    // Not disabled: the keyboard would lose its place.
    form.querySelector('[data-asof-step="-1"]').setAttribute("aria-disabled", String(on <= this.first));
    form.querySelector('[data-asof-step="1"]').setAttribute("aria-disabled", String(on >= own.on));
    this.reset.hidden = this.still.hidden = !changed;
    form.toggleAttribute("data-changed", changed);
    this.told.textContent = changed ? this.#inWords() : "";
  }

  #inWords() {
    const { form, chosen } = this;
    const axis = form.querySelector(`[name="asof-axis"][value="${chosen.axis}"] + span`).textContent;
    const latest = this.marks[this.marked.findLastIndex((day) => day <= chosen.on)];
    const lists = latest
      ? fill(form.dataset.latest, { when: latest.value, title: latest.text.slice(latest.value.length + 1) })
      : fill(form.dataset.before, { first: iso(this.first) });
    return fill(form.dataset.told, { on: iso(chosen.on), axis }) + lists;
  }

  #days(on) {
    return Math.round((Date.parse(iso(on)) - Date.parse(iso(this.first))) / DAY);
  }

  #after(days) {
    return parseDay(new Date(Date.parse(iso(this.first)) + days * DAY).toISOString().slice(0, 10));
  }
}

/**
 * The form of quick answers at work: an area and a day lead to their page where there is one; any other day is worked
 * out on the page of the city at the register's own date, whose address then says what was asked.
 */

import { read as readKnown } from "../as_of/counting.js";
import { iso, parseDay } from "../dates.js";
import { fill } from "../elements.js";
import * as store from "../search/store.js";
import { title } from "./quick_counts.js";
import { back, show } from "./render.js";

/** @typedef {import("./quick_counts.js").Question} Question */

class Asking {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    const { area, on } = form.elements;
    Object.assign(this, { form, area, day: on });
    this.home = new URL(form.dataset.answers, document.baseURI);
    this.isHome = this.home.pathname === location.pathname;
    // What the page was built with, whatever has been chosen by now.
    this.own = { area: [...area.options].find((one) => one.defaultSelected).value, on: parseDay(on.defaultValue) };
    this.last = parseDay(on.max);
    this.said = form.querySelector("[data-told]");
    this.turn = 0;
  }

  begin() {
    window.addEventListener("popstate", () => this.follow());
    if (this.isHome && location.search) this.follow();
  }

  /** What was chosen by hand. */
  async submit() {
    const asked = { area: this.area.value, on: parseDay(this.day.value) };
    const { later, choose } = this.form.dataset;
    if (!asked.on || asked.on > this.last) {
      this.#say(asked.on ? later : choose);
      return;
    }
    const address = this.#addressOf(asked);
    if (!this.isHome || this.#hasPage(asked)) {
      if (address.href !== location.href) location.assign(address);
      return;
    }
    if (address.href !== location.href) history.pushState(null, "", address);
    await this.#show(asked);
  }

  /** What the address says. */
  async follow() {
    const given = new URLSearchParams(location.search);
    const asked = { area: given.get("area") ?? this.own.area, on: given.has("on") ? parseDay(given.get("on")) : this.own.on };
    const isKnown = [...this.area.options].some(({ value }) => value === asked.area);
    if (!isKnown || !asked.on || asked.on > this.last) this.#refuse(asked);
    else if (this.#isOwn(asked)) this.#own();
    else if (this.#hasPage(asked)) location.replace(this.#addressOf(asked));
    else await this.#show(asked);
  }

  #isOwn({ area, on }) {
    return area === this.own.area && on === this.own.on;
  }

  #hasPage({ area, on }) {
    const option = [...this.area.options].find(({ value }) => value === area);
    return option.dataset.days.split(" ").includes(iso(on));
  }

  /** The last folder of a page's address, as generator/site/sections/quick_counts.py puts it together. */
  #tokenOf({ area, on }) {
    return [area === this.area.options[0].value ? "" : area, on === this.last ? "" : iso(on)].filter(Boolean).join("-");
  }

  #addressOf(asked) {
    const token = this.#tokenOf(asked);
    if (this.#hasPage(asked)) return new URL(token && `${token}/`, this.home);
    const address = new URL(this.home);
    address.searchParams.set("on", iso(asked.on));
    if (asked.area !== this.area.options[0].value) address.searchParams.set("area", asked.area);
    return address;
  }

  /** @param {Question} asked */
  async #show(asked) {
    this.#fillIn(asked);
    const turn = (this.turn += 1);
    try {
      const known = await read();
      if (turn !== this.turn) return;
      show(known, asked, `${this.#tokenOf(asked)}.csv`);
      this.#say(fill(known.answering.words["answers.worked_out"], { title: title(known, asked) }));
    } catch (reason) {
      if (turn === this.turn) {
        back();
        this.#say(this.form.dataset.failed);
      }
      throw reason;
    }
  }

  /** The answer that the page was built with. */
  #own() {
    this.turn += 1;
    this.#fillIn(this.own);
    back();
    this.#say("");
  }

  /** Say why something is not answered; the page is then as it was built. */
  #refuse({ on }) {
    const { later, bad } = this.form.dataset;
    this.#own();
    const heading = document.querySelector(".page-head h1").textContent;
    this.#say(on > this.last ? later : fill(bad, { title: heading }));
  }

  #fillIn({ area, on }) {
    this.area.value = area;
    this.day.value = iso(on);
  }

  #say(text) {
    this.said.textContent = text;
  }
}

/** @returns {Promise<import("./quick_counts.js").Known>} */
const read = () =>
  store.once("register of answers", async () => {
    const [answering, known] = await Promise.all([
      store.answers(),
      readKnown(({ categories }) => [...categories.keys()]),
    ]);
    return { ...known, answering };
  });

/**
 * Set a form to work.
 * @param {HTMLFormElement} form
 * @returns {Asking}
 */
export function begin(form) {
  const asking = new Asking(form);
  asking.begin();
  return asking;
}

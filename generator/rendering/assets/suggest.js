/**
 * What a search box suggests while one types: a combobox with a list, for mouse, keyboard and screen reader.
 * What is found is decided in find.js. Without a suggestion chosen, Enter sends the form to the results page.
 */

import { address, fill, load, putName, search } from "./find.js";

const MAX_SUGGESTIONS = 10;

/** The suggestions of one search box. */
export class Suggestions {
  /**
   * @param {HTMLInputElement} input
   * @param {URL} root
   */
  constructor(input, root) {
    this.input = input;
    this.root = root;
    this.active = -1;
    this.list = this.#makeList();
    this.told = document.createElement("span");
    this.told.className = "visually-hidden";
    this.told.setAttribute("role", "status");
    input.after(this.list, this.told);
    this.#describe();
    input.addEventListener("input", (event) => this.#typed(event));
    input.addEventListener("compositionend", () => this.show());
    input.addEventListener("blur", () => this.close());
    input.addEventListener("keydown", (event) => this.#pressed(event));
    if (input.value && input === document.activeElement) this.show();
  }

  /** Show what the box's text finds. What arrives after the text has changed again is dropped. */
  async show() {
    const query = this.input.value.trim();
    let hits;
    try {
      hits = await search(query, this.root);
    } catch {
      return; // The form still leads to the results page.
    }
    if (this.input.value.trim() !== query || this.input !== document.activeElement) return;
    this.active = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.list.replaceChildren(...hits.slice(0, MAX_SUGGESTIONS).map((hit, n) => this.#option(hit, n, query)));
    this.#open(hits.length > 0);
    const { words } = await load(this.root);
    this.told.textContent = query ? fill(words["ui.search_results"], { n: hits.length }) : "";
  }

  /** Put the list away; what it holds stays until something else is typed. */
  close() {
    this.#open(false);
    this.#point(-1);
  }

  #open(open) {
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
  }

  /** @param {number} to the option to point at; -1 for none */
  #point(to) {
    this.list.children[this.active]?.setAttribute("aria-selected", "false");
    this.active = to;
    const option = this.list.children[to];
    if (!option) {
      this.input.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", option.id);
  }

  /** While an input method composes, the text is spelling, not a query. */
  #typed(event) {
    if (!event.isComposing) this.show();
  }

  #pressed(event) {
    if (event.isComposing) return;
    const count = this.list.children.length;
    const { hidden } = this.list;
    if (["ArrowDown", "ArrowUp"].includes(event.key) && count) {
      const step = event.key === "ArrowDown" ? 1 : -1;
      const from = this.active < 0 && step < 0 ? 0 : this.active;
      this.#open(true);
      this.#point((from + step + count) % count);
    } else if (event.key === "Escape" && !hidden) {
      this.close();
    } else if (event.key === "Enter" && !hidden && this.active >= 0) {
      this.list.children[this.active].click();
    } else {
      return;
    }
    event.preventDefault();
  }

  #makeList() {
    const list = document.createElement("ul");
    list.id = `${this.input.id}-list`;
    list.className = "suggestions";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", this.input.getAttribute("aria-label") ?? this.input.placeholder);
    return list;
  }

  #describe() {
    const roles = { role: "combobox", "aria-autocomplete": "list", "aria-controls": this.list.id, "aria-expanded": "false" };
    for (const [name, value] of Object.entries(roles)) this.input.setAttribute(name, value);
  }

  #option(hit, n, query) {
    const item = document.createElement("li");
    item.id = `${this.list.id}-${n}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.dataset.id = hit.column.ids[hit.at];
    const name = document.createElement("span");
    putName(name, hit, query);
    const kind = document.createElement("small");
    kind.append(hit.column.title);
    item.append(name, kind);
    item.addEventListener("pointerdown", (event) => event.preventDefault()); // else the box loses the focus
    item.addEventListener("click", () => location.assign(address(hit, this.root)));
    return item;
  }
}

/**
 * What a search box suggests while one types: a combobox with a list grouped by kind, for mouse, keyboard and
 * screen reader. What is found is decided in search.js. Without a suggestion chosen, Enter sends the form to the
 * results page.
 */

import { attempt } from "../loading.js";
import { evidence } from "./highlights.js";
import { fill, make, marked } from "../elements.js";
import { best } from "./search.js";
import { inProse } from "./passages.js";
import { manifest, ROOT } from "./store.js";

const MOST = 10;
const FEW = 3;
/** Shown of each kind before one kind takes what is left. */
const OF_EACH = 3;

/** The suggestions of one search box. */
export class Suggestions {
  /** @param {HTMLInputElement} input */
  constructor(input) {
    this.input = input;
    this.active = -1;
    /** @type {HTMLElement[]} */
    this.options = [];
    this.list = make("div", { id: `${input.id}-list`, class: "suggestions", role: "listbox", hidden: true });
    this.list.setAttribute("aria-label", input.getAttribute("aria-label") ?? input.placeholder);
    this.told = make("span", { class: "visually-hidden", role: "status" });
    input.after(this.list, this.told);
    const roles = { role: "combobox", "aria-autocomplete": "list", "aria-controls": this.list.id, "aria-expanded": "false" };
    for (const [name, value] of Object.entries(roles)) input.setAttribute(name, value);
    input.addEventListener("input", (event) => event.isComposing || this.show());
    input.addEventListener("compositionend", () => this.show());
    input.addEventListener("blur", () => this.close());
    input.addEventListener("keydown", (event) => this.#pressed(event));
    if (input.value && input === document.activeElement) this.show();
  }

  /** Show what the box's text finds. What arrives after the text has changed again is dropped. */
  async show() {
    const query = this.input.value.trim();
    let answer;
    try {
      answer = await attempt(this.input, () => this.#ask(query), { retry: () => this.show() });
    } catch {
      return; // That is said below the box; the form still leads to the results page.
    }
    if (this.input.value.trim() !== query || this.input !== document.activeElement) return;
    this.active = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.options = [];
    this.list.replaceChildren(...answer.groups.map((group, at) => this.#group(group, at)));
    this.#open(this.options.length > 0);
    const { words } = await manifest();
    this.told.textContent = query ? fill(words["ui.search_results"], { n: answer.total }) : "";
  }

  /** What a query finds: a few of each kind, of prose only where there is little else. */
  async #ask(query) {
    if (!query) return { total: 0, groups: [] };
    const { words, total, hits } = await best(query, MOST);
    const { kinds } = await manifest();
    const groups = grouped(hits).map((members) => ({
      title: kinds[members[0].of.kind].title,
      members: members.map(({ of: { column }, record }) => ({
        id: column.ids[record],
        address: `${column.kind}/${column.ids[record]}/`,
        ...evidence(column, record, words),
      })),
    }));
    const prose = total < FEW ? (await inProse(words)).slice(0, FEW) : [];
    if (prose.length) groups.push({ title: (await manifest()).words["find.prose"], members: prose });
    return { total: total + prose.length, groups };
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
    this.options[this.active]?.setAttribute("aria-selected", "false");
    this.active = to;
    const option = this.options[to];
    if (!option) {
      this.input.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", option.id);
  }

  #pressed(event) {
    if (event.isComposing) return;
    const count = this.options.length;
    const { hidden } = this.list;
    if (["ArrowDown", "ArrowUp"].includes(event.key) && count) {
      const step = event.key === "ArrowDown" ? 1 : -1;
      const from = this.active < 0 && step < 0 ? 0 : this.active;
      this.#open(true);
      this.#point((from + step + count) % count);
    } else if (event.key === "Escape" && !hidden) {
      this.close();
    } else if (event.key === "Enter" && !hidden && this.active >= 0) {
      this.options[this.active].click();
    } else {
      return;
    }
    event.preventDefault();
  }

  #group({ title, members }, at) {
    const id = `${this.list.id}-group-${at}`;
    const heading = make("div", { id, class: "suggestions-kind", role: "presentation" }, title);
    return make("div", { role: "group", "aria-labelledby": id }, heading, ...members.map((m) => this.#option(m)));
  }

  #option({ id, address, name, note }) {
    const option = make("div", {
      id: `${this.list.id}-${this.options.length}`,
      role: "option",
      "aria-selected": "false",
      "data-id": id,
    });
    option.append(make("span", {}, ...marked(name)));
    if (note) option.append(make("small", {}, ...marked(note.pieces)));
    option.addEventListener("pointerdown", (event) => event.preventDefault()); // else the box loses the focus
    option.addEventListener("click", () => location.assign(new URL(address, ROOT)));
    this.options.push(option);
    return option;
  }
}

/** The first hits, by kind, the kind of the best hit first: some of each, the rest as they come. */
function grouped(hits) {
  /** @type {Map<string, typeof hits>} */
  const byKind = new Map();
  for (const hit of hits) {
    const group = byKind.get(hit.of.kind) ?? [];
    byKind.set(hit.of.kind, group);
    if (group.length < MOST) group.push(hit);
  }
  const groups = [...byKind.values()];
  let room = MOST;
  const taken = groups.map((group) => {
    const own = Math.min(group.length, OF_EACH, room);
    room -= own;
    return own;
  });
  return groups.flatMap((group, at) => {
    const more = Math.min(group.length - taken[at], room);
    room -= more;
    return taken[at] + more ? [group.slice(0, taken[at] + more)] : [];
  });
}

/**
 * What is put side by side: up to four records of one kind, kept while one goes from page to page, with a bar that
 * shows them. Where the browser keeps nothing, the tray lasts as long as the page.
 */

import { fill, make } from "../elements.js";
import { manifest, ROOT } from "../search/store.js";

const MOST = 4;
const KEY = `portal compare ${ROOT.pathname}`;

/** @typedef {{kind: string, items: {id: string, name: string}[]}} Tray */

/** @type {Tray} */
let tray = load();
let bar;

function load() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "");
    if (Array.isArray(kept.items) && kept.items.every(({ id, name }) => typeof id === "string" && typeof name === "string")) return kept;
  } catch {
    // Nothing kept, or nothing may be kept.
  }
  return { kind: "", items: [] };
}

function keep() {
  try {
    if (tray.items.length) localStorage.setItem(KEY, JSON.stringify(tray));
    else localStorage.removeItem(KEY);
  } catch {
    // The tray lasts as long as the page.
  }
}

/**
 * Put a record into the tray or take it out; a record of another kind begins a new tray.
 * @param {string} kind
 * @param {string} id
 * @param {string} name
 */
export function toggle(kind, id, name) {
  const items = tray.kind === kind ? tray.items : [];
  const rest = items.filter((item) => item.id !== id);
  if (rest.length < items.length) tray = { kind, items: rest };
  else if (items.length < MOST) tray = { kind, items: [...items, { id, name }] };
  keep();
  return show();
}

/**
 * Show on buttons which records are in the tray.
 * @param {ParentNode} [place] where the buttons are
 */
export function press(place = document) {
  for (const button of place.querySelectorAll("[data-compare-add]")) {
    const inside = tray.items.some(({ id }) => id === button.dataset.compareAdd);
    button.setAttribute("aria-pressed", String(inside));
    button.disabled = !inside && tray.kind === button.dataset.kind && tray.items.length >= MOST;
  }
}

/** The ids of what is in the tray. */
export const inTray = () => tray.items.map(({ id }) => id);

/** Show the bar and which records are in the tray. */
export async function show() {
  const { words } = await manifest();
  press();
  bar ??= document.body.appendChild(make("aside", { class: "tray", "aria-label": words["action.compare"] }));
  bar.hidden = !tray.items.length;
  const ids = tray.items.map(({ id }) => id).join();
  const link = make("a", { class: "action", href: new URL(`compare/?ids=${ids}`, ROOT).href }, fill(words["compare.go"], { n: tray.items.length }));
  const items = tray.items.map(({ id, name }) => {
    const label = fill(words["compare.remove"], { name });
    const button = make("button", { type: "button", "aria-label": label }, name, make("span", { "aria-hidden": "true" }, " ×"));
    button.addEventListener("click", () => toggle(tray.kind, id, name));
    return make("li", {}, button);
  });
  bar.replaceChildren(make("ul", {}, ...items), link);
}

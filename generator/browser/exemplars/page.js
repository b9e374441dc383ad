/**
 * The finder at work: its form, the address that says what was asked, and the answer below. Nothing is read
 * before something is asked.
 */

import { manifest } from "../search/store.js";
import { answer, ASKED, register } from "./exemplar_pool.js";
import { results } from "./render.js";

/**
 * @param {HTMLFormElement} form
 */
export async function begin(form) {
  const told = document.querySelector("[data-exemplars-told]");
  const place = document.querySelector("[data-exemplars-found]");
  const say = (text, parts = []) => {
    told.textContent = text;
    place.replaceChildren(...parts);
  };
  const show = async (isAsked) => {
    const query = fillIn(form);
    if (!ASKED.some((name) => query[name])) {
      say(isAsked ? form.dataset.choose : "");
      return;
    }
    try {
      const [given, { words }] = await Promise.all([register(), manifest()]);
      const shown = results(answer(given, query), query, { given, words, form });
      say(shown.told, shown.parts);
    } catch (reason) {
      say(form.dataset.failed);
      throw reason;
    }
  };
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    history.pushState(null, "", addressOf(form));
    await show(true);
    place.querySelector("h3")?.focus();
  });
  form.addEventListener("reset", () => {
    // On whose behalf something was asked is forgotten with the rest.
    history.pushState(null, "", location.pathname);
    show(false);
  });
  window.addEventListener("popstate", () => show(Boolean(location.search)));
  // Where the address asks nothing, what was chosen before this was loaded is left as it is.
  if (location.search) await show(true);
}

/**
 * Put what the address says into the form; a value that the form does not have is none.
 * @returns {import("./exemplar_pool.js").Query}
 */
function fillIn(form) {
  const given = new URLSearchParams(location.search);
  for (const select of form.querySelectorAll("select")) {
    select.value = given.get(select.name) ?? "";
    if (select.selectedIndex < 0) select.selectedIndex = 0;
  }
  return asked(form);
}

/** @returns {import("./exemplar_pool.js").Query} */
function asked(form) {
  const chosen = ["category", ...ASKED].map((name) => [name, form.elements[name].value]);
  return { ...Object.fromEntries(chosen), unit: new URLSearchParams(location.search).get("unit") ?? "" };
}

/** The address of what the form says; what is not chosen is not in it, nor the category that comes first. */
function addressOf(form) {
  const { category, ...others } = asked(form);
  const first = form.elements.category.options[0].value;
  const given = Object.entries({ category: category === first ? "" : category, ...others }).filter(([, value]) => value);
  return given.length ? `?${new URLSearchParams(given)}` : location.pathname;
}

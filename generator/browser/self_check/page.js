/**
 * The self-check: a field beside each indicator whose values are public, and where the figure stands.
 * Nothing is kept and nothing leaves the page. Without this file the table of benchmarks is there to be read.
 */

import { fill } from "../elements.js";
import { place, total } from "../register/scoring.js";

/**
 * Read what somebody typed: full-width digits and separators of thousands are understood.
 * @param {string} text
 * @returns {number|null|undefined} null for nothing, undefined for what is no number
 */
function typed(text) {
  const plain = text.normalize("NFKC").replace(/[\s,]/gu, "");
  if (!plain) return null;
  return /^[-+]?(\d+\.?\d*|\.\d+)$/u.test(plain) ? Number(plain) : undefined;
}

/** @param {string|undefined} text */
const known = (text) => (text === undefined ? null : Number(text));

/**
 * One standard's table.
 * @param {HTMLElement} frame element with `data-self-check`, the words as `data-word-…`
 */
function attend(frame) {
  const words = frame.dataset;
  const rows = [...frame.querySelectorAll("tbody tr")];
  const scales = rows.map(({ dataset }) => ({
    benchmark: known(dataset.benchmark),
    leading: known(dataset.leading),
    weight: known(dataset.weight),
  }));
  if (!scales.some((scale) => place(0, scale).state !== "unpublished")) return;

  const head = frame.querySelector("thead tr");
  for (const title of [words.wordValue, words.wordPlace]) {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.textContent = title;
    head.append(cell);
  }
  const inputs = rows.map((row, at) => field(row, scales[at], words));
  const sum = document.createElement("p");
  sum.className = "self-check-total";
  sum.setAttribute("role", "status");
  frame.append(sum);

  const update = () => {
    const values = inputs.map((input) => (input ? typed(input.value) : null));
    rows.forEach((row, at) => {
      if (inputs[at]) show(row.lastElementChild, values[at], scales[at], words);
    });
    const found = total(values.map((value) => value ?? null), scales);
    sum.textContent = found ? fill(found.complete ? words.wordTotal : words.wordPart, { ...found, all: rows.length }) : "";
  };
  frame.addEventListener("input", update);
  update();
}

/** Put a field and a place for the answer at the end of a row; no field where a value is not public. */
function field(row, scale, words) {
  const [entry, answer] = [row.insertCell(), row.insertCell()];
  entry.dataset.label = words.wordValue;
  answer.dataset.label = words.wordPlace;
  if (place(0, scale).state === "unpublished") {
    answer.textContent = words.wordUnpublished;
    answer.className = "unknown";
    return null;
  }
  const input = document.createElement("input");
  input.type = "text";
  input.inputMode = "decimal";
  input.autocomplete = "off";
  const [, name, unit] = row.cells;
  input.setAttribute("aria-label", `${name.firstChild.textContent} ${unit.textContent}`);
  entry.append(input);
  return input;
}

/** Show where a figure stands, as words and as a bar. */
function show(cell, value, scale, words) {
  cell.replaceChildren();
  if (value === undefined) {
    cell.textContent = words.wordWrong;
    return;
  }
  const { state, percent } = place(value, scale);
  if (percent === null) return;
  const bar = document.createElement("meter");
  Object.assign(bar, { min: 0, max: 100, value: percent });
  const told = document.createElement("span");
  told.textContent = fill({ below: words.wordBelow, between: words.wordBetween, leading: words.wordLeading }[state], { percent });
  bar.setAttribute("aria-label", told.textContent);
  cell.append(bar, told);
}

for (const frame of document.querySelectorAll("[data-self-check]")) attend(frame);

/**
 * What a chart can do besides being read: be saved as an image, be drawn anew so that it answers the pointer.
 * Loaded when one of the two is first asked for. Drawing needs Vega, which is loaded only then.
 */

import { save as hand } from "../csv.js";

const SCALE = 2;
const EMBEDDED = {
  mode: "vega-lite",
  renderer: "svg",
  ast: true,
  actions: false,
  defaultStyle: false,
  tooltip: { disableDefaultStyle: true },
};

let vega;

/**
 * Drawings that were made in the browser for another date, with the names of their files, by figure.
 * @type {Map<HTMLElement, {name: string, svg: string}>}
 */
export const redrawn = new Map();

/**
 * Save the downloadable drawing of a chart as PNG.
 * @param {HTMLElement} figure
 */
export async function save(figure) {
  const address = figure.querySelector("[data-chart-svg]").href;
  const { name = figure.dataset.chart, svg } = redrawn.get(figure) ?? {};
  const text = svg ?? (await (await fetch(address)).text());
  const url = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * SCALE;
  canvas.height = image.naturalHeight * SCALE;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(url);
  const png = await new Promise((done) => canvas.toBlob(done, "image/png"));
  hand(`${name}.png`, png);
}

/**
 * Draw a chart anew with Vega: a pointer is told the value, a legend picks out a series.
 * @param {HTMLElement} figure
 * @param {URL} root the site's root
 */
export async function draw(figure, root) {
  const text = await read(figure);
  await embed(figure.querySelector(".chart-drawing"), text, root);
}

/**
 * Draw a specification into an element.
 * @param {HTMLElement} place
 * @param {string} text
 * @param {URL} root the site's root
 * @returns {Promise<any>} the view
 */
export async function embed(place, text, root) {
  await loaded(root);
  return (await globalThis.vegaEmbed(place, coloured(text), EMBEDDED)).view;
}

/**
 * Read the specification of a chart as it was built.
 * @param {HTMLElement} figure
 * @returns {Promise<string>}
 */
export async function read(figure) {
  const response = await fetch(figure.querySelector("[data-chart-json]").href);
  if (!response.ok) throw new Error(`${response.status}`);
  return response.text();
}

/**
 * The specification has its colours written out, for use elsewhere; here they follow the page.
 * @param {string} text
 * @returns {object}
 */
function coloured(text) {
  const { usermeta } = JSON.parse(text);
  let own = text;
  for (const [colour, name] of Object.entries(usermeta.colours)) {
    own = own.replaceAll(`"${colour}"`, `"var(${name})"`);
  }
  return JSON.parse(own);
}

function loaded(root) {
  vega ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = new URL("assets/vega.js", root).href;
    script.addEventListener("load", done);
    script.addEventListener("error", () => {
      vega = undefined;
      failed(new Error(script.src));
    });
    document.head.append(script);
  });
  return vega;
}

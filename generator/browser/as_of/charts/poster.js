/**
 * A drawing that stands alone, its finding above it, its source and date below: the same as
 * generator/outputs/charts/poster.py, for a drawing made in the browser.
 */

const [MARGIN, TITLE, FOOT, LEADING] = [14, 16, 12, 1.5];
/** Signs that begin no line: they may stand a little beyond its end. */
const HANGING = "，。；：、）”";
const FONT = "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";
const WIDE = /[\u1100-\u115f\u2018-\u201d\u2026\u2190-\u2193\u2500-\u257f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6—·×÷±°]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const NOT_XML = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/**
 * @param {string} svg beginning with an element that has a width and a height in pixels
 * @param {{title: string, foot: string[], ground: string, ink: string}} around
 * @returns {string}
 */
export function poster(svg, { title, foot, ground, ink }) {
  const [, width, height] = svg.match(/^<svg [^>]*?width="([\d.]+)" height="([\d.]+)"/u).map(Number);
  const above = [...wrapped(title, width / TITLE - 1)];
  const below = foot.flatMap((text) => [...wrapped(text, width / FOOT)]);
  const top = MARGIN + above.length * TITLE * LEADING;
  const whole = top + height + 8 + below.length * FOOT * LEADING + MARGIN;
  const wide = width + 2 * MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${whole}" viewBox="0 0 ${wide} ${whole}" `,
    `font-family="${FONT}" fill="${ink}"><title>${escaped(title)}</title>`,
    `<rect width="${wide}" height="${whole}" fill="${ground}"/>`,
    ...lines(above, MARGIN + TITLE, TITLE, ' font-weight="600"'),
    svg.replace("<svg ", `<svg x="${MARGIN}" y="${top}" `),
    ...lines(below, top + height + 8 + FOOT, FOOT),
    "</svg>\n",
  ].join("");
}

const lines = (texts, top, size, weight = "") =>
  texts.map(
    (text, number) =>
      `<text x="${MARGIN}" y="${top + number * size * LEADING}" font-size="${size}"${weight}>${escaped(text)}</text>`,
  );

/** Cut a text into lines of a width in ems: a wide character takes one, any other about a half. */
function* wrapped(text, ems) {
  let [line, taken] = ["", 0];
  for (const character of text.replace(NOT_XML, "\ufffd")) {
    const width = WIDE.test(character) ? 1 : 0.62;
    if (taken + width > ems && !HANGING.includes(character)) {
      yield line;
      [line, taken] = ["", 0];
    }
    [line, taken] = [line + character, taken + width];
  }
  if (line) yield line;
}

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };
const escaped = (text) => text.replace(NOT_XML, "\ufffd").replace(/[&<>"']/gu, (sign) => SIGNS[sign]);

// Every text with its colour against what it stands on: WCAG 2.2, 1.4.3, and its formulas of luminance.
// Gives how many texts were looked at, and a line for each pair of colours that is too faint. Drawings are left
// out: their words stand on shapes, whose colours tests/outputs/test_colours.py holds apart.
() => {
  const LEFT = "[disabled], [aria-disabled], option, noscript, script, style, svg";
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const known = new Map();
  const rgba = (colour) => {  // whatever form a browser gives colours in, a pixel has numbers
    if (!known.has(colour)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
      known.set(colour, [r, g, b, a / 255]);
    }
    return known.get(colour);
  };
  const over = ([r, g, b, a], ground) => [r, g, b].map((x, n) => x * a + ground[n] * (1 - a));
  const luminance = (colour) => {
    const light = (x) => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4);
    const [r, g, b] = colour.map((x) => light(x / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const grounds = new Map();
  const ground = (element) => {  // [colour, opacity], or nothing behind which a picture lies
    if (!element) return [[255, 255, 255], 1];
    if (!grounds.has(element)) {
      const style = getComputedStyle(element), behind = ground(element.parentElement);
      const painted = behind && style.backgroundImage === "none";
      grounds.set(element, painted && [over(rgba(style.backgroundColor), behind[0]), behind[1] * style.opacity]);
    }
    return grounds.get(element);
  };
  const found = new Map();
  let looked = 0;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || element.closest(LEFT)) continue;
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const style = getComputedStyle(element), behind = ground(element);
    if (!behind) continue;
    looked += 1;
    const [r, g, b, a] = rgba(style.color);
    const [one, other] = [over([r, g, b, a * behind[1]], behind[0]), behind[0]].map(luminance);
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    const size = parseFloat(style.fontSize), large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    if (ratio >= (large ? 3 : 4.5)) continue;
    found.set(`${style.color} on ${behind[0]}: ${ratio.toFixed(2)}`, element.outerHTML.slice(0, 100));
  }
  return [looked, [...found].map((pair) => `faint ${pair.join(" ")}`)];
}

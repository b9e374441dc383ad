/**
 * Where a figure stands between an indicator's benchmark and leading value, and the score that follows.
 * The same rule as generator/register/scoring.py, where it is explained; one file of cases checks both.
 */

/**
 * What an indicator is measured against; null where it is not public.
 * @typedef {{benchmark: number|null, leading: number|null, weight: number|null}} Scale
 * @typedef {{state: "unpublished"|"blank"|"below"|"between"|"leading", percent: number|null}} Place
 * @typedef {{points: number, weight: number, scored: number, complete: boolean}} Total
 */

/** @param {number} number */
const tenth = (number) => Math.floor(number * 10 + 0.5) / 10;

/**
 * Where one figure stands: 0 at the benchmark, 100 at the leading value.
 * @param {number|null} value
 * @param {Scale} scale
 * @returns {Place}
 */
export function place(value, { benchmark, leading }) {
  if (benchmark === null || leading === null || benchmark === leading) return { state: "unpublished", percent: null };
  if (value === null) return { state: "blank", percent: null };
  const share = (value - benchmark) / (leading - benchmark);
  if (share < 0) return { state: "below", percent: 0 };
  return share >= 1 ? { state: "leading", percent: 100 } : { state: "between", percent: tenth(share * 100) };
}

/**
 * The score of figures in the order of their scales; null where no weighted one could be scored.
 * @param {(number|null)[]} values
 * @param {Scale[]} scales
 * @returns {Total|null}
 */
export function total(values, scales) {
  let points = 0;
  let weight = 0;
  let scored = 0;
  scales.forEach((scale, at) => {
    const { percent } = place(values[at], scale);
    if (percent === null || scale.weight === null) return;
    points += (percent * scale.weight) / 100;
    weight += scale.weight;
    scored += 1;
  });
  return scored ? { points: tenth(points), weight: tenth(weight), scored, complete: scored === scales.length } : null;
}

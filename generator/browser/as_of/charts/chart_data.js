/**
 * What a chart shows on another day, before anything is drawn.
 */

/**
 * What is drawn, and said above and below it; a row is a place and a value for each series. `sources` are the ids of
 * the documents it rests on; where there are none, they are those of the chart at the register's own date.
 * @typedef {{title: string, note: string, series: {name: string, colour: string}[],
 *   rows: [string, (number | null)[]][], sources?: Set<string>}} ChartData
 */

/** Never -0: a table would show it. */
export const negative = (count) => (count ? -count : count);

/**
 * What a chart shows on another day, worked out from the register as generator/site/charts/ does at build: a
 * function for each kind of chart that can follow, named as the chart says in `data-follows`. No page here.
 */

import { growth, turnover } from "./growth.js";
import { names } from "./incomplete.js";
import { areas, kinds } from "./makeup.js";
import { lists } from "./official.js";

/**
 * Every recipe by its name: from what is known, a category and a day to what is drawn; undefined where there is too
 * little to draw. `before` is what the chart shows at the register's own date, `scheme` the id of the one it is about.
 * @type {Record<string, (known: import("../counting.js").Known, category: number, when: import("../address.js").When,
 *   before: {series: {name: string, colour: string}[]}, scheme?: string) => import("./chart_data.js").ChartData | undefined>}
 */
export const RECIPES = { growth, turnover, areas, kinds, names, lists };

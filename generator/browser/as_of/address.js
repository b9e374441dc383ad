/**
 * The day and the axis that a reader has chosen, and how an address says them: `on` and `axis`, beside whatever
 * else it says. No page here.
 */

import { iso, parseDay } from "../dates.js";

/** @typedef {import("../register/standing.js").When} When */

const AXES = ["published", "list_year"];

/**
 * Read an address. What is no day, or later than the register's own date, is not chosen.
 * @param {string} query with or without its question mark
 * @param {When} own the register's own
 * @returns {When}
 */
export function read(query, own) {
  const given = new URLSearchParams(query);
  const on = parseDay(given.get("on") ?? "");
  const axis = given.get("axis") ?? "";
  return { on: on && on <= own.on ? on : own.on, axis: AXES.includes(axis) ? axis : own.axis };
}

/**
 * Write a day and an axis into an address; what is the register's own is not in it, everything else stays.
 * @param {string} query with its question mark, or nothing
 * @param {When} when
 * @param {When} own
 * @returns {string} with its question mark, or nothing
 */
export function write(query, { on, axis }, own) {
  const rest = query.slice(1).split("&").filter((part) => part && !/^(?:on|axis)=/u.test(part));
  if (on !== own.on) rest.push(`on=${iso(on)}`);
  if (axis !== own.axis) rest.push(`axis=${axis}`);
  return rest.length ? `?${rest.join("&")}` : "";
}

/** Whether something other than the register's own is chosen. */
export const differs = (when, own) => when.on !== own.on || when.axis !== own.axis;

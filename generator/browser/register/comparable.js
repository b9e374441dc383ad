/**
 * Which units are comparable to one that asks, and which filters gave way: the rule of
 * generator/register/comparable.py, where it is explained; one file of cases checks both. No page here.
 */

import { LEVELS } from "./standing.js";

/** What units are compared by, the most important first; filters give way from the end. */
const CRITERIA = ["industry", "improve", "level", "size", "area"];
/** Units found at which no further filter gives way. */
export const ENOUGH = 3;
const [AS_ASKED, FURTHER_UP, SAME_LEVEL, LOWER] = [0, 1, 2, 3];

/**
 * What somebody looks for; empty where a criterion was not given.
 * @typedef {{industry: string[], improve: string, level: string, size: string, area: string, rungs: string[]}} Asked
 *
 * A unit that may be offered.
 * @typedef {{industry: string[], measures: string[], level: string, size: string, areas: string[],
 *   apart: boolean}} Candidate
 *
 * @typedef {{criterion: string, allowed: number, found: number, apart: number}} Step
 * @typedef {{category: string, levels: string[], industries: string[][], measure: string}} Limits
 */

const rank = (level) => LEVELS.indexOf(level);

/**
 * The level to look at from the one held: the next one, the highest itself for who is there.
 * @param {string} level
 * @param {string[]} rungs
 */
export const aim = (level, rungs) => rungs.find((rung) => rank(rung) > rank(level)) ?? rungs.at(-1) ?? "";

/**
 * How far a unit is from what was asked, by criterion; 0 too for what was not asked.
 * @param {Asked} asked
 * @param {Candidate} candidate
 * @returns {number[]}
 */
function distances(asked, { industry, measures, level, size, areas }) {
  const shared = asked.industry.findIndex((part) => industry.includes(part));
  return [
    shared < 0 ? asked.industry.length : shared,
    asked.improve && !measures.includes(asked.improve) ? 1 : 0,
    levelAway(asked, level),
    asked.size && asked.size !== size ? 1 : 0,
    asked.area && !areas.includes(asked.area) ? 1 : 0,
  ];
}

function levelAway(asked, level) {
  if (!asked.level) return AS_ASKED;
  const target = aim(asked.level, asked.rungs);
  if (level === target) return AS_ASKED;
  if (level === asked.level) return SAME_LEVEL;
  return rank(level) > rank(target) ? FURTHER_UP : LOWER;
}

/** Which filter gives way next, and how far. */
function widenings(asked) {
  return [
    ...(asked.area ? [["area", 1]] : []),
    ...(asked.size ? [["size", 1]] : []),
    ...(asked.level ? [["level", FURTHER_UP], ["level", LOWER]] : []),
    ...(asked.improve ? [["improve", 1]] : []),
    ...asked.industry.map((_, n) => ["industry", n + 1]),
  ];
}

/**
 * Find comparable units among candidates that stand in alphabetical order.
 * @param {Asked} asked
 * @param {Candidate[]} candidates
 * @returns {{steps: Step[], order: number[]}} `order` holds places among the candidates, in the order to show them
 */
export function find(asked, candidates) {
  const away = candidates.map((candidate) => distances(asked, candidate));
  const limits = CRITERIA.map(() => 0);
  let order = within(away, limits);
  const steps = [step("", 0, order, candidates)];
  for (const [criterion, allowed] of widenings(asked)) {
    if (steps.at(-1).found >= ENOUGH) break;
    const place = CRITERIA.indexOf(criterion);
    const before = limits[place];
    if (!away.some((far) => before < far[place] && far[place] <= allowed)) continue;
    limits[place] = allowed;
    order = within(away, limits);
    steps.push(step(criterion, allowed, order, candidates));
  }
  return { steps, order: order.sort((a, b) => compare(a, b, away, candidates)) };
}

function within(away, limits) {
  const found = [];
  away.forEach((far, n) => {
    if (far.every((distance, place) => distance <= limits[place])) found.push(n);
  });
  return found;
}

function step(criterion, allowed, order, candidates) {
  const apart = order.filter((n) => candidates[n].apart).length;
  return { criterion, allowed, found: order.length - apart, apart };
}

/** Place confirmed first; then criterion by criterion; then those with a case; then by name. */
function compare(a, b, away, candidates) {
  const [one, other] = [candidates[a], candidates[b]];
  if (one.apart !== other.apart) return one.apart ? 1 : -1;
  const place = CRITERIA.findIndex((_, n) => away[a][n] !== away[b][n]);
  if (place >= 0) return away[a][place] - away[b][place];
  return Number(!one.measures.length) - Number(!other.measures.length) || a - b;
}

/**
 * Why a unit is offered, in the order of the criteria: a reason, and what it is about.
 * @param {Asked} asked
 * @param {Candidate} candidate
 * @returns {[string, string][]}
 */
export function reasons(asked, candidate) {
  const [industry, improve, level, size, area] = distances(asked, candidate);
  const told = [];
  if (industry < asked.industry.length) told.push([industry ? "within" : "industry", asked.industry[industry]]);
  if (asked.improve && !improve) told.push(["improve", asked.improve]);
  else if (candidate.measures.length) told.push(["case", ""]);
  if (asked.level && level < LOWER) {
    const same = level === SAME_LEVEL || candidate.level === asked.level;
    told.push([same ? "level_same" : ["level_up", "level_further"][level], candidate.level]);
  }
  if (asked.size && !size) told.push(["size", asked.size]);
  if (asked.area && !area) told.push(["area", asked.area]);
  return told;
}

/**
 * Whether a policy, technology or the like fits: all that it is limited to, and that was asked, agrees.
 * @param {Limits} limits
 * @param {Asked} asked
 * @param {string} category
 */
export function fits({ category: only, levels, industries, measure }, asked, category) {
  const target = asked.level ? aim(asked.level, asked.rungs) : "";
  return (
    (!only || only === category) &&
    (!levels.length || !target || levels.includes(target)) &&
    (!measure || !asked.improve || measure === asked.improve) &&
    (!industries.length || industries.some((line) => akin(asked.industry, line)))
  );
}

/** Whether one of two industries is part of the other; one that was not asked is akin to all. */
const akin = (one, other) => !one.length || other.includes(one[0]) || one.includes(other[0]);

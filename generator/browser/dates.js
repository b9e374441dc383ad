/**
 * Days as numbers that compare like the days: 20220115 is 2022-01-15, and 0 is no day.
 */

/**
 * Parse a day of the register's own files, which is not checked again.
 * @param {string | null | undefined} iso an ISO date, or nothing
 * @returns {number} 0 for nothing
 */
export const day = (iso) => (iso ? Number(iso.replaceAll("-", "")) : 0);

/**
 * Parse what a reader or an address says.
 * @param {string} text
 * @returns {number} 0 for what is not an ISO date
 */
export function parseDay(text) {
  if (!/^\d{4}-\d\d-\d\d$/u.test(text)) return 0;
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? day(text) : 0;
}

/**
 * Format a day as an ISO date.
 * @param {number} on
 * @returns {string}
 */
export const iso = (on) => String(on).padStart(8, "0").replace(/(\d\d)(\d\d)$/u, "-$1-$2");

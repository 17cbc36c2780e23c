/**
 * One measurement, and what it was compared with in the same run: the form of `results/NAME.json`.
 *
 * @typedef {object} Row
 * @property {string} what
 * @property {number} value
 * @property {string} unit with the statistic, as in `ms p50`
 * @property {'less' | 'more'} better which way is better
 * @property {string} [beside] what it was compared with, in the same unit
 * @property {number} [besideValue]
 * @property {number} [ratio] `value / besideValue`
 * @property {number} [target] for `ratio` if there is one, else for `value`
 * @property {boolean} [ok] whether the target was reached
 */

/**
 * Makes a row. Numbers are rounded to what can be read; whether the target was reached is decided
 * before that.
 *
 * @param {object} measured
 * @param {string} measured.what
 * @param {number} measured.value
 * @param {string} measured.unit
 * @param {'less' | 'more'} [measured.better]
 * @param {{ what: string, value: number }} [measured.beside]
 * @param {number} [measured.target] for the ratio if there is something beside, else for the value
 * @returns {Row}
 */
export function row({ what, value, unit, better = 'less', beside, target }) {
  const ratio = beside && value / beside.value;
  const reached = ratio ?? value;
  return {
    what,
    value: rounded(value),
    unit,
    better,
    ...(beside && { beside: beside.what, besideValue: rounded(beside.value) }),
    ...(ratio !== undefined && { ratio: rounded(ratio) }),
    ...(target !== undefined && {
      target,
      ok: better === 'less' ? reached <= target : reached >= target,
    }),
  };
}

/**
 * The value below which a share of the samples lies (nearest rank).
 *
 * @param {readonly number[]} samples at least one
 * @param {number} share 0 to 1
 */
export function percentile(samples, share) {
  const sorted = samples.toSorted((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (found === undefined) throw new Error('There are no samples.');
  return found;
}

/** @param {readonly number[]} samples */
export function median(samples) {
  return percentile(samples, 0.5);
}

/**
 * Three digits that matter, and whole numbers from 100 on.
 *
 * @param {number} value
 */
function rounded(value) {
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}

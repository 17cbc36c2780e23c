// What a part measured, as a file and as a table.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';

/** @typedef {import('./row.mjs').Row} Row */

/**
 * What the numbers belong to.
 *
 * @param {string} browser its version
 */
export function machineWith(browser) {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return [
    `${cpus().length} × ${first?.model.trim() || 'unknown CPU'}`,
    `${memory} GB`,
    `${type()} ${release()}`,
    `Chromium ${browser}`,
    `Node ${process.versions.node}`,
  ].join(', ');
}

/**
 * @param {string} name of the part
 * @param {string} machine
 * @param {readonly Row[]} rows
 */
export function writeResults(name, machine, rows) {
  const folder = new URL('results/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  const text = `${JSON.stringify({ name, machine, rows }, null, 2)}\n`;
  writeFileSync(new URL(`${name}.json`, folder), text);
}

/**
 * A table in Markdown, as it is in README.md.
 *
 * @param {readonly Row[]} rows
 */
export function tableOf(rows) {
  const cells = [
    ['what', 'value', 'beside', 'ratio', 'target', ''],
    ...rows.map((row) => [
      row.what,
      `${row.value} ${row.unit}`,
      row.beside === undefined ? '' : `${row.beside}: ${row.besideValue}`,
      row.ratio === undefined ? '' : String(row.ratio),
      targetOf(row),
      verdictOf(row),
    ]),
  ];
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(3, ...cells.map((line) => line[column]?.length ?? 0)),
  );
  const lines = cells.map(
    (line) => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  );
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

/** @param {Row} row */
function targetOf({ target, better }) {
  if (target === undefined) return '';
  return `${better === 'less' ? '≤' : '≥'} ${target}`;
}

/** @param {Row} row */
function verdictOf({ ok }) {
  if (ok === undefined) return '';
  return ok ? 'ok' : 'missed';
}

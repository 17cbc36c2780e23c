/** What a failed assertion says, in the words and the layout of workerd. */
import { inspect } from 'node-inspect-extracted';

/** All of a value, in an order that does not depend on how it was made. */
function shown(value: unknown): string {
  return inspect(value instanceof Error ? withoutStack(value) : value, {
    compact: true,
    customInspect: false,
    depth: 1000,
    maxArrayLength: Number.POSITIVE_INFINITY,
    sorted: true,
    getters: true,
  });
}

function withoutStack(error: Error): Error {
  const copy = Object.create(Object.getPrototypeOf(error), Object.getOwnPropertyDescriptors(error));
  return Object.defineProperty(copy, 'stack', { value: `${error.name}: ${error.message}` });
}

const DEEP = 'Expected values to be strictly deep-equal:';
/** Longer than this in sum, two values on a line each are compared below each other. */
const SHORT = 12;
/** Where the first difference is marked: only in lines that fit on a terminal. */
const MARKED = 80;
const MAX_LINES = 50;

/** `deepStrictEqual`: the lines of both values, those that agree once. */
export function deepDifference(actual: unknown, expected: unknown): string {
  const actualText = shown(actual);
  const expectedText = shown(expected);
  const length = actualText.length + expectedText.length;
  let mark = '';
  if (!actualText.includes('\n') && !expectedText.includes('\n') && actualText !== expectedText) {
    const arePrimitive = !isObject(actual) && !isObject(expected);
    if (length <= SHORT && arePrimitive && (actual !== 0 || expected !== 0)) {
      return `${DEEP}\n\n${actualText} !== ${expectedText}\n`;
    }
    if (length > SHORT && length < MARKED) mark = markOf(actualText, expectedText);
    if (length <= SHORT) mark = '';
  }
  const { lines, skipped } = sideBySide(actualText.split('\n'), expectedText.split('\n'));
  const header = `${DEEP}\n+ actual - expected${skipped ? ' ... Lines skipped' : ''}`;
  return `${header}\n\n${lines.join('\n')}${mark}`;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function markOf(actual: string, expected: string): string {
  let at = 0;
  while (at < actual.length && actual[at] === expected[at]) at += 1;
  return at > 2 ? `\n  ${' '.repeat(at)}^` : '';
}

function sideBySide(actual: string[], expected: string[]): { lines: string[]; skipped: boolean } {
  const ending: string[] = [];
  while (actual.length > 0 && expected.length > 0 && actual.at(-1) === expected.at(-1)) {
    ending.unshift(`  ${actual.pop()}`);
    expected.pop();
  }
  const lines: string[] = [];
  let same: string[] = [];
  let wanted: string[] = [];
  let skipped = false;
  let changes = 0;
  const flushSame = () => {
    if (same.length > 5) {
      same = [...same.slice(0, 2), '...', ...same.slice(-2)];
      skipped = true;
    }
    lines.push(...same);
    changes += same.filter((line) => line !== '...').length;
    same = [];
  };
  const count = Math.max(actual.length, expected.length);
  for (let index = 0; index < count; index += 1) {
    const has = actual[index];
    const wants = expected[index];
    if (has !== undefined && wants !== undefined && withoutComma(has) === withoutComma(wants)) {
      lines.push(...wanted);
      wanted = [];
      same.push(`  ${has}`);
      continue;
    }
    flushSame();
    if (has !== undefined) lines.push(`+ ${has}`);
    if (wants !== undefined) wanted.push(`- ${wants}`);
    changes += Number(has !== undefined) + Number(wants !== undefined);
    if (changes > MAX_LINES && index < count - 2) {
      return { lines: [...lines, '...', ...wanted, '...'], skipped: true };
    }
  }
  flushSame();
  lines.push(...wanted);
  if (ending.length < 5) return { lines: [...lines, ...ending], skipped };
  return { lines: [...lines, ...ending.slice(0, 1), '...', ...ending.slice(-3)], skipped: true };
}

function withoutComma(line: string): string {
  return line.endsWith(',') ? line.slice(0, -1) : line;
}

/** `strictEqual`: a difference by lines. */
export function strictDifference(actual: unknown, expected: unknown): string {
  const areTexts = typeof actual === 'string' && typeof expected === 'string';
  const actualText = areTexts ? escaped(actual) : inspect(actual);
  const expectedText = areTexts ? escaped(expected) : inspect(expected);
  if (!areTexts && actualText === expectedText) {
    const lines = actualText.split('\n').map((line) => `    ${line}`);
    return `Values have the same structure but are not reference-equal:\n\n${lines.join('\n')}\n`;
  }
  const lines = lineDifference(actualText.split('\n'), expectedText.split('\n'));
  const ending = areTexts ? '\n' : '';
  return `Values are not strictly equal:\n\n\n[Diff] Actual / Expected\n\n\n${lines.join('\n')}\n${ending}`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\f': '\\f',
  '\t': '\\t',
  '\v': '\\v',
  '\r': '\\r',
  '\n': '\\n\n',
};

function escaped(text: string): string {
  return text.replace(/[\b\f\t\v\r\n]/g, (character) => ESCAPES[character] ?? character);
}

/** The shortest way from one to the other: what goes before what comes. */
function lineDifference(from: readonly string[], to: readonly string[]): string[] {
  // How many lines agree from here on, by index in both.
  const common = Array.from({ length: from.length + 1 }, () => new Uint32Array(to.length + 1));
  const at = (row: number, column: number) => common[row]?.[column] ?? 0;
  for (let row = from.length - 1; row >= 0; row -= 1) {
    for (let column = to.length - 1; column >= 0; column -= 1) {
      const best =
        from[row] === to[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
      common[row]?.fill(best, column, column + 1);
    }
  }
  const lines: string[] = [];
  let row = 0;
  let column = 0;
  while (row < from.length || column < to.length) {
    if (row < from.length && column < to.length && from[row] === to[column]) {
      lines.push(`    ${from[row]}`);
      row += 1;
      column += 1;
    } else if (
      row < from.length &&
      (column === to.length || at(row + 1, column) >= at(row, column + 1))
    ) {
      lines.push(`-   ${from[row]}`);
      row += 1;
    } else {
      lines.push(`+   ${to[column]}`);
      column += 1;
    }
  }
  return lines;
}

import type { FetchInit, Position } from '../../runtime-worker/index';
import { MAX_AT_ONCE, readCount } from './compose';
import { type Header, readHeader } from './header-lines';
import { readMethod, readUrl } from './request-line';

/** Requests with their times: what one click fires. */
export interface Scenario {
  /** The file's name without `.http`. */
  readonly name: string;
  /** In the order of their times. */
  readonly steps: readonly ScenarioStep[];
}

export interface ScenarioStep {
  /** ms after the start. */
  readonly at: number;
  /** How many together. */
  readonly count: number;
  readonly init: FetchInit;
}

/** A scenario cannot be read: says what is wrong, and where. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
  readonly position: Position;

  constructor(file: string, line: number, message: string) {
    super(`${file}:${line}: ${message}`);
    this.position = { file, line, column: 1 };
  }
}

const LATEST = 60_000;

interface Line {
  readonly number: number;
  readonly text: string;
}

/**
 * Reads a `.http` file as VS Code's REST Client writes them: requests between lines that start with
 * `###`; comments with `#` or `//`; a request line, headers, an empty line, a body. Two comments are
 * ours: `# @at 500` (ms after the start) and `# @count 3` (how many together).
 * Variables and references to files are not read, and said so.
 * @throws {ScenarioError} naming the line.
 */
export function readScenario(file: string, text: string): Scenario {
  const steps = blocksOf(text).flatMap((block) => {
    const step = readBlock(file, block);
    return step ? [step] : [];
  });
  if (steps.length === 0) {
    throw new ScenarioError(file, 1, 'no request in it. Write one as “GET /slow”.');
  }
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.http$/, '');
  return { name, steps: steps.toSorted((a, b) => a.at - b.at) };
}

/** The first scenario of a project, by path. */
export function scenarioFileOf(files: Readonly<Record<string, unknown>>): string | undefined {
  return Object.keys(files)
    .filter((path) => path.endsWith('.http'))
    .toSorted()[0];
}

function blocksOf(text: string): Line[][] {
  const blocks: Line[][] = [[]];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.startsWith('###')) blocks.push([]);
    else blocks.at(-1)?.push({ number: index + 1, text: line });
  }
  return blocks;
}

function readBlock(file: string, lines: readonly Line[]): ScenarioStep | undefined {
  let at = 0;
  let count = 1;
  let start = 0;
  let lastTag: Line | undefined;
  for (; start < lines.length; start += 1) {
    const line = lines[start];
    if (!line) break;
    if (line.text.trim() === '') continue;
    if (!isComment(line.text)) break;
    const tag = /^(?:#|\/\/)\s*@(at|count)\b(.*)$/.exec(line.text.trim());
    if (!tag) continue;
    lastTag = line;
    const value = (tag[2] ?? '').trim();
    if (tag[1] === 'at') at = readAt(file, line, value);
    else count = readAtOnce(file, line, value);
  }
  const requestLine = lines[start];
  if (!requestLine) {
    if (!lastTag) return undefined;
    throw new ScenarioError(file, lastTag.number, 'no request follows this line.');
  }
  return { at, count, init: readRequest(file, requestLine, lines.slice(start + 1)) };
}

function readRequest(file: string, requestLine: Line, rest: readonly Line[]): FetchInit {
  const { number, text } = requestLine;
  refuseVariables(file, requestLine);
  if (text.trim().startsWith('@')) {
    throw new ScenarioError(file, number, 'variables are not supported: write the value itself.');
  }
  const parts = text.trim().split(/\s+/);
  const last = parts.at(-1) ?? '';
  if (parts.length > 1 && /^HTTP\/\d/i.test(last)) parts.pop();
  if (parts.length > 2) {
    throw new ScenarioError(
      file,
      number,
      `“${text.trim()}” is no request line such as “GET /slow”.`,
    );
  }
  // REST Client reads a URL alone as a GET of it.
  const [first = '', second] = parts;
  const method = second === undefined ? { method: 'GET' } : readMethod(first);
  if ('problem' in method) throw new ScenarioError(file, number, method.problem);
  const written = second ?? first;
  if (!/^(\/|https?:\/\/)/i.test(written)) {
    throw new ScenarioError(
      file,
      number,
      `“${written}” is neither a path such as /slow nor an http: or https: URL.`,
    );
  }
  const url = readUrl(written);
  if ('problem' in url) throw new ScenarioError(file, number, url.problem);

  const empty = rest.findIndex((line) => line.text.trim() === '');
  const headers = readHeaders(file, empty === -1 ? rest : rest.slice(0, empty));
  const body = readBody(file, empty === -1 ? [] : rest.slice(empty + 1));
  if (body !== null && (method.method === 'GET' || method.method === 'HEAD')) {
    throw new ScenarioError(
      file,
      rest[empty + 1]?.number ?? number,
      `a ${method.method} request has no body. A line with ### begins the next request.`,
    );
  }
  return { method: method.method, url: url.url, headers, body };
}

function readHeaders(file: string, lines: readonly Line[]): Header[] {
  return lines.flatMap((line) => {
    if (isComment(line.text)) return [];
    refuseVariables(file, line);
    const header = readHeader(line.text);
    if (typeof header === 'string') throw new ScenarioError(file, line.number, header);
    return [header];
  });
}

function readBody(file: string, lines: readonly Line[]): Uint8Array<ArrayBuffer> | null {
  const body = lines
    .map((line) => line.text)
    .join('\n')
    .trim();
  if (body === '') return null;
  const first = lines.find((line) => line.text.trim() !== '');
  if (first && /^<@?\s/.test(first.text)) {
    throw new ScenarioError(
      file,
      first.number,
      'a body from a file is not supported: write it here.',
    );
  }
  for (const line of lines) refuseVariables(file, line);
  return new TextEncoder().encode(body);
}

function readAt(file: string, line: Line, value: string): number {
  if (/^\d+$/.test(value) && Number(value) <= LATEST) return Number(value);
  throw new ScenarioError(
    file,
    line.number,
    `@at wants whole milliseconds after the start, 0 to ${LATEST}, such as “# @at 500”.`,
  );
}

function readAtOnce(file: string, line: Line, value: string): number {
  const count = readCount(value);
  if (count !== undefined) return count;
  throw new ScenarioError(
    file,
    line.number,
    `@count wants a whole number, 1 to ${MAX_AT_ONCE}, such as “# @count 3”.`,
  );
}

function refuseVariables(file: string, line: Line): void {
  if (!line.text.includes('{{')) return;
  throw new ScenarioError(
    file,
    line.number,
    'variables ({{…}}) are not supported: write the value itself.',
  );
}

function isComment(text: string): boolean {
  return /^\s*(#|\/\/)/.test(text);
}

import type { FetchInit, Position } from '../../../runtime-worker/index';
import { type FiredEvent, MAX_AT_ONCE, messageBody, readCount } from '../draft/event-of';
import { type Header, readHeader } from '../draft/header-lines';
import { readMethod, readUrl } from '../draft/request-line';
import { isComment, type TagName, tagOf } from './blocks';

/** Events with their times: what one click fires. */
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
  readonly event: FiredEvent;
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
 * `###`; comments with `#` or `//`; a request line, headers, an empty line, a body. Some comments are
 * ours: `# @at 500` (ms after the start), `# @count 3` (how many together), `# @service auth` (which
 * worker service), and events that are no requests, in place of a request line: `# @scheduled 0 3 * * *`,
 * `# @queue orders` with a `# @message {"id": 1}` for each message, `# @test`; these may have an
 * `# @entrypoint Name`.
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

function blocksOf(text: string): Line[][] {
  const blocks: Line[][] = [[]];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.startsWith('###')) blocks.push([]);
    else blocks.at(-1)?.push({ number: index + 1, text: line });
  }
  return blocks;
}

type Tags = { readonly [Name in TagName]?: Line };

function readBlock(file: string, lines: readonly Line[]): ScenarioStep | undefined {
  const tags: { [Name in TagName]?: Line } = {};
  const messages: string[] = [];
  let start = 0;
  for (; start < lines.length; start += 1) {
    const line = lines[start];
    if (!line) break;
    if (line.text.trim() === '') continue;
    if (!isComment(line.text)) break;
    const tag = tagOf(line.text);
    if (!tag) continue;
    tags[tag.name] = { number: line.number, text: tag.value };
    if (tag.name === 'message') messages.push(tag.value);
  }
  const at = tags.at ? readAt(file, tags.at, tags.at.text) : 0;
  const count = tags.count ? readAtOnce(file, tags.count, tags.count.text) : 1;
  const service = tags.service?.text || undefined;
  const requestLine = lines[start];
  const other = readOther(file, tags, messages);
  if (other) {
    if (requestLine) {
      throw new ScenarioError(
        file,
        requestLine.number,
        `this event is no request: a line with ### begins the next.`,
      );
    }
    return { at, count, event: other };
  }
  if (!requestLine) {
    const last = Object.values(tags).at(-1);
    if (!last) return undefined;
    throw new ScenarioError(file, last.number, 'no request follows this line.');
  }
  const init = { ...readRequest(file, requestLine, lines.slice(start + 1)), service };
  return { at, count, event: { kind: 'fetch', init } };
}

/** An event that is no request, if the tags say so. */
function readOther(file: string, tags: Tags, messages: readonly string[]): FiredEvent | undefined {
  const to = {
    service: tags.service?.text || undefined,
    entrypoint: tags.entrypoint?.text || undefined,
  };
  if (tags.scheduled) {
    return { kind: 'dispatch', init: { ...to, type: 'scheduled', cron: tags.scheduled.text } };
  }
  if (tags.queue) {
    if (messages.length === 0) {
      throw new ScenarioError(
        file,
        tags.queue.number,
        'a queue event has messages, such as “# @message {"id": 1}”.',
      );
    }
    const queue = tags.queue.text || 'queue';
    const bodies = messages.map((text) => ({ body: messageBody(text) }));
    return { kind: 'dispatch', init: { ...to, type: 'queue', queue, messages: bodies } };
  }
  if (tags.test) return { kind: 'dispatch', init: { ...to, type: 'test' } };
  return undefined;
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
  const body = readBody(file, empty === -1 ? [] : rest.slice(empty + 1), isMultipart(headers));
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

/** Lines of a multipart body end as MIME has it, whatever ends them in the file. */
function isMultipart(headers: readonly Header[]): boolean {
  return headers.some(
    ([name, value]) => name.toLowerCase() === 'content-type' && /^multipart\//i.test(value),
  );
}

function readBody(
  file: string,
  lines: readonly Line[],
  multipart: boolean,
): Uint8Array<ArrayBuffer> | null {
  const text = lines
    .map((line) => line.text)
    .join(multipart ? '\r\n' : '\n')
    .trim();
  if (text === '') return null;
  const body = multipart ? `${text}\r\n` : text;
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

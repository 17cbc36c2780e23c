import { type Block, isComment, type TagName, tagOf } from './blocks';

export type RowKind = 'fetch' | 'scheduled' | 'queue' | 'test';

/** A block of a scenario as the table has it: texts, right or wrong. */
export interface Row {
  readonly kind: RowKind;
  /** What stands behind the `###`. */
  readonly title: string;
  readonly at: string;
  readonly count: string;
  readonly method: string;
  /** The URL; the cron line of `scheduled`, the name of a `queue`. */
  readonly target: string;
  /** One to a line, with the comments between them. */
  readonly headers: string;
  /** Of a `queue`: a message a line. */
  readonly body: string;
  readonly service: string;
  readonly entrypoint: string;
}

/** Reads a block as a row; `undefined` where it has only comments. Never complains. */
export function rowOf({ separator, lines }: Block): Row | undefined {
  const request = requestIndex(lines);
  const tag = (name: TagName) => tagsOf(lines, name).at(-1)?.value;
  const kind = (['scheduled', 'queue', 'test'] as const).find((name) => tag(name) !== undefined);
  if (!kind && request === -1) return undefined;
  const row = {
    title: separator?.replace(/^#+\s*/, '') ?? '',
    at: tag('at') ?? '0',
    count: tag('count') ?? '1',
    service: tag('service') ?? '',
    entrypoint: tag('entrypoint') ?? '',
  };
  if (kind) {
    const messages = tagsOf(lines, 'message').map(({ value }) => value);
    const body = kind === 'queue' ? messages.join('\n') : '';
    return { ...row, kind, method: '', target: tag(kind) ?? '', headers: '', body };
  }
  const { method, url } = requestLineOf(lines[request] ?? '');
  const { headers, body } = restOf(lines, request);
  return {
    ...row,
    kind: 'fetch',
    method,
    target: url,
    headers: headers.join('\n'),
    body: body.join('\n').trim(),
  };
}

/** Changes what the table changed of a block, and leaves all else as it was written. */
export function changeBlock(block: Block, change: Partial<Row>): Block {
  const before = rowOf(block);
  if (!before) return block;
  const row = { ...before, ...change };
  let { separator } = block;
  let lines = [...block.lines];
  if (change.title !== undefined) separator = `### ${change.title}`.trimEnd();
  if (row.kind !== before.kind) lines = asKind(lines, row);
  if (change.at !== undefined) lines = withTags(lines, 'at', without(change.at, '0'));
  if (change.count !== undefined) lines = withTags(lines, 'count', without(change.count, '1'));
  if (change.service !== undefined) lines = withTags(lines, 'service', without(change.service, ''));
  if (change.entrypoint !== undefined) {
    lines = withTags(lines, 'entrypoint', without(change.entrypoint, ''));
  }
  if (row.kind === 'fetch') return { separator, lines: withRequest(lines, change) };
  if (change.target !== undefined) lines = withTags(lines, row.kind, [change.target]);
  if (change.body !== undefined && row.kind === 'queue') {
    lines = withTags(lines, 'message', change.body === '' ? [] : change.body.split('\n'));
  }
  return { separator, lines };
}

/** `[]`, so that the tag goes, for what is said without it. */
function without(value: string, said: string): string[] {
  return value.trim() === said ? [] : [value];
}

function withRequest(lines: readonly string[], change: Partial<Row>): string[] {
  const at = requestIndex(lines);
  const { method, url, version } = requestLineOf(lines[at] ?? '');
  const { headers, body, after } = restOf(lines, at);
  const isNew = change.method !== undefined || change.target !== undefined;
  const line = `${change.method ?? method} ${change.target ?? url}${version}`;
  const newHeaders = change.headers === undefined ? headers : linesOf(change.headers);
  const newBody = change.body === undefined ? body : linesOf(change.body);
  return [
    ...lines.slice(0, at),
    isNew ? line : (lines[at] ?? line),
    // An empty line would end the headers.
    ...newHeaders.filter((line) => line.trim() !== ''),
    ...(newBody.length > 0 ? ['', ...newBody] : []),
    ...after,
  ];
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}

/** The block as another kind of event. */
function asKind(lines: readonly string[], { kind, target }: Row): string[] {
  const request = requestIndex(lines);
  const comments = (request === -1 ? lines : lines.slice(0, request)).filter((line) => {
    const tag = tagOf(line)?.name;
    return tag !== 'scheduled' && tag !== 'queue' && tag !== 'message' && tag !== 'test';
  });
  const end = lastWritten(comments);
  const kept = comments.slice(0, end);
  switch (kind) {
    case 'fetch':
      return [...kept, `GET ${target.startsWith('/') ? target : '/'}`, ''];
    case 'scheduled':
      return [...kept, '# @scheduled * * * * *', ''];
    case 'queue':
      return [...kept, '# @queue queue', '# @message {}', ''];
    case 'test':
      return [...kept, '# @test', ''];
  }
}

/** Puts these values in the place of a tag's: in its lines, then behind the last of them; else behind other tags. */
function withTags(lines: readonly string[], name: TagName, values: readonly string[]): string[] {
  const places = tagsOf(lines, name).map(({ index }) => index);
  const written = values.map((value) => `# @${name} ${value}`.trimEnd());
  const changed = lines.flatMap((line, index) => {
    const place = places.indexOf(index);
    if (place === -1) return [line];
    const own = written[place];
    const more = place === places.length - 1 ? written.slice(places.length) : [];
    return own === undefined ? [] : [own, ...more];
  });
  if (places.length > 0) return changed;
  const tags = lines.flatMap((line, index) => (inHead(lines, index) && tagOf(line) ? [index] : []));
  const last = tags.at(-1);
  const place = last === undefined ? requestIndex(lines) : last + 1;
  return lines.toSpliced(Math.max(0, place), 0, ...written);
}

function tagsOf(lines: readonly string[], name: TagName) {
  return lines.flatMap((line, index) => {
    const tag = inHead(lines, index) ? tagOf(line) : undefined;
    return tag?.name === name ? [{ index, value: tag.value }] : [];
  });
}

/** Whether a line stands before the request line: behind it, a tag is part of a body. */
function inHead(lines: readonly string[], index: number): boolean {
  const request = requestIndex(lines);
  return request === -1 || index < request;
}

function requestIndex(lines: readonly string[]): number {
  return lines.findIndex((line) => line.trim() !== '' && !isComment(line));
}

function requestLineOf(line: string) {
  const [, version = ''] = /(\s+HTTP\/\d\S*\s*)$/i.exec(line) ?? [];
  const rest = line.slice(0, line.length - version.length);
  const [, method, url = ''] = /^\s*([^\s/:]+)(?:\s+(.*))?$/s.exec(rest) ?? [];
  return method === undefined
    ? { method: 'GET', url: rest.trim(), version }
    : { method, url, version };
}

/** What follows the request line; `after` are the empty lines before the next block. */
function restOf(lines: readonly string[], request: number) {
  const end = lastWritten(lines);
  const rest = lines.slice(request + 1, end);
  const empty = rest.findIndex((line) => line.trim() === '');
  return {
    headers: empty === -1 ? rest : rest.slice(0, empty),
    body: empty === -1 ? [] : rest.slice(empty + 1),
    after: lines.slice(end),
  };
}

/** How many lines there are up to the last that is not empty. */
function lastWritten(lines: readonly string[]): number {
  return lines.findLastIndex((line) => line.trim() !== '') + 1;
}

/**
 * What a service's `caches` keep: outside of its isolates, so that it survives them. The rules are those
 * that Cloudflare documents for its Cache API.
 * @see https://developers.cloudflare.com/workers/runtime-apis/cache/
 */
import { CACHE_BYTES, CACHE_ENTRIES } from '../bounds';
import type { CacheAnswer, CacheQuestion } from '../protocol';

type Put = Extract<CacheQuestion, { type: 'put' }>;
type Header = readonly [name: string, value: string];

interface Entry {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly Header[];
  readonly body: Uint8Array<ArrayBuffer>;
  /** The request's headers that `Vary` names, with their values. */
  readonly varies: readonly Header[];
  /** ms, on the clock of {@link CacheStore.answer}. */
  readonly storedAt: number;
  readonly freshUntil: number;
}

export class CacheStore {
  /** By cache and URL; the one that was used last is last. */
  readonly #entries = new Map<string, Entry>();

  /** @param now ms since the epoch. */
  answer(question: CacheQuestion, now: number): CacheAnswer {
    const key = `${question.cache}\n${question.url}`;
    switch (question.type) {
      case 'match':
        return this.#match(key, question.requested, now);
      case 'put':
        this.#put(key, question, now);
        return { type: 'stored' };
      case 'delete':
        return { type: 'deleted', existed: this.#entries.delete(key) };
    }
  }

  #match(key: string, requested: readonly Header[], now: number): CacheAnswer {
    const entry = this.#entries.get(key);
    if (!entry || !isFor(entry, requested)) return { type: 'missing' };
    this.#entries.delete(key);
    if (entry.freshUntil <= now) return { type: 'missing' };
    this.#entries.set(key, entry);
    const { status, statusText, body } = entry;
    const headers: Header[] = [
      ...entry.headers,
      ['age', String(Math.floor((now - entry.storedAt) / 1000))],
      ['cf-cache-status', 'HIT'],
    ];
    if (isNotModified(entry, requested)) {
      return {
        type: 'found',
        status: 304,
        statusText: 'Not Modified',
        headers,
        body: new Uint8Array(),
      };
    }
    const part = rangeOf(fieldOf(requested, 'range'), body.byteLength);
    if (status !== 200 || !part) return { type: 'found', status, statusText, headers, body };
    return {
      type: 'found',
      status: 206,
      statusText: 'Partial Content',
      headers: [
        ...without(headers, 'content-length'),
        ['content-range', `bytes ${part.from}-${part.to - 1}/${body.byteLength}`],
        ['content-length', String(part.to - part.from)],
      ],
      body: body.slice(part.from, part.to),
    };
  }

  #put(key: string, put: Put, now: number): void {
    const headers = storable(put);
    const seconds = headers && freshness(put.status, headers, now);
    if (!headers || !seconds || seconds <= 0) return;
    const { status, statusText, body } = put;
    const varies = listed(fieldOf(headers, 'vary')).map(
      (name): Header => [name, fieldOf(put.requested, name) ?? ''],
    );
    this.#entries.delete(key);
    this.#entries.set(key, {
      status,
      statusText,
      headers,
      body,
      varies,
      storedAt: now,
      freshUntil: now + seconds * 1000,
    });
    this.#evict();
  }

  /** What was used longest ago goes first. */
  #evict(): void {
    let bytes = 0;
    for (const { body } of this.#entries.values()) bytes += body.byteLength;
    for (const [key, { body }] of this.#entries) {
      if (bytes <= CACHE_BYTES && this.#entries.size <= CACHE_ENTRIES) return;
      bytes -= body.byteLength;
      this.#entries.delete(key);
    }
  }
}

/** The headers to keep, or `undefined` where the response may not be kept. */
function storable({ headers }: Put): readonly Header[] | undefined {
  const control = directives(headers);
  if (control.has('no-store') || control.has('no-cache')) return undefined;
  const hidden = control.get('private');
  if (control.has('private') && !hidden) return undefined;
  const kept = hidden === 'set-cookie' ? without(headers, 'set-cookie') : headers;
  return fieldOf(kept, 'set-cookie') === undefined ? kept : undefined;
}

/** How long it is fresh, in s: what it says, or what Cloudflare gives its status. */
function freshness(status: number, headers: readonly Header[], now: number): number {
  const control = directives(headers);
  const age = control.get('s-maxage') ?? control.get('max-age');
  if (age !== undefined) return Number(age) || 0;
  const expires = fieldOf(headers, 'expires');
  if (expires !== undefined) return ((Date.parse(expires) || 0) - now) / 1000;
  return DEFAULT_FRESHNESS[status] ?? 0;
}

/** https://developers.cloudflare.com/cache/how-to/configure-cache-status-code/ */
const DEFAULT_FRESHNESS: Readonly<Record<number, number>> = {
  200: 7200,
  301: 7200,
  302: 1200,
  303: 1200,
  404: 180,
  410: 180,
};

/** `Cache-Control` by directive, in lower case; one without a value has an empty one. */
function directives(headers: readonly Header[]): ReadonlyMap<string, string> {
  return new Map(
    listed(fieldOf(headers, 'cache-control')).map((directive) => {
      const [name = '', value = ''] = directive.split('=');
      return [name.trim(), value.trim().replaceAll('"', '')];
    }),
  );
}

function isFor({ varies }: Entry, requested: readonly Header[]): boolean {
  return varies.every(([name, value]) => (fieldOf(requested, name) ?? '') === value);
}

function isNotModified({ headers }: Entry, requested: readonly Header[]): boolean {
  const wanted = fieldOf(requested, 'if-none-match');
  const tag = fieldOf(headers, 'etag');
  if (wanted !== undefined) {
    const weak = (given: string) => given.trim().replace(/^w\//i, '');
    return (
      wanted.trim() === '*' ||
      (tag !== undefined && wanted.split(',').some((each) => weak(each) === weak(tag)))
    );
  }
  const since = Date.parse(fieldOf(requested, 'if-modified-since') ?? '');
  return Date.parse(fieldOf(headers, 'last-modified') ?? '') <= since;
}

/** One range of bytes, `to` after its last; `undefined` where all is wanted, or what cannot be given. */
function rangeOf(range: string | undefined, length: number) {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range?.trim() ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  const from = first === '' ? Math.max(0, length - Number(last)) : Number(first);
  const to = first === '' || last === '' ? length : Math.min(length, Number(last) + 1);
  return from < to ? { from, to } : undefined;
}

function listed(value: string | undefined): readonly string[] {
  return (value ?? '')
    .split(',')
    .map((each) => each.trim().toLowerCase())
    .filter((each) => each !== '');
}

function fieldOf(headers: readonly Header[], name: string): string | undefined {
  const values = headers
    .filter(([known]) => known.toLowerCase() === name)
    .map(([, value]) => value);
  return values.length > 0 ? values.join(', ') : undefined;
}

function without(headers: readonly Header[], name: string): readonly Header[] {
  return headers.filter(([known]) => known.toLowerCase() !== name);
}

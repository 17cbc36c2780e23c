import { describe, expect, test } from 'vitest';
import type { FetchInit } from '../../runtime-worker/index';
import { fetchInitOf } from './fetch-init';

const FORM = 'application/x-www-form-urlencoded;charset=UTF-8';

async function textOf({ body }: FetchInit): Promise<string> {
  return new Response(body).text();
}

function headersOf({ headers }: FetchInit): Headers {
  return new Headers(headers.map(([name, value]): [string, string] => [name, value]));
}

describe('the URL', () => {
  test.each([
    ['/slow', 'https://playground.example/slow'],
    ['slow?n=1', 'https://playground.example/slow?n=1'],
    ['https://other.example/a', 'https://other.example/a'],
    ['http://other.example', 'http://other.example/'],
    ['/a#fragment', 'https://playground.example/a'],
  ])('%s becomes %s', (input, url) => {
    expect(fetchInitOf(input).url).toBe(url);
  });

  test('may be a URL object', () => {
    expect(fetchInitOf(new URL('https://other.example/b')).url).toBe('https://other.example/b');
  });

  test.each(['https://', 'ftp://other.example/', 'https://me:secret@other.example/'])(
    '%s is refused',
    (input) => {
      expect(() => fetchInitOf(input)).toThrow(TypeError);
    },
  );
});

describe('the method', () => {
  test.each([
    [undefined, 'GET'],
    ['post', 'POST'],
    ['Delete', 'DELETE'],
    ['patch', 'patch'],
    ['PURGE', 'PURGE'],
  ])('%s becomes %s', (method, normalized) => {
    expect(fetchInitOf('/', method === undefined ? {} : { method }).method).toBe(normalized);
  });

  test.each(['', 'a b', 'CONNECT', 'trace'])('%j is refused', (method) => {
    expect(() => fetchInitOf('/', { method })).toThrow(TypeError);
  });
});

describe('headers', () => {
  test('that a browser keeps for itself pass', () => {
    const headers = { cookie: 'a=1', host: 'x.example', 'user-agent': 'me', origin: 'https://o' };
    expect(Object.fromEntries(fetchInitOf('/', { headers }).headers)).toEqual(headers);
  });

  test('with an invalid value are refused', () => {
    expect(() => fetchInitOf('/', { headers: { a: 'b\nc' } })).toThrow(TypeError);
  });

  test('with an invalid name are refused', () => {
    expect(() => fetchInitOf('/', { headers: { 'a b': 'c' } })).toThrow(TypeError);
  });
});

describe('a body', () => {
  const POST = { method: 'POST' } as const;

  test.each<[string, () => BodyInit, string, string | null]>([
    ['text', () => 'häh', 'häh', 'text/plain;charset=UTF-8'],
    ['URLSearchParams', () => new URLSearchParams({ a: 'b c' }), 'a=b+c', FORM],
    ['a Blob', () => new Blob(['x'], { type: 'image/png' }), 'x', 'image/png'],
    ['an ArrayBuffer', () => Uint8Array.of(104, 105).buffer, 'hi', null],
    ['a view', () => Uint8Array.of(0, 104, 105).subarray(1), 'hi', null],
    ['a stream', () => new Blob(['s']).stream(), 's', null],
  ])('of %s has its content and content-type', async (_, body, text, contentType) => {
    const init = fetchInitOf('/', { ...POST, body: body() });
    expect(await textOf(init)).toBe(text);
    expect(headersOf(init).get('content-type')).toBe(contentType);
  });

  test('of FormData has the boundary that its content-type names', async () => {
    const body = new FormData();
    body.set('field', 'value');
    const init = fetchInitOf('/', { ...POST, body });
    const sent = new Response(await textOf(init), { headers: headersOf(init) });
    expect((await sent.formData()).get('field')).toBe('value');
  });

  test('leaves a content-type that was given', () => {
    const init = fetchInitOf('/', { ...POST, body: '{}', headers: { 'content-type': 'a/b' } });
    expect(headersOf(init).get('content-type')).toBe('a/b');
  });

  test('is sent as it was at the call', async () => {
    const bytes = new TextEncoder().encode('before');
    const init = fetchInitOf('/', { ...POST, body: bytes });
    bytes.fill(0);
    expect(await textOf(init)).toBe('before');
  });

  test.each(['GET', 'HEAD'])('is refused with %s', (method) => {
    expect(() => fetchInitOf('/', { method, body: '' })).toThrow(TypeError);
  });

  test('is none where it is null', () => {
    expect(fetchInitOf('/', { ...POST, body: null }).body).toBeNull();
  });

  test('that is being read is refused', () => {
    const body = new Blob(['s']).stream();
    body.getReader();
    expect(() => fetchInitOf('/', { ...POST, body })).toThrow(TypeError);
  });
});

describe('a Request', () => {
  const request = () =>
    new Request('https://other.example/r', { method: 'POST', headers: { a: 'b' }, body: 'sent' });

  test('gives its method, URL, headers and body', async () => {
    const init = fetchInitOf(request());
    expect(init).toMatchObject({ method: 'POST', url: 'https://other.example/r' });
    expect(headersOf(init).get('a')).toBe('b');
    expect(headersOf(init).get('content-type')).toBe('text/plain;charset=UTF-8');
    expect(await textOf(init)).toBe('sent');
  });

  test('gives way to what init says', async () => {
    const init = fetchInitOf(request(), { method: 'PUT', headers: { c: 'd' }, body: 'instead' });
    expect(init.method).toBe('PUT');
    expect(headersOf(init).get('a')).toBeNull();
    expect(await textOf(init)).toBe('instead');
  });

  test('that was read before is refused', async () => {
    const read = request();
    await read.text();
    expect(() => fetchInitOf(read)).toThrow(TypeError);
  });

  test('with a body cannot become a GET', () => {
    expect(() => fetchInitOf(request(), { method: 'GET' })).toThrow(TypeError);
  });

  test('gives its signal, unless init has one', () => {
    const own = new AbortController();
    const other = new AbortController();
    const request = new Request('https://other.example/', { signal: own.signal });
    own.abort();
    expect(fetchInitOf(request).signal?.aborted).toBe(true);
    expect(fetchInitOf(request, { signal: other.signal }).signal).toBe(other.signal);
    expect(fetchInitOf(request, { signal: null }).signal).toBeUndefined();
  });
});

test('the service is passed on', () => {
  expect(fetchInitOf('/', { service: 'auth' }).service).toBe('auth');
});

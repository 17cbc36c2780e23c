import { describe, expect, test } from 'vitest';
import type { CacheAnswer, CacheQuestion } from '../protocol';
import { CacheStore } from './cache-store';

type Headers = [string, string][];

const URL_OF_IT = 'https://cached.example/';
const BYTES = new TextEncoder().encode('hello world');

function put(
  store: CacheStore,
  headers: Headers,
  { status = 200, at = 0, requested = [] as Headers } = {},
) {
  return store.answer(
    {
      type: 'put',
      cache: '',
      url: URL_OF_IT,
      requested,
      status,
      statusText: '',
      headers,
      body: BYTES,
    },
    at,
  );
}

function match(store: CacheStore, { requested = [] as Headers, at = 0, cache = '' } = {}) {
  return store.answer({ type: 'match', cache, url: URL_OF_IT, requested }, at);
}

function found(answer: CacheAnswer) {
  if (answer.type !== 'found') return undefined;
  return {
    ...answer,
    headers: Object.fromEntries(answer.headers),
    body: new TextDecoder().decode(answer.body),
  };
}

describe('what is kept', () => {
  test.each<[string, Headers, number]>([
    ['max-age', [['Cache-Control', 'max-age=10']], 10],
    ['s-maxage before max-age', [['cache-control', 'max-age=1, s-maxage=5']], 5],
    ['Expires', [['expires', new Date(20_000).toUTCString()]], 20],
    ['nothing said, by its status', [], 7200],
  ])('is fresh as long as %s says', (_, headers, seconds) => {
    const store = new CacheStore();
    put(store, headers);
    expect(match(store, { at: seconds * 1000 - 1 }).type).toBe('found');
    expect(match(store, { at: seconds * 1000 }).type).toBe('missing');
  });

  test.each<[string, Headers]>([
    ['no-store', [['cache-control', 'no-store, max-age=10']]],
    ['no-cache', [['cache-control', 'no-cache']]],
    ['private', [['cache-control', 'private, max-age=10']]],
    ['max-age=0', [['cache-control', 'max-age=0']]],
    [
      'a Set-Cookie',
      [
        ['cache-control', 'max-age=10'],
        ['set-cookie', 'a=1'],
      ],
    ],
  ])('is nothing with %s', (_, headers) => {
    const store = new CacheStore();
    put(store, headers);
    expect(match(store).type).toBe('missing');
  });

  test('is nothing of a status that says nothing of itself', () => {
    const store = new CacheStore();
    put(store, [], { status: 500 });
    expect(match(store).type).toBe('missing');
  });

  test('is the response without its cookie under private=Set-Cookie', () => {
    const store = new CacheStore();
    put(store, [
      ['cache-control', 'max-age=10, private=Set-Cookie'],
      ['set-cookie', 'a=1'],
    ]);
    const kept = found(match(store));
    expect(kept?.body).toBe('hello world');
    expect(kept?.headers).not.toHaveProperty('set-cookie');
  });

  test('is apart in each cache', () => {
    const store = new CacheStore();
    put(store, []);
    expect(match(store, { cache: 'named other' }).type).toBe('missing');
  });

  test('is for requests whose headers that Vary names are the same', () => {
    const store = new CacheStore();
    put(store, [['vary', 'Accept-Language']], { requested: [['accept-language', 'de']] });
    expect(match(store, { requested: [['Accept-Language', 'de']] }).type).toBe('found');
    expect(match(store, { requested: [['accept-language', 'en']] }).type).toBe('missing');
  });

  test('goes when it is deleted', () => {
    const store = new CacheStore();
    put(store, []);
    const gone: CacheQuestion = { type: 'delete', cache: '', url: URL_OF_IT, requested: [] };
    expect(store.answer(gone, 0)).toEqual({ type: 'deleted', existed: true });
    expect(store.answer(gone, 0)).toEqual({ type: 'deleted', existed: false });
  });
});

describe('what is answered', () => {
  test('says that it was kept, and for how long', () => {
    const store = new CacheStore();
    put(store, []);
    expect(found(match(store, { at: 2500 }))?.headers).toMatchObject({
      age: '2',
      'cf-cache-status': 'HIT',
    });
  });

  test.each<[string, string, string, string]>([
    ['a part', 'bytes=0-4', 'hello', 'bytes 0-4/11'],
    ['the rest', 'bytes=6-', 'world', 'bytes 6-10/11'],
    ['the end', 'bytes=-3', 'rld', 'bytes 8-10/11'],
  ])('is %s where a range asks for it', (_, range, body, says) => {
    const store = new CacheStore();
    put(store, []);
    expect(found(match(store, { requested: [['range', range]] }))).toMatchObject({
      status: 206,
      body,
      headers: { 'content-range': says },
    });
  });

  test.each<[string, Headers, Headers]>([
    ['an ETag', [['etag', '"a"']], [['if-none-match', '"b", W/"a"']]],
    [
      'a date',
      [['last-modified', new Date(1000).toUTCString()]],
      [['if-modified-since', new Date(2000).toUTCString()]],
    ],
  ])('is 304 to who has it, by %s', (_, headers, requested) => {
    const store = new CacheStore();
    put(store, headers);
    expect(found(match(store, { requested }))?.status).toBe(304);
  });
});

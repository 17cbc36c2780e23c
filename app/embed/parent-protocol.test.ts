import { describe, expect, test } from 'vitest';
import { readMessage } from './parent-protocol';

function ask(method: string, ...args: unknown[]): unknown {
  return { isolab: 1, id: 7, method, args };
}

describe('a call', () => {
  test.each([
    ['project', []],
    ['open', [{ files: { 'worker.js': 'export default {};', 'a.bin': new Uint8Array([1]) } }]],
    ['open', ['#v2.AAAA']],
    ['fetch', ['/', undefined]],
    ['fetch', ['/', { method: 'POST', headers: { a: 'b' }, body: 'x', service: 'other' }]],
    ['fetch', ['/', { headers: [['a', 'b']], body: new Uint8Array([1]) }]],
    ['dispatch', [{ type: 'scheduled', cron: '* * * * *' }]],
    ['dispatch', [{ type: 'queue', messages: [{ body: { a: [1] } }] }]],
    ['dispatch', [{ type: 'test' }]],
    ['abortIsolate', [undefined, undefined]],
    ['abortIsolate', ['poisoned', 'other']],
    ['events', []],
    ['share', []],
    ['subscribe', []],
  ])('%s with %j is read as it was asked', (method, args) => {
    expect(readMessage(ask(method, ...args))).toEqual({
      is: 'call',
      id: 7,
      call: { method, args },
    });
  });

  test('may leave out what it need not say', () => {
    expect(readMessage({ isolab: 1, id: 'a', method: 'events' })).toMatchObject({ is: 'call' });
    expect(readMessage(ask('fetch', '/'))).toMatchObject({ is: 'call' });
    expect(readMessage(ask('abortIsolate'))).toMatchObject({ is: 'call' });
  });

  test('carries nothing that its schema does not name', () => {
    const signal = new AbortController().signal;
    expect(readMessage(ask('fetch', '/', { method: 'GET', signal, credentials: 'x' }))).toEqual({
      is: 'call',
      id: 7,
      call: { method: 'fetch', args: ['/', { method: 'GET' }] },
    });
  });

  test('has of a queue what JSON makes of it', () => {
    const read = readMessage(
      ask('dispatch', { type: 'queue', messages: [{ body: new Map([[1, 2]]) }] }),
    );
    expect(read).toMatchObject({ call: { args: [{ messages: [{ body: {} }] }] } });
  });
});

describe('refused with words', () => {
  test.each([
    '__proto__',
    'constructor',
    'constructor.constructor',
    'eval',
    'toString',
    '',
    'ready',
  ])('the method %j', (method) => {
    expect(readMessage(ask(method))).toMatchObject({
      is: 'refused',
      id: 7,
      error: { name: 'TypeError', message: expect.stringMatching(/^There is no such method/) },
    });
  });

  const cyclic: Record<string, unknown> = {};
  cyclic.self = cyclic;

  test.each<[string, unknown[]]>([
    ['project', [1]],
    ['open', []],
    ['open', [{}]],
    ['open', [{ files: { a: 1 } }]],
    ['open', [{ files: { a: 'x'.repeat(5 * 1024 * 1024) } }]],
    ['fetch', []],
    ['fetch', [new URL('https://a.example')]],
    ['fetch', ['x'.repeat(9000)]],
    ['fetch', ['/', { body: 'x'.repeat(1024 * 1024 + 1) }]],
    ['fetch', ['/', { headers: Array.from({ length: 101 }, () => ['a', 'b']) }]],
    ['fetch', ['/', {}, 'more']],
    ['dispatch', [{ type: 'fetch' }]],
    ['dispatch', [{ type: 'queue', messages: [{ body: 'x'.repeat(128 * 1024) }] }]],
    ['dispatch', [{ type: 'queue', messages: [{ body: cyclic }] }]],
    ['dispatch', [{ type: 'queue', messages: Array.from({ length: 101 }, () => ({ body: 1 })) }]],
    ['abortIsolate', [{}]],
    ['subscribe', [() => {}]],
  ])('%s called with what it does not take', (method, args) => {
    const read = readMessage(ask(method, ...args));
    expect(read).toMatchObject({ is: 'refused', error: { name: 'TypeError' } });
    expect(read.is === 'refused' && read.error.message).toMatch(
      new RegExp(`^${method}\\(\\) cannot be called so`),
    );
  });
});

describe('not for us', () => {
  test.each([
    undefined,
    null,
    'isolab',
    1,
    [],
    {},
    { isolab: 2, id: 1, method: 'project', args: [] },
    { isolab: 1, method: 'project', args: [] },
    { isolab: 1, id: {}, method: 'project', args: [] },
    { isolab: 1, id: Number.NaN, method: 'project', args: [] },
    { isolab: 1, id: 'x'.repeat(101), method: 'project', args: [] },
    { isolab: 1, id: 1, method: ['project'], args: [] },
    { isolab: 1, id: 1, method: 'project', args: { length: 0 } },
    { type: 'webpackOk' },
  ])('%j', (data) => {
    expect(readMessage(data)).toEqual({ is: 'none' });
  });
});

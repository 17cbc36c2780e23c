import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { RuntimeEvent } from '../../runtime-worker/index';
import { chromeTraceOf } from './chrome-trace';
import { openTrace } from './open-trace';
import type { Recording } from './recording';
import { traceOf } from './trace-file';

const V1 = readFileSync(new URL('fixtures/v1.json', import.meta.url), 'utf8');

const ofIsolate = { service: 'w', isolate: 'isolate-1', generation: 1 };
const BEGAN: RuntimeEvent = {
  type: 'request.began',
  at: 5,
  ...ofIsolate,
  request: 'request-1',
  event: { type: 'fetch', method: 'GET', url: 'https://playground.example/' },
};
const RUN: Recording = { name: 'a run', clockBegan: 1000, events: [BEGAN] };

function open(content: unknown, name = 'run.json'): Promise<Recording> {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return openTrace(new File([text], name));
}

/** A trace whose only event is {@link BEGAN}, changed. */
function withEvent(changes: object): unknown {
  return { ...traceOf(RUN), events: [{ ...BEGAN, ...changes }] };
}

describe('what was exported opens again', () => {
  test('as a trace', async () => {
    expect(await open(traceOf(RUN))).toEqual(RUN);
  });

  test('as a Chrome trace, from the events within', async () => {
    expect(await open(chromeTraceOf(RUN))).toEqual(RUN);
  });

  test('a file of version 1, with every kind of event', async () => {
    const { name, events } = await open(V1);
    expect(name).toBe('The story under each policy');
    expect(events).toEqual(JSON.parse(V1).events);
    expect(new Set(events.map(({ type }) => type)).size).toBe(18);
  });

  test('without what this page does not know', async () => {
    const { events } = await open(withEvent({ unheard: 'of', event: { ...BEGAN.event, and: 1 } }));
    expect(events).toEqual([BEGAN]);
  });
});

describe('a file that is no trace says what, where and what to do:', () => {
  test.each([
    ['nothing in it', '', /run\.json is empty.*Open a file that Isolab exported/],
    ['a picture', '\u0089PNG…', /no trace: it is not even JSON.*Open a file/],
    ['half of one', V1.slice(0, 5000), /only the first part.*after 5,000 characters.*again/],
    ['cut in a string', V1.slice(0, V1.indexOf('poisoned') + 3), /only the first part/],
    ['broken JSON', '{ "format": isolab }', /its JSON is broken \(.*Open a file/],
    ['other JSON', '{ "name": "package" }', /is JSON, but no trace.*Open a file/],
    ['a Chrome trace of a browser', '{ "traceEvents": [] }', /none that Isolab exported.*Perfetto/],
    ['a Chrome trace as a list', '[{ "ph": "X" }]', /none that Isolab exported/],
    ['a newer format', { ...traceOf(RUN), version: 2 }, /newer Isolab \(format 2.*Reload/],
    ['a version that is none', { ...traceOf(RUN), version: 'x' }, /At version: .*Export/],
    ['no events', { ...traceOf(RUN), events: [] }, /has no events/],
    ['events that are none', { ...traceOf(RUN), events: 'many' }, /At events: /],
    ['an unknown kind of event', withEvent({ type: '__proto__' }), /At events\[0\]\.type: /],
    ['a time that is none', withEvent({ at: null }), /At events\[0\]\.at: /],
    ['a time without end', JSON.stringify(traceOf(RUN)).replace('"at":5', '"at":1e999'), /\.at: /],
    ['a generation that is none', withEvent({ generation: -1 }), /At events\[0\]\.generation: /],
    ['a name that is none', withEvent({ service: ['w'] }), /At events\[0\]\.service: /],
    [
      'a URL that is none',
      withEvent({ event: { type: 'fetch' } }),
      /At events\[0\]\.event\.method/,
    ],
    [
      'an id of a megabyte',
      withEvent({ request: 'x'.repeat(1e6) }),
      /request: Expected at most 200/,
    ],
    [
      'a text of 3 MB',
      withEvent({ event: { type: 'rpc', method: 'x'.repeat(3e6) } }),
      /at most 2097152/,
    ],
  ])('%s', async (_, content, message) => {
    await expect(open(content)).rejects.toMatchObject({
      name: 'TraceError',
      message: expect.stringMatching(message),
    });
  });

  test('events that go back in time', async () => {
    const events = [BEGAN, { ...BEGAN, request: 'request-2', at: 4 }];
    await expect(open({ ...traceOf(RUN), events })).rejects.toThrow(
      /At events\[1\]\.at: it is earlier/,
    );
  });

  test('a request that begins twice', async () => {
    await expect(open({ ...traceOf(RUN), events: [BEGAN, BEGAN] })).rejects.toThrow(
      /At events\[1\]\.request: a request of this id began before/,
    );
  });

  test('more than a million events', async () => {
    const events = new Array(1_000_001).fill(0);
    await expect(open({ ...traceOf(RUN), events })).rejects.toThrow(/1,000,001 events; at most/);
  });

  test('more bytes than can be read', async () => {
    const file = new File([], 'run.json');
    Object.defineProperty(file, 'size', { value: 2 ** 40 });
    await expect(openTrace(file)).rejects.toThrow(/has 1,048,576 MB; at most 400 MB/);
  });

  test('errors that are causes of each other too deep are cut', async () => {
    let error: object = { name: 'Error', message: 'the first' };
    for (let depth = 0; depth < 1000; depth += 1) error = { name: 'E', message: 'e', cause: error };
    const ended = { ...BEGAN, type: 'request.ended', outcome: 'exception', error };
    const { events } = await open({ ...traceOf(RUN), events: [ended] });
    expect(JSON.stringify(events).match(/cause/g)).toHaveLength(20);
  });
});

test('names of prototypes are names', async () => {
  const text = JSON.stringify(withEvent({ service: '__proto__', isolate: 'constructor' })).replace(
    '"at"',
    '"__proto__":{"polluted":true},"at"',
  );
  const { events } = await open(text);
  expect(events[0]).toMatchObject({ service: '__proto__', isolate: 'constructor' });
  expect(events[0]).not.toHaveProperty('polluted');
  expect({}).not.toHaveProperty('polluted');
});

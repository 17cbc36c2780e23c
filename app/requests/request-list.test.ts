import { expect, test } from 'vitest';
import type { Outcome, RuntimeEvent } from '../../runtime-worker/index';
import { createRequestList } from './request-list';

const inGeneration = (generation: number, at: number) => ({
  at,
  service: 'worker',
  isolate: `isolate-${generation}`,
  generation,
});

const began = (request: string, at = 0, generation = 1): RuntimeEvent => ({
  ...inGeneration(generation, at),
  type: 'request.began',
  request,
  event: { type: 'fetch', method: 'GET', url: 'https://playground.example/slow' },
});

const ended = (request: string, outcome: Outcome, at = 0, reason?: string): RuntimeEvent => ({
  ...inGeneration(1, at),
  type: 'request.ended',
  request,
  outcome,
  ...(reason !== undefined && { reason }),
});

function listOf(...events: RuntimeEvent[]) {
  const list = createRequestList();
  for (const event of events) list.add(event);
  return list.snapshot();
}

test('requests are newest first, and numbered as they came', () => {
  const { at, total } = listOf(began('a'), began('b'));
  expect(total).toBe(2);
  expect(at(0)).toMatchObject({ request: 'b', number: 2 });
  expect(at(1)).toMatchObject({ request: 'a', number: 1 });
  expect(at(2)).toBeUndefined();
});

test('what began after a snapshot was taken is not in it', () => {
  const list = createRequestList();
  list.add(began('a'));
  const before = list.snapshot();
  list.add(began('b'));
  expect(before.find('a')).toMatchObject({ number: 1 });
  expect(before.find('b')).toBeUndefined();
  expect(list.snapshot().find('b')).toMatchObject({ number: 2 });
});

test('a request waits until its handler is called, then runs, then responds', () => {
  const list = createRequestList();
  const phase = () => list.snapshot().find('a')?.progress;
  list.add(began('a'));
  expect(phase()).toMatchObject({ kind: 'inFlight', phase: 'waiting' });
  list.add({ ...inGeneration(1, 1), type: 'request.handled', request: 'a' });
  expect(phase()).toMatchObject({ phase: 'running' });
  list.add({ ...inGeneration(1, 2), type: 'request.responded', request: 'a', status: 200 });
  expect(phase()).toMatchObject({ phase: 'responding' });
});

test('a request whose body is there while a task is open is in waitUntil', () => {
  const { find } = listOf(
    began('a'),
    { ...inGeneration(1, 1), type: 'waitUntil.began', request: 'a', task: 1 },
    { ...inGeneration(1, 2), type: 'request.responded', request: 'a', status: 200 },
    { ...inGeneration(1, 3), type: 'request.bodyEnded', request: 'a', bytes: 5 },
  );
  expect(find('a')).toMatchObject({ bytes: 5, progress: { phase: 'waitUntil' } });
});

test('the duration is from the arrival until the end', () => {
  const { find } = listOf(began('a', 10), ended('a', 'ok', 35));
  expect(find('a')?.progress).toMatchObject({ kind: 'ended', outcome: 'ok', duration: 25 });
});

test('an aborted request carries the reason, and its isolate tells who aborted it', () => {
  const { find, abortOf } = listOf(
    began('a'),
    began('b'),
    {
      ...inGeneration(1, 5),
      type: 'isolate.aborted',
      reason: 'poisoned',
      cause: 'abortIsolate',
      request: 'b',
    },
    ended('a', 'aborted', 5, 'poisoned'),
  );
  expect(find('a')?.progress).toMatchObject({ outcome: 'aborted', reason: 'poisoned' });
  expect(abortOf('a')).toMatchObject({ request: 'b', reason: 'poisoned' });
});

test('an abort knows what it ended, in the order in which it came, and not what had ended before', () => {
  const { abortOf, endedBy } = listOf(
    began('a'),
    began('b'),
    began('c'),
    ended('b', 'ok', 3),
    {
      ...inGeneration(1, 5),
      type: 'isolate.aborted',
      reason: 'poisoned',
      cause: 'abortIsolate',
      request: 'c',
    },
    ended('a', 'aborted', 5),
    ended('c', 'aborted', 5),
    began('d', 6, 2),
  );
  const abort = abortOf('a');
  expect(abort && endedBy(abort).map(({ request }) => request)).toEqual(['a', 'c']);
  expect(abortOf('b')).toBeUndefined();
});

test('isolates that end with their process were ended by the one that ended it', () => {
  const other = { service: 'other', isolate: 'other-1', generation: 1 };
  const { abortOf, endedBy } = listOf(
    began('a'),
    { ...began('b'), ...other },
    {
      ...inGeneration(1, 5),
      type: 'isolate.aborted',
      reason: null,
      cause: 'abortIsolate',
      request: 'a',
    },
    ended('a', 'aborted', 5),
    { ...other, at: 5, type: 'isolate.aborted', reason: null, cause: 'policy' },
    { ...other, at: 5, type: 'request.ended', request: 'b', outcome: 'aborted' },
  );
  const abort = abortOf('b');
  expect(abort).toMatchObject({ cause: 'abortIsolate', request: 'a' });
  expect(abort && endedBy(abort).map(({ request }) => request)).toEqual(['a', 'b']);
});

test('an isolate tells how it started', () => {
  const { startOf } = listOf(
    { ...inGeneration(1, 100), type: 'isolate.delayed', delay: 400, lingering: 0 },
    { ...inGeneration(1, 500), type: 'startup.began' },
    { ...inGeneration(1, 520), type: 'startup.ended', outcome: 'ok' },
  );
  expect(startOf('isolate-1')).toEqual({
    delay: { at: 100, until: 500 },
    startup: { beganAt: 500, endedAt: 520 },
  });
});

test('a request that moved belongs to the generation that handled it', () => {
  const { find } = listOf(began('a'), {
    ...inGeneration(2, 4),
    type: 'request.handled',
    request: 'a',
  });
  expect(find('a')?.generation).toBe(2);
});

test('a request whose isolate is held back knows for how long', () => {
  const { find, slowedFor } = listOf(
    { ...inGeneration(1, 100), type: 'isolate.delayed', delay: 400, lingering: 0 },
    began('a', 200),
    began('b', 900),
  );
  const of = (request: string) => {
    const entry = find(request);
    return entry && slowedFor(entry);
  };
  expect(of('a')).toBe(300);
  expect(of('b')).toBe(0);
});

test('requests of more than one service are told apart', () => {
  const other: RuntimeEvent = { ...began('b'), service: 'other', isolate: 'other-1' };
  expect(listOf(began('a')).manyServices).toBe(false);
  const { manyServices, find } = listOf(began('a'), other);
  expect(manyServices).toBe(true);
  expect(find('b')?.service).toBe('other');
});

test('a request knows its subrequests, and they know whose they are', () => {
  const asked: RuntimeEvent = {
    ...inGeneration(1, 1),
    type: 'request.began',
    request: 'b',
    event: { type: 'fetch', method: 'GET', url: 'https://api.example/' },
    parent: 'a',
  };
  const { find, subrequestsOf } = listOf(began('a'), asked);
  expect(find('b')?.parent).toBe('a');
  expect(subrequestsOf('a').map(({ request }) => request)).toEqual(['b']);
  expect(subrequestsOf('b')).toEqual([]);
});

test('the requests in flight are those that have not ended', () => {
  expect(listOf(began('a'), began('b'), ended('a', 'exception')).inFlight).toBe(1);
});

test('entries that did not change stay the same objects', () => {
  const list = createRequestList();
  list.add(began('a'));
  list.add(began('b'));
  const before = list.snapshot().find('a');
  list.add(ended('b', 'ok'));
  expect(list.snapshot().find('a')).toBe(before);
});

test('an event that changes nothing on the list keeps the snapshot', () => {
  const list = createRequestList();
  list.add(began('a'));
  const before = list.snapshot();
  list.add({ ...inGeneration(1, 1), type: 'log', level: 'info', text: 'hello' });
  expect(list.snapshot()).toBe(before);
});

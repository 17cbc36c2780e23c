import { expect, test } from 'vitest';
import type { RequestEntry } from '../request-list';
import { phasesOf } from './phases';

const ENTRY: RequestEntry = {
  request: 'a',
  number: 1,
  service: 'worker',
  isolate: 'isolate-1',
  generation: 1,
  event: { type: 'fetch', method: 'GET', url: 'https://playground.example/' },
  parent: undefined,
  network: false,
  beganAt: 100,
  handledAt: undefined,
  respondedAt: undefined,
  bodyEndedAt: undefined,
  status: undefined,
  bytes: undefined,
  progress: { kind: 'inFlight', phase: 'waiting' },
};

const ended = (duration: number): RequestEntry['progress'] => ({
  kind: 'ended',
  outcome: 'ok',
  error: undefined,
  reason: undefined,
  duration,
});

test('the first request of an isolate waits for its startup', () => {
  const entry: RequestEntry = {
    ...ENTRY,
    handledAt: 130,
    respondedAt: 150,
    bodyEndedAt: 160,
    progress: ended(60),
  };
  expect(phasesOf(entry, { startup: { beganAt: 105, endedAt: 130 } })).toEqual([
    { kind: 'queued', from: 100, to: 105 },
    { kind: 'startup', from: 105, to: 130 },
    { kind: 'handler', from: 130, to: 150 },
    { kind: 'body', from: 150, to: 160 },
  ]);
});

test('what was held back with its isolate says so', () => {
  const start = { delay: { at: 50, until: 300 }, startup: { beganAt: 300, endedAt: undefined } };
  expect(phasesOf(ENTRY, start)).toEqual([
    { kind: 'delayed', from: 100, to: 300 },
    { kind: 'startup', from: 300, to: undefined },
  ]);
});

test('waitUntil goes on after the body', () => {
  const entry: RequestEntry = {
    ...ENTRY,
    handledAt: 101,
    respondedAt: 110,
    bodyEndedAt: 111,
    progress: ended(400),
  };
  expect(phasesOf(entry, { startup: { beganAt: 1, endedAt: 5 } })).toEqual([
    { kind: 'queued', from: 100, to: 101 },
    { kind: 'handler', from: 101, to: 110 },
    { kind: 'body', from: 110, to: 111 },
    { kind: 'waitUntil', from: 111, to: 500 },
  ]);
});

test('what is under way has no end', () => {
  const entry: RequestEntry = {
    ...ENTRY,
    handledAt: 100,
    progress: { kind: 'inFlight', phase: 'running' },
  };
  expect(phasesOf(entry, {})).toEqual([{ kind: 'handler', from: 100, to: undefined }]);
});

test('a request that never came to its handler only waited', () => {
  expect(phasesOf({ ...ENTRY, progress: ended(20) }, {})).toEqual([
    { kind: 'queued', from: 100, to: 120 },
  ]);
});

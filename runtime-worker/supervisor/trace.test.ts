import { expect, test } from 'vitest';
import { TRACE_BYTES } from '../bounds';
import type { ErrorInfo } from '../events';
import type { Thrown, Trace } from '../protocol';
import type { FetchInit } from '../runtime';
import { eventArrival, fetchArrival } from './arrival';
import { TraceRecorder } from './trace';

const explain = ({ name, message }: Thrown): ErrorInfo => ({ name, message });

/** What a recorder tells of a `GET` after something happened. */
function traceOf(happens: (recorder: TraceRecorder) => void, init: Partial<FetchInit> = {}): Trace {
  const request = { method: 'GET', url: 'https://a.example/', headers: [], body: null, ...init };
  let told: Trace | undefined;
  const recorder = new TraceRecorder(fetchArrival(request), (trace) => {
    told = trace;
  });
  happens(recorder);
  recorder.ended('ok');
  if (!told) throw new Error('It told nothing.');
  return told;
}

test('headers are in lower case and in order, each once', () => {
  const headers: FetchInit['headers'] = [
    ['X-Two', '2'],
    ['accept', 'a'],
    ['x-two', '3'],
  ];
  expect(traceOf(() => {}, { headers }).event).toMatchObject({
    headers: [
      ['accept', 'a'],
      ['x-two', '2, 3'],
    ],
  });
});

test('the status of a response is told once it came whole', () => {
  expect(traceOf((recorder) => recorder.responded(201)).event).not.toHaveProperty('status');
  const whole = traceOf((recorder) => {
    recorder.responded(201);
    recorder.bodyEnded();
  });
  expect(whole.event).toMatchObject({ status: 201 });
});

test('a stack is told without the name and the message that it begins with', () => {
  const info = {
    name: 'TypeError',
    message: 'why\nnot',
    stack: 'TypeError: why\nnot\n    at a:1:2',
  };
  const { exceptions } = traceOf((recorder) => recorder.exception(info));
  expect(exceptions).toMatchObject([
    { name: 'TypeError', message: 'why\nnot', stack: '    at a:1:2' },
  ]);
});

test('of an error that has nothing but its name and message there is no stack', () => {
  const info = { name: 'Error', message: 'why', stack: 'Error: why' };
  expect(traceOf((recorder) => recorder.exception(info)).exceptions[0]).not.toHaveProperty('stack');
});

test('logs end where they would go over 256 KB, and a line says so', () => {
  // What `https://a.example/` and the record itself take is in it.
  const most = `["${'x'.repeat(TRACE_BYTES - 18 - 80 - 4)}"]`;
  const fits = traceOf((recorder) => recorder.log('log', { json: most }, explain));
  expect(fits).toMatchObject({ truncated: false, logs: [{ json: most }] });
  const over = traceOf((recorder) => {
    recorder.log('log', { json: `${most} ` }, explain);
    recorder.log('log', { json: '[1]' }, explain);
  });
  expect(over).toMatchObject({ truncated: true, logs: [{ level: 'warn' }] });
  expect(over.logs).toHaveLength(1);
});

test('exceptions end at a bound, and one says so', () => {
  const { exceptions, truncated } = traceOf((recorder) => {
    for (let count = 0; count < 1000; count += 1)
      recorder.exception({ name: 'Error', message: '' });
  });
  expect(exceptions).toHaveLength(101);
  expect(exceptions.at(-1)?.message).toMatch('limit exceeded');
  expect(truncated).toBe(true);
});

test('what is published ends where it would go over 256 KB', () => {
  const { diagnostics } = traceOf((recorder) => {
    recorder.diagnostics('c', { text: 'x'.repeat(TRACE_BYTES / 2) });
    recorder.diagnostics('c', { text: 'x'.repeat(TRACE_BYTES / 2) });
    recorder.diagnostics('c', 1);
  });
  expect(diagnostics.map(({ channel }) => channel)).toEqual(['c', 'workerd.LimitExceeded']);
});

test('of a request with too long a URL only the method is told', () => {
  const { event, logs } = traceOf(() => {}, {
    url: `https://a.example/${'x'.repeat(TRACE_BYTES)}`,
  });
  expect(event).toMatchObject({ method: 'GET', url: '', headers: [] });
  expect(logs[0]?.json).toMatch('could not capture event info');
});

test('every type of event is told as what it is', () => {
  let told: Trace | undefined;
  const arrival = eventArrival({
    type: 'queue',
    queue: 'mail',
    messages: [{ body: 1 }, { body: 2 }],
  });
  new TraceRecorder(arrival, (trace) => {
    told = trace;
  }).ended('startupFailed');
  expect(told).toMatchObject({
    event: { type: 'queue', queue: 'mail', batchSize: 2 },
    outcome: 'exception',
  });
});

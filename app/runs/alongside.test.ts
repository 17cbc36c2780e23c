import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { RuntimeEvent } from '../../runtime-worker/index';
import { createLayout } from '../timeline/layout';
import { alongside } from './alongside';
import { candidatesOf } from './candidates';
import { partsOf, policySeen } from './parts';

/** The story, then the story under each policy, then a service that calls another. */
const VISIT: readonly RuntimeEvent[] = JSON.parse(
  readFileSync(new URL('../trace/fixtures/v1.json', import.meta.url), 'utf8'),
).events;

const candidates = candidatesOf(VISIT, [], 1000, []);

function named(name: string) {
  const found = candidates.find(({ recording }) => recording.name === name);
  if (!found) throw new Error(`no run ${name}`);
  return found.recording;
}

describe('what can be chosen', () => {
  test('the runs, newest first, each with its parts and what abortIsolate did in it', () => {
    expect(candidates.map(({ recording, part }) => `${part ? '  ' : ''}${recording.name}`)).toEqual(
      [
        'Run 2 · 4 services',
        '  story · abort',
        '  story · condemn',
        '  story · process',
        '  story',
        'Run 1 · story · abort',
      ],
    );
  });

  test('a service and those that it calls are one part', () => {
    expect(partsOf(VISIT).get('other')).toBeUndefined();
    expect(
      partsOf(VISIT)
        .get('story')
        ?.some(({ service }) => service === 'other'),
    ).toBe(true);
  });

  test('the policies are told apart by what happened', () => {
    const of = (service: string) => policySeen(VISIT.filter((event) => event.service === service));
    expect(of('story · abort')).toBe('abort');
    expect(of('story · condemn')).toBe('condemn');
    expect(of('story · process')).toBe('process');
    expect(of('other')).toBeUndefined();
  });
});

describe('runs side by side', () => {
  const both = alongside([named('story · abort'), named('story · condemn')]);
  const layout = createLayout();
  for (const event of both.events) layout.push(event);

  test('stand in the order in which they were chosen', () => {
    const other = alongside([named('story · condemn'), named('story · abort')]);
    const order = ({ events, order }: typeof other) => {
      const layout = createLayout(order);
      for (const event of events) layout.push(event);
      return layout.services.map(({ service }) => service);
    };
    expect([order(both), order(other)]).toEqual([
      ['A · story · abort', 'B · story · condemn'],
      ['A · story · condemn', 'B · story · abort'],
    ]);
  });

  test('begin their first requests at the same time', () => {
    const firsts = layout.services.map(({ lanes }) => lanes[0]?.rows[0]?.[0]?.began);
    expect(firsts[0]).toBeCloseTo(firsts[1] ?? Number.NaN, 6);
  });

  test('are named apart, and say so', () => {
    expect(layout.services.map(({ service }) => service)).toEqual([
      'A · story · abort',
      'B · story · condemn',
    ]);
    expect(both.name).toBe('A: story · abort, B: story · condemn');
  });

  test('keep everything, in order of time', () => {
    const { length } = both.events;
    expect(length).toBe(
      named('story · abort').events.length + named('story · condemn').events.length,
    );
    const times = both.events.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  test('keep what belongs together: the abort and its request, a request and its subrequests', () => {
    const lane = layout.services[0]?.lanes[0];
    expect(lane?.bars.has(lane.aborted?.request ?? '')).toBe(true);
    const twice = alongside([named('story'), named('story')]);
    const asked = twice.events.flatMap((event) =>
      event.type === 'request.began' && event.parent !== undefined ? [event] : [],
    );
    expect(asked.length).toBe(4);
    for (const { request, parent } of asked) expect(request[0]).toBe(parent?.[0]);
  });

  test('a run with itself is two', () => {
    const run = named('story · abort');
    const ids = new Set(alongside([run, run]).events.map(({ isolate }) => isolate));
    expect(ids.size).toBe(2 * new Set(run.events.map(({ isolate }) => isolate)).size);
  });
});

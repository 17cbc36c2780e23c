import { describe, expect, test } from 'vitest';
import type { RuntimeEvent } from '../../runtime-worker/index';
import { runsOf } from './runs-of';

const isolate = (id = 'i1') => ({ service: 'w', isolate: id, generation: 1 });

function began(at: number, request: string, id?: string): RuntimeEvent {
  const event = { type: 'fetch', method: 'GET', url: 'https://playground.example/' } as const;
  return { type: 'request.began', at, ...isolate(id), request, event };
}

function ended(at: number, request: string, id?: string): RuntimeEvent {
  return { type: 'request.ended', at, ...isolate(id), request, outcome: 'ok' };
}

describe('the runs of a visit', () => {
  test('are none where no request was sent', () => {
    expect(runsOf([])).toEqual([]);
    expect(runsOf([{ type: 'isolate.created', at: 1, ...isolate(), cause: 'first' }])).toEqual([]);
  });

  test('are apart where nothing happened for two seconds', () => {
    const first = [began(0, 'a'), ended(10, 'a'), began(1500, 'b'), ended(1510, 'b')];
    const second = [began(4000, 'c'), ended(4010, 'c')];
    expect(runsOf([...first, ...second])).toEqual([first, second]);
  });

  test('go on while a request is in flight', () => {
    const run = [began(0, 'a'), began(5000, 'b'), ended(5010, 'b'), ended(9000, 'a')];
    expect(runsOf(run)).toEqual([run]);
  });

  test('begin when a scenario is started, however soon', () => {
    const first = [began(0, 'a'), ended(10, 'a')];
    const second = [began(100, 'b'), ended(110, 'b'), began(900, 'c'), ended(910, 'c')];
    expect(runsOf([...first, ...second], [0, 95])).toEqual([first, second]);
  });

  test('have the isolate that was made for them, and the one that was made of them', () => {
    const made: RuntimeEvent = { type: 'isolate.created', at: 2, ...isolate(), cause: 'first' };
    const after: RuntimeEvent = {
      type: 'isolate.created',
      at: 12,
      ...isolate('i2'),
      cause: 'abort',
    };
    const next: RuntimeEvent = {
      type: 'isolate.created',
      at: 5999,
      ...isolate('i3'),
      cause: 'edit',
    };
    const first = [made, began(3, 'a'), ended(10, 'a'), after];
    const second = [next, began(6000, 'b', 'i3'), ended(6010, 'b', 'i3')];
    expect(runsOf([...first, ...second])).toEqual([first, second]);
  });

  test('are without isolates that only ended in them', () => {
    const gone: RuntimeEvent[] = [
      { type: 'isolate.condemned', at: 5990, ...isolate('old'), cause: 'edit' },
      { type: 'isolate.ended', at: 5991, ...isolate('old') },
    ];
    const second = [began(6000, 'b'), ended(6010, 'b')];
    expect(runsOf([began(0, 'a'), ended(10, 'a'), ...gone, ...second])[1]).toEqual(second);
  });
});

import type { Outcome, RuntimeEvent } from '../../runtime-worker/index';
import { createLayout, type RequestBar } from './layout';

/** Two isolates: `a` has /one (0-10, ok), /two (5-25, exception) and /three (12-20, ok); `b` /four from 30 on. */
export function smallRun() {
  const layout = createLayout();
  const of = (isolate: string, at: number) => ({
    service: `worker-${isolate}`,
    isolate,
    generation: 1,
    at,
  });
  const began = (isolate: string, at: number, path: string): RuntimeEvent => ({
    ...of(isolate, at),
    type: 'request.began',
    request: path,
    event: { type: 'fetch', method: 'GET', url: `https://playground.example${path}` },
  });
  const ended = (isolate: string, at: number, path: string, outcome: Outcome): RuntimeEvent => ({
    ...of(isolate, at),
    type: 'request.ended',
    request: path,
    outcome,
    ...(outcome === 'exception' && { error: { name: 'TypeError', message: 'no such thing' } }),
  });
  const events: RuntimeEvent[] = [
    { ...of('a', 0), type: 'isolate.created', cause: 'first' },
    began('a', 0, '/one'),
    began('a', 5, '/two'),
    ended('a', 10, '/one', 'ok'),
    began('a', 12, '/three'),
    ended('a', 20, '/three', 'ok'),
    ended('a', 25, '/two', 'exception'),
    { ...of('a', 28), type: 'isolate.aborted', cause: 'user', reason: null },
    began('b', 30, '/four'),
  ];
  for (const event of events) layout.push(event);
  return layout;
}

export const pathOf = (bar: RequestBar | undefined) => bar?.request;

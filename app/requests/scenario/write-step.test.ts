import { expect, test } from 'vitest';
import { type Draft, FIRST_DRAFT } from '../draft/draft';
import { eventOf } from '../draft/event-of';
import { readScenario } from './read-scenario';
import { writeStep } from './write-step';

const on = (name: string, value: string) => ({ name, value, on: true });
const body = FIRST_DRAFT.body;

test.each<[string, Partial<Draft>]>([
  ['a GET', { url: '/slow?a=1', count: '3' }],
  [
    'headers and JSON',
    {
      method: 'POST',
      headers: [on('A', 'b')],
      body: { ...body, type: 'json', text: '{\n"a": 1\n}' },
    },
  ],
  ['a form', { method: 'PUT', body: { ...body, type: 'form', form: [on('a', 'b c')] } }],
  ['a scheduled event', { kind: 'scheduled', cron: '0 3 * * *', entrypoint: 'Jobs' }],
  ['a queue', { kind: 'queue', queue: 'orders', messages: ['{"id":1}', 'text'], service: 'other' }],
  ['a test', { kind: 'test' }],
])('%s is read as what was written', (_what, change) => {
  const draft = { ...FIRST_DRAFT, ...change };
  const written = writeStep(draft, 500);
  const composed = eventOf(draft);
  if (!written.ok || !composed.ok) throw new Error('It cannot be written.');
  const { steps } = readScenario('a.http', written.text);
  expect(steps).toEqual([{ at: 500, count: composed.count, event: composed.event }]);
});

test('a body that a .http file cannot hold is refused', () => {
  const file = { name: 'x', type: '', bytes: Uint8Array.of(0xff) };
  const draft: Draft = { ...FIRST_DRAFT, method: 'PUT', body: { ...body, type: 'file', file } };
  expect(writeStep(draft, 0)).toMatchObject({ ok: false });
});

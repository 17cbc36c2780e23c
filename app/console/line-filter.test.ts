import { expect, test } from 'vitest';
import { parseFilter, passes } from './line-filter';
import { createConsoleLines } from './lines';

const lines = createConsoleLines();
const of = { at: 0, isolate: 'i' };
const log = { type: 'log' as const, level: 'log' as const };
const event = { type: 'fetch' as const, method: 'GET', url: 'https://a.example' };
for (const request of ['a', ...'cdefghijkl', 'b']) {
  lines.add({ ...of, type: 'request.began', service: 'api', generation: 1, request, event });
}
lines.add({ ...of, ...log, service: 'api', generation: 1, request: 'a', text: 'Hello world' });
lines.add({ ...of, ...log, service: 'web', generation: 2, request: 'b', text: 'http://here' });
lines.add({ ...of, ...log, service: 'web', generation: 2, text: 'of nobody' });

function found(text: string): string[] {
  const filter = parseFilter(text);
  return lines
    .snapshot()
    .lines.filter((line) => passes(filter, line))
    .map((line) => line.text);
}

test.each([
  ['', ['Hello world', 'http://here', 'of nobody']],
  ['WORLD', ['Hello world']],
  ['he -world', ['http://here']],
  ['http://', ['http://here']],
  ['req:12', ['http://here']],
  ['req:#1', ['Hello world']],
  ['req:1 req:12', ['Hello world', 'http://here']],
  ['gen:2', ['http://here', 'of nobody']],
  ['gen:2 nobody', ['of nobody']],
  ['service:api', ['Hello world']],
  ['gen:', ['Hello world', 'http://here', 'of nobody']],
])('"%s" finds what it names', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

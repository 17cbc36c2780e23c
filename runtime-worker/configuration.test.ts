import { expect, test } from 'vitest';
import { readConfiguration } from './configuration';

const DATE = '"compatibility_date": "2026-08-01"';

const warningsOf = (text: string) =>
  readConfiguration('wrangler.jsonc', text).warnings.map(({ error: { message, position } }) => [
    position?.line,
    position?.column,
    message,
  ]);

const failureOf = (text: string): string => {
  try {
    readConfiguration('wrangler.jsonc', text);
    return 'read';
  } catch (error) {
    return String(error);
  }
};

test('what is read, and what deploying is about, is no warning', () => {
  const text = `{ "$schema": "x", "name": "a", ${DATE}, "observability": {}, "routes": [], "triggers": { "crons": [] }, }`;
  expect(warningsOf(text)).toEqual([]);
});

test('a key that wrangler does not know is a warning at its place', () => {
  expect(warningsOf(`{\n  ${DATE},\n  "nmae": "a"\n}`)).toEqual([
    [3, 3, 'Unexpected fields found in top-level field: "nmae"'],
  ]);
});

test('a binding that is not supported is a warning that names it', () => {
  const text = `{ ${DATE},
    "kv_namespaces": [{ "binding": "KV" }],
    "durable_objects": { "bindings": [{ "name": "COUNTER", "class_name": "Counter" }] },
    "queues": { "producers": [{ "queue": "q", "binding": "QUEUE" }] },
    "ai": { "binding": "AI" }
  }`;
  expect(warningsOf(text)).toEqual([
    [2, 5, expect.stringContaining('env.KV will throw')],
    [3, 5, expect.stringContaining('env.COUNTER will throw')],
    [4, 5, expect.stringContaining('env.QUEUE will throw')],
    [5, 5, expect.stringContaining('env.AI will throw')],
  ]);
  expect(readConfiguration('wrangler.jsonc', text).unsupportedBindings).toEqual({
    KV: 'kv_namespaces',
    COUNTER: 'durable_objects',
    QUEUE: 'queues',
    AI: 'ai',
  });
});

test('a queue that is only consumed is no warning', () => {
  expect(warningsOf(`{ ${DATE}, "queues": { "consumers": [{ "queue": "q" }] } }`)).toEqual([]);
});

test('environments are a warning', () => {
  expect(warningsOf(`{ ${DATE}, "env": { "staging": {} } }`)).toEqual([
    [1, 39, expect.stringContaining('what stands at the top is used')],
  ]);
});

test('a compatibility date is missed, and must be one', () => {
  expect(warningsOf('{}')).toEqual([
    [1, 1, expect.stringContaining('No compatibility_date was specified.')],
  ]);
  expect(warningsOf('{ "compatibility_date": "2026-13-01" }')).toEqual([
    [1, 25, expect.stringContaining('"2026-13-01"')],
  ]);
});

test('a field of the wrong type fails at its place', () => {
  expect(failureOf('{\n  "limits": { "cpu_ms": "many" }\n}')).toContain(
    'wrangler.jsonc:2:25: "limits.cpu_ms"',
  );
  expect(failureOf('{\n  "services": [{ "binding": "A" }]\n}')).toContain('wrangler.jsonc:2:16');
});

test('text that is no JSON with comments fails at its place', () => {
  expect(failureOf('{\n  "main": oops\n}')).toContain('wrangler.jsonc:2:11');
  expect(failureOf('')).toContain('wrangler.jsonc:1:1');
});

import assert from 'node:assert';

export const strict = { test: () => assert.strictEqual(1, 2) };

export const deep = { test: () => assert.deepStrictEqual({ a: 1 }, { a: 2 }) };

export const ok = { test: () => assert.ok(false, 'a message of its own') };

export const rejects = { test: () => assert.rejects(async () => {}) };

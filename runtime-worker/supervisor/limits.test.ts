import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LIMITS, limitsTable } from './limits';

const DOCUMENT = new URL('../LIMITS.md', import.meta.url);

test('LIMITS.md prints the table as it is', () => {
  expect(readFileSync(DOCUMENT, 'utf8')).toContain(limitsTable());
});

test('no resource has two bounds', () => {
  const names = LIMITS.map(({ resource }) => resource);
  expect(new Set(names).size).toBe(names.length);
});

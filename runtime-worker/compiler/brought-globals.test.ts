import { expect, test } from 'vitest';
import { withBroughtGlobals } from './brought-globals';

const script = (code: string) => ({ code, map: JSON.stringify({ version: 3, mappings: 'AAAA' }) });

test('a script that names nothing stays as it is', async () => {
  const given = script(`const headers = { 'Cache-Control': 'no-store' };`);
  expect(await withBroughtGlobals(given, [])).toBe(given);
});

test('what a script names is before it, and its map begins where it begins', async () => {
  const { code, map } = await withBroughtGlobals(script('caches.default;'), []);
  const [own, ...before] = code.split('\n').reverse();
  expect(own).toBe('caches.default;');
  expect(before.join()).toContain('CacheStorage');
  expect(JSON.parse(map).mappings).toBe(`${';'.repeat(before.length)}AAAA`);
});

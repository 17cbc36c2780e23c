import { expect, test } from 'vitest';
import { broughtGlobals } from './brought-globals';

test('modules that name nothing bring nothing', async () => {
  const code = `const headers = { 'Cache-Control': 'no-store' };`;
  expect(await broughtGlobals([{ code }], [])).toEqual([]);
});

test('what one of the modules names is brought', async () => {
  const [brought, ...more] = await broughtGlobals(
    [{ code: '1;' }, { code: 'caches.default;' }],
    [],
  );
  expect(brought).toContain('CacheStorage');
  expect(more).toEqual([]);
});

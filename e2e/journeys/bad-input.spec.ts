import { expect, test } from '../fixtures';

interface Case {
  readonly what: string;
  readonly files: Record<string, string>;
  readonly path?: string;
  readonly outcome: 'startupFailed' | 'exception';
  readonly message: RegExp;
  readonly position: { file: string; line: number; column?: number };
}

const GOOD = {
  'src/index.ts': `export default { fetch() { return new Response('well') } };`,
};

const CASES: readonly Case[] = [
  {
    what: 'a module that does not parse',
    files: { 'src/index.ts': `export default {\n  fetch( {\n};\n` },
    outcome: 'startupFailed',
    message: /src\/index\.ts:3:\d+: .*Unexpected token/,
    position: { file: 'src/index.ts', line: 3 },
  },
  {
    what: 'a JSON module that does not parse',
    files: {
      'src/index.ts': `import data from './data.json';\nexport default { fetch: () => Response.json(data) };`,
      'src/data.json': `{\n  "a": oops\n}`,
    },
    outcome: 'startupFailed',
    message: /src\/data\.json:2:8/,
    position: { file: 'src/data.json', line: 2, column: 8 },
  },
  {
    what: 'a missing import',
    files: {
      'src/index.ts': `import { x } from './gone';\nexport default { fetch: () => new Response(x) };`,
    },
    outcome: 'startupFailed',
    message: /src\/index\.ts:1:19: .*\.\/gone/,
    position: { file: 'src/index.ts', line: 1, column: 19 },
  },
  {
    what: 'a package',
    files: { 'src/index.ts': `import { Hono } from 'hono';\nexport default new Hono();` },
    outcome: 'startupFailed',
    message: /src\/index\.ts:1:22: .*hono/,
    position: { file: 'src/index.ts', line: 1, column: 22 },
  },
  {
    what: 'an export of cloudflare:workers that is not there yet',
    files: {
      'src/index.ts': `import { retryable } from 'cloudflare:workers';\nexport default { fetch: () => new Response(typeof retryable) };`,
    },
    outcome: 'startupFailed',
    message: /src\/index\.ts:1:10: .*retryable/,
    position: { file: 'src/index.ts', line: 1, column: 10 },
  },
  {
    what: 'an export that is no handler',
    files: { 'src/index.ts': `const answer = 5;\n\nexport default answer;` },
    outcome: 'startupFailed',
    message: /Incorrect type for map entry 'default'/,
    position: { file: 'src/index.ts', line: 3 },
  },
  {
    what: 'a default export without a fetch handler',
    files: { 'src/index.ts': `export default {\n  scheduled() {},\n};` },
    outcome: 'exception',
    message: /Handler does not export a fetch\(\) function\./,
    position: { file: 'src/index.ts', line: 1 },
  },
  {
    what: 'a handler that throws',
    files: {
      'src/index.ts': `export default {\n  async fetch(request: Request): Promise<Response> {\n    throw new RangeError('boo');\n  },\n};`,
    },
    outcome: 'exception',
    message: /boo/,
    position: { file: 'src/index.ts', line: 3, column: 11 },
  },
  {
    what: 'a handler that returns no Response',
    files: { 'src/index.ts': `export default {\n  async fetch() {\n    return 5;\n  },\n};` },
    outcome: 'exception',
    message: /the Promise did not resolve to 'Response'/,
    position: { file: 'src/index.ts', line: 1 },
  },
  {
    what: 'a top level that throws',
    files: {
      'src/index.ts': `const a: number = 1;\nthrow new TypeError('top');\nexport default {};`,
    },
    outcome: 'startupFailed',
    message: /top/,
    position: { file: 'src/index.ts', line: 2, column: 7 },
  },
  {
    what: 'a top level that loops',
    files: { 'src/index.ts': `for (;;) {}\nexport default {};` },
    outcome: 'startupFailed',
    message: /Script startup exceeded CPU time limit/,
    position: { file: 'src/index.ts', line: 1 },
  },
  {
    what: 'a top level that awaits for ever',
    files: { 'src/index.ts': `await new Promise(() => {});\nexport default {};` },
    outcome: 'startupFailed',
    message: /Top-level await in module is unsettled/,
    position: { file: 'src/index.ts', line: 1 },
  },
  {
    what: 'a top level that calls abortIsolate in an endless try and catch',
    files: {
      'src/index.ts': `import { abortIsolate } from 'cloudflare:workers';\nfor (;;) { try { abortIsolate('top level'); } catch {} }\nexport default {};`,
    },
    outcome: 'startupFailed',
    message: /top level/,
    position: { file: 'src/index.ts', line: 2 },
  },
];

test('a project that cannot be read is refused, and the open one stays', async ({ playground }) => {
  await playground.open(GOOD);
  await expect(
    playground.open({ ...GOOD, 'wrangler.jsonc': `{\n  "main": oops\n}` }),
  ).rejects.toThrow(/wrangler\.jsonc:2:11/);
  await expect(playground.open({ 'notes.txt': 'no module' })).rejects.toThrow(/no main module/);
  expect(await playground.fetch('/')).toMatchObject({ how: 'resolved', text: 'well' });
});

for (const { what, files, outcome, message, position } of CASES) {
  test(`${what} is said in the request that met it, with its place, and the next edit recovers`, async ({
    playground,
  }) => {
    await playground.open(GOOD);
    await playground.open(files);
    expect(await playground.fetch('/')).toMatchObject({
      how: 'rejected',
      message: expect.stringMatching(message),
    });
    const ended = (await playground.eventsOf('request.ended')).at(-1);
    expect(ended).toMatchObject({ outcome, error: { position } });
    await playground.open(GOOD);
    expect(await playground.fetch('/')).toMatchObject({ how: 'resolved', text: 'well' });
  });
}

test('what the compiler found stands while more is typed', async ({ playground }) => {
  const { page } = playground;
  await playground.open({
    'worker.js': `export default { fetch: () => new Response('well') };\n`,
    'wrangler.jsonc': '{ "name": "undated", "main": "worker.js" }',
  });
  const problem = page.locator('.problem-message');
  await expect(problem).toContainText('compatibility_date');
  // The same element afterwards: had it gone for a moment, it would be another one.
  await problem.evaluate((element) => element.setAttribute('data-was-there', ''));
  await page.getByRole('textbox', { name: 'Code of worker.js' }).press('Enter');
  await playground.fetch('/');
  await expect(problem).toHaveAttribute('data-was-there');
  await expect(problem).toContainText('compatibility_date');
});

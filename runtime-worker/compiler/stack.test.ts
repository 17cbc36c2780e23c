import { expect, test } from 'vitest';
import { compileOffline } from './compiled-project';
import type { Script } from './script';
import { mapStack } from './stack';

/** `throw` is at 3:3 of src/index.ts; 1:1 to 1:3 of the script are code of no file. */
const SCRIPT: Script = {
  url: 'isolab-script:///x-1.js',
  code: '',
  serviceWorker: false,
  entry: { file: 'src/index.ts', line: 1, column: 1 },
  // Line 2 of the script: column 1 is 3:3 and column 11 is 3:13 of the first source.
  map: JSON.stringify({
    version: 3,
    names: [],
    sources: ['src/index.ts'],
    mappings: ';AAEE,UAAU',
  }),
  assets: [],
};

test.each([
  [
    'V8',
    'TypeError: no\n    at fetch (isolab-script:///x-1.js:2:1)\n    at async isolab-script:///x-1.js:2:11',
    'TypeError: no\n    at fetch (src/index.ts:3:3)\n    at async src/index.ts:3:13',
  ],
  [
    'SpiderMonkey',
    'fetch/<@isolab-script:///x-1.js:2:1\nasync*@isolab-script:///x-1.js:2:11\n',
    'fetch/<@src/index.ts:3:3\nasync*@src/index.ts:3:13\n',
  ],
  [
    'JavaScriptCore',
    'fetch@isolab-script:///x-1.js:2:1\nmap@[native code]\nmodule code@isolab-script:///x-1.js:2:11',
    'fetch@src/index.ts:3:3\nmap@[native code]\nmodule code@src/index.ts:3:13',
  ],
])('maps the frames of %s', (_, stack, mapped) => {
  expect(mapStack(stack, SCRIPT)).toEqual({
    stack: mapped,
    position: { file: 'src/index.ts', line: 3, column: 3 },
  });
});

test('drops the frames of the runtime', () => {
  const stack = [
    'Error: x',
    '    at waitUntil (isolab-runtime:///isolate.js:10:4)',
    '    at fetch (isolab-script:///x-1.js:2:11)',
    '    at async isolab-runtime:///isolate.js:1:1',
  ].join('\n');
  expect(mapStack(stack, SCRIPT).stack).toBe('Error: x\n    at fetch (src/index.ts:3:13)');
  expect(mapStack('a@isolab-runtime:///isolate.js:1:2\nb@x.js:1:1', SCRIPT).stack).toBe(
    'b@x.js:1:1',
  );
});

test.each([
  [
    'V8',
    'Error: x\n    at $isolab_top_level (isolab-script:///x-1.js:2:1)\n    at async $isolab_top_level (isolab-script:///x-1.js:2:11)',
    'Error: x\n    at src/index.ts:3:3\n    at async src/index.ts:3:13',
  ],
  ['SpiderMonkey', '$isolab_top_level@isolab-script:///x-1.js:2:1', '@src/index.ts:3:3'],
])('names no function where the top level runs in %s', (_, stack, mapped) => {
  expect(mapStack(stack, SCRIPT).stack).toBe(mapped);
});

test('drops the frames of code that is in no file', () => {
  const stack = 'Error: x\n    at isolab-script:///x-1.js:1:2\n    at f (other.js:1:1)';
  expect(mapStack(stack, SCRIPT).stack).toBe('Error: x\n    at f (other.js:1:1)');
});

test('keeps the lines of the message, and takes no position from them', () => {
  const message = 'Error: one\nisolab-runtime:/// two\nsee isolab-script:///x-1.js:2:1';
  expect(mapStack(message, SCRIPT)).toEqual({
    stack: 'Error: one\nisolab-runtime:/// two\nsee src/index.ts:3:3',
  });
});

test('leaves other scripts and places that cannot be as they are', () => {
  const stack = [
    'Error',
    '    at isolab-script:///x-11.js:2:1',
    'isolab-script:///x-1.js:0:0',
    'isolab-script:///x-1.js:999999999:1',
    'isolab-script:///x-1.js:isolab-script:///x-1.js:2',
  ].join('\n');
  expect(mapStack(stack, SCRIPT)).toEqual({ stack });
});

test('looks at 64 K characters and 100 frames at most', () => {
  const frames = '    at isolab-script:///x-1.js:2:1\n'.repeat(10_000);
  expect(mapStack(`Error\n${frames}`, SCRIPT).stack.split('\n')).toHaveLength(101);
  expect(mapStack('isolab-script:///x-1.js:'.repeat(100_000), SCRIPT).stack).toHaveLength(65536);
});

test('leaves a stack alone whose script has no map', () => {
  const script = { ...SCRIPT, map: '' };
  const stack = 'Error: see isolab-script:///x-1.js:2:1';
  expect(mapStack(stack, script)).toEqual({ stack });
});

test('maps the stack of a script that was compiled', async () => {
  const result = await compileOffline({ 'a.ts': 'let a: 1 = 1;\n\nlet b: 2 = f();' }, 'a.ts');
  if (!result.ok) throw new Error('does not compile');
  const { url, code } = result.script;
  const line = code.split('\n').findIndex((text) => text.includes('f()')) + 1;
  const column = (code.split('\n')[line - 1]?.indexOf('f()') ?? 0) + 1;
  const { position } = mapStack(`@${url}:${line}:${column}`, result.script);
  expect(position).toEqual({ file: 'a.ts', line: 3, column: 12 });
});

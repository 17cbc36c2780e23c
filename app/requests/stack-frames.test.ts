import { expect, test } from 'vitest';
import { stackParts } from './stack-frames';

const has = (path: string) => path === 'src/index.ts';

test('a frame in the project is a place, what is around it stays text', () => {
  expect(stackParts('Error: no\n    at fetch (src/index.ts:12:3)', has)).toEqual([
    { kind: 'text', text: 'Error: no\n    at fetch (' },
    {
      kind: 'place',
      text: 'src/index.ts:12:3',
      position: { file: 'src/index.ts', line: 12, column: 3 },
    },
    { kind: 'text', text: ')' },
  ]);
});

test('a place right after an @, as Firefox and WebKit write it, is found', () => {
  expect(stackParts('fetch@src/index.ts:1:2', has)[1]).toMatchObject({
    position: { line: 1, column: 2 },
  });
});

test('a frame outside the project is text', () => {
  const stack = '    at run (https://x.example/a.js:1:2)\n    at other.ts:3:4';
  expect(stackParts(stack, has)).toEqual([{ kind: 'text', text: stack }]);
});

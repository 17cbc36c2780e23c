import { expect, test } from 'vitest';
import { bodyFileName } from './body-file-name';

test.each([
  ['https://playground.example/data/list', 'application/json', 'list.json'],
  ['https://playground.example/logo.png?x=1', 'image/png', 'logo.png'],
  ['https://playground.example/', 'text/html', 'response.html'],
  ['https://playground.example/problem', 'application/problem+json', 'problem.json'],
  [undefined, '', 'response.bin'],
])('%s of type %j is called %s', (url, type, name) => {
  expect(bodyFileName(url, type, [])).toBe(name);
});

test('a name that the response gives itself is taken, and made a plain one', () => {
  const named = (value: string) => bodyFileName(undefined, '', [['Content-Disposition', value]]);
  expect(named('attachment; filename="report 1.csv"')).toBe('report 1.csv');
  expect(named('attachment; filename=../../.bashrc')).toBe('bashrc');
});

import { expect, test } from 'vitest';
import { jsonProblem } from './json-problem';

test.each(['{}', '[1, "a", null]', ' 1 ', '{"a": {"b": []}}'])('%s is JSON', (text) => {
  expect(jsonProblem(text)).toBeUndefined();
});

test.each([
  ['{\n  "a": 1\n  "b": 2\n}', 3, 3, /comma/],
  ['{\n  "a": \n}', 3, 1, /value is missing/],
  ['{ a: 1 }', 1, 3, /double quotes/],
  ['[1,]', 1, 4, /value is missing/],
  ['{} // no', 1, 4, /no comments/],
])('%j is none, and the place is named', (text, line, column, message) => {
  const problem = jsonProblem(text);
  expect(problem).toMatchObject({ line, column });
  expect(problem?.message).toMatch(message);
});

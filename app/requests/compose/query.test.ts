import { expect, test } from 'vitest';
import { readPairs, withPair } from './query';

test('the pairs of a query are read as a person reads them', () => {
  expect(readPairs('/p?a=1&b=x%20y+z&c&=&%zz=%#top')).toEqual([
    { name: 'a', value: '1' },
    { name: 'b', value: 'x y z' },
    { name: 'c', value: '' },
    { name: '', value: '' },
    { name: '%zz', value: '%' },
  ]);
  expect(readPairs('/p')).toEqual([]);
});

test('a pair that changes leaves the others as they were written', () => {
  expect(withPair('/p?a=%41&b=2&c#top', 1, { name: 'b', value: 'x y&=' })).toBe(
    '/p?a=%41&b=x%20y%26=&c#top',
  );
});

test('a pair is added after the last, and the last one takes the question mark with it', () => {
  expect(withPair('/p', 0, { name: 'a', value: '' })).toBe('/p?a=');
  expect(withPair('/p?a=1', 1, { name: 'b', value: '2' })).toBe('/p?a=1&b=2');
  expect(withPair('/p?a=1', 0, undefined)).toBe('/p');
});

test.each(['a=b', '100%', 'x + y', 'ä#&'])('%j comes back', (text) => {
  expect(readPairs(withPair('/', 0, { name: text, value: text }))).toEqual([
    { name: text, value: text },
  ]);
});

import { expect, test } from 'vitest';
import { readDataUrl } from './data-url';

const textOf = (url: string) => new TextDecoder().decode(readDataUrl(url)?.bytes);

test.each([
  ['data:,a', 'text/plain;charset=US-ASCII'],
  ['data:;charset=x,a', 'text/plain;charset=x'],
  ['data:TEXT/Plain;Charset=UTF-8,a', 'text/plain;charset=UTF-8'],
  ['data:text/plain;a="b c";a=2;d=,x', 'text/plain;a="b c"'],
  ['data:no type,a', 'text/plain;charset=US-ASCII'],
  ['data:text/html;charset=utf-8;base64,aGk=', 'text/html;charset=utf-8'],
])('the type of %s is %s', (url, type) => {
  expect(readDataUrl(url)?.type).toBe(type);
});

test.each([
  ['data:,h%20i%zz%', 'h i%zz%'],
  ['data:,a#b', 'a'],
  ['data:,a,b?c', 'a,b?c'],
  ['data:;base64,aG%6B=', 'hi'],
  ['data:; BASE64 ,aGk', 'hi'],
  ['data:;base64;,aGk', 'aGk'],
])('%s holds %s', (url, text) => {
  expect(textOf(url)).toBe(text);
});

test.each(['data:nothing', 'data:a#,b', 'https://a/?data:,'])('%s is none', (url) => {
  expect(readDataUrl(url)).toBeUndefined();
});

import { expect, test } from 'vitest';
import { readHeaderLines } from './header-lines';

test('each line is a name, a colon and a value', () => {
  expect(readHeaderLines('Accept: text/html\nX-Many: a:b:c')).toEqual({
    ok: true,
    headers: [
      ['Accept', 'text/html'],
      ['X-Many', 'a:b:c'],
    ],
  });
});

test('space around name and value is left out, and empty lines are skipped', () => {
  expect(readHeaderLines('\n  Accept :  text/html  \r\n\n')).toEqual({
    ok: true,
    headers: [['Accept', 'text/html']],
  });
});

test('the same name may come twice', () => {
  const read = readHeaderLines('Cookie: a=1\nCookie: b=2');
  expect(read).toMatchObject({
    ok: true,
    headers: [
      ['Cookie', 'a=1'],
      ['Cookie', 'b=2'],
    ],
  });
});

test('a value may be empty', () => {
  expect(readHeaderLines('X-Empty:')).toEqual({ ok: true, headers: [['X-Empty', '']] });
});

test('a line without a colon is named by its number', () => {
  const read = readHeaderLines('Accept: */*\n\nnonsense');
  expect(read).toMatchObject({ ok: false, line: 3 });
  expect(read).toHaveProperty('message', expect.stringContaining('Header line 3'));
});

test('a name with a space in it is refused', () => {
  expect(readHeaderLines('Bad Name: x')).toMatchObject({ ok: false, line: 1 });
});

test('a value beyond Latin-1 is refused with its first such character', () => {
  expect(readHeaderLines('X-Latin: ü')).toMatchObject({ ok: true });
  expect(readHeaderLines('X-Name: a漢b')).toMatchObject({
    ok: false,
    line: 1,
    message: expect.stringContaining('“漢”'),
  });
});

test('a value with a control character is refused', () => {
  expect(readHeaderLines('X-Bell: \u0007')).toMatchObject({ ok: false, line: 1 });
});

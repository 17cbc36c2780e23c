import { describe, expect, test } from 'vitest';
import { problemOfFileName, problemOfFileNames } from './file-names';

test.each(['index.ts', 'src/index.ts', '.dev.vars', 'a b/ü.txt', '[slug].ts', 'x'.repeat(256)])(
  '%s is a good name',
  (name) => {
    expect(problemOfFileName(name)).toBeUndefined();
  },
);

test.each([
  ['', /empty/],
  ['x'.repeat(257), /longer than 256/],
  ['a\u0000b', /cannot be seen/],
  ['a\nb', /cannot be seen/],
  ['a\u202etxt.js', /cannot be seen/],
  ['a\ud800', /not valid Unicode/],
  ['src\\index.ts', /backslash/],
  ['/etc/passwd', /absolute/],
  ['//host/share', /absolute/],
  ['C:/x', /URL or a drive/],
  ['https://x.example/a.js', /URL or a drive/],
  ['src/', /ends in/],
  ['src//index.ts', /\/\//],
  ['../index.ts', /folder \.\./],
  ['src/../../x', /folder \.\./],
  ['./index.ts', /folder \./],
  ['__proto__', /JavaScript/],
  ['src/__proto__/a.js', /JavaScript/],
  ['constructor', /JavaScript/],
  ['prototype', /JavaScript/],
])('%j is refused', (name, reason) => {
  expect(problemOfFileName(name)).toMatch(reason);
});

describe('names together', () => {
  test('are refused where one is there twice', () => {
    expect(problemOfFileNames(['a', 'b', 'a'])).toMatch(/"a" is there twice/);
  });

  test('are refused where one is a file and a folder', () => {
    expect(problemOfFileNames(['src', 'src/index.ts'])).toMatch(/"src" is a file and a folder/);
  });

  test('are refused where there are none', () => {
    expect(problemOfFileNames([])).toMatch(/no files/);
  });

  test('are refused where there are more than 1000', () => {
    const names = Array.from({ length: 1001 }, (_, index) => `${index}.txt`);
    expect(problemOfFileNames(names.slice(1))).toBeUndefined();
    expect(problemOfFileNames(names)).toMatch(/1001 files/);
  });

  test('a refusal shows a name that cannot be seen as an escape', () => {
    expect(problemOfFileNames(['a\u202e'])).toContain('"a\\u202e"');
  });
});

import { expect, test } from 'vitest';
import { prettierText } from './prettier';

const format = (path: string, text: string, files: Record<string, string> = {}) =>
  prettierText({ ...files, [path]: text }, path, text);

test('modules, configurations, pages, styles and documents are formatted', async () => {
  expect(await format('a.ts', 'const a:number=1')).toBe('const a: number = 1;\n');
  expect(await format('a.jsx', 'const a=<b   c="d"/>')).toBe('const a = <b c="d" />;\n');
  expect(await format('wrangler.jsonc', '{"a":1, // why\n"b":[1]}')).toBe(
    '{\n  "a": 1, // why\n  "b": [1]\n}\n',
  );
  expect(await format('package.json', '{"a":{}}')).toBe('{\n  "a": {}\n}\n');
  expect(await format('a.html', '<style>a{color:red}</style>')).toContain('    color: red;\n');
  expect(await format('a.css', 'a{color:red}')).toBe('a {\n  color: red;\n}\n');
  expect(await format('a.md', '* one\n* two')).toBe('- one\n- two\n');
});

test('a file that Prettier does not know is left', async () => {
  expect(await format('a.http', 'GET   /')).toBeUndefined();
});

test('quotes and indentation stay what the file mostly has', async () => {
  expect(await format('a.js', "a('b')")).toBe("a('b');\n");
  expect(await format('a.js', 'if (a) {\n\tb("c")\n}')).toBe('if (a) {\n\tb("c");\n}\n');
});

test('a project says how it is formatted, nearest first', async () => {
  const files = {
    '.prettierrc': '{ "semi": false, "parser": "css", "plugins": ["evil"] }',
    'workers/a/package.json': '{ "prettier": { "singleQuote": true } }',
  };
  expect(await format('src/a.js', 'a("b")', files)).toBe('a("b")\n');
  expect(await format('workers/a/a.js', 'a("b")', files)).toBe("a('b');\n");
});

test('a syntax error says where', async () => {
  await expect(format('src/a.ts', 'const a = 1;\nconst b = ;\n')).rejects.toThrow(
    'src/a.ts:2:11: Expression expected.',
  );
  await expect(format('src/a.js', 'const b = ;\n')).rejects.toThrow(/^src\/a\.js:1:11: /);
  await expect(format('a.json', '{ "a": }')).rejects.toThrow(/^a\.json:1:8: /);
  await expect(format('a.css', 'a {')).rejects.toThrow(/^a\.css:1:1: /);
});

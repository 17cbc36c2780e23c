// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the strings are modules
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProjectFiles } from '../project';
import { evaluate, MAIN, scriptOf } from './compiled-project';
import { mapStack } from './stack';

describe('the source map', () => {
  // The engine's own stacks name the script as browsers do; the test runner's name its file.
  const { prepareStackTrace } = Error;
  beforeAll(() => {
    Reflect.deleteProperty(Error, 'prepareStackTrace');
  });
  afterAll(() => {
    Error.prepareStackTrace = prepareStackTrace;
  });

  /** Where the error comes from that evaluating the script, or calling its default export, throws. */
  async function placeOfThrow(files: ProjectFiles) {
    const script = await scriptOf(files);
    const thrown: unknown = await evaluate(script).then(
      (exports) => (exports.default as () => unknown)(),
      (error: unknown) => error,
    );
    return mapStack((thrown as Error).stack ?? '', script);
  }

  test('names the files of the project', async () => {
    const script = await scriptOf({
      [MAIN]: "import '../lib/a';\nlet a = 1;",
      'lib/a.js': 'let b = 2;',
    });
    expect(JSON.parse(script.map)).toMatchObject({ sources: ['lib/a.js', MAIN] });
  });

  test('is exact behind types, templates, enums and other modules', async () => {
    const files = {
      [MAIN]: [
        "import { thrower } from './lib/thrower';",
        'enum Kind { A, B }',
        'class Holder { constructor(private readonly kind: Kind) {} }',
        'export default () => {',
        '  const holder: Holder = new Holder(Kind.A); const text = `${holder}` + `${1}${2}`;',
        '  try { return thrower<string>(text as string); } catch (error) { return error; }',
        '};',
      ].join('\n'),
      'src/lib/thrower.ts':
        'export function thrower<T extends string>(\n  value: T,\n): T { const a = `${value}`; let b: number = 1; throw new TypeError(value + a + b); }',
    };
    const { stack, position } = await placeOfThrow(files);
    expect(position).toEqual({ file: 'src/lib/thrower.ts', line: 3, column: 55 });
    const lines = stack.split('\n').filter((line) => line.includes('src/'));
    expect(lines[0]).toMatch(/thrower \(src\/lib\/thrower\.ts:3:55\)$/);
    expect(lines[1]).toMatch(/\(src\/index\.ts:6:16\)$/);
  });

  test('is exact in JavaScript with JSX', async () => {
    const { position } = await placeOfThrow({
      [MAIN]: "export { default } from './a.jsx';",
      'src/a.jsx':
        'const React = { createElement() { throw new Error("x"); } };\nexport default () => {\n  try { return <p>{`${1}`}</p>; } catch (error) { return error; }\n};',
    });
    expect(position).toEqual({ file: 'src/a.jsx', line: 1, column: 41 });
  });

  test('maps a throw of the top level', async () => {
    const { position } = await placeOfThrow({
      [MAIN]: 'type A = 1;\nconst a: A = 1; null!.x;\nexport {};',
    });
    expect(position).toEqual({ file: MAIN, line: 2, column: 23 });
  });
});

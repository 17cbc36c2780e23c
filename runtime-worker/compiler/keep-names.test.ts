import { describe, expect, test } from 'vitest';
import { MAIN, run } from './compiled-project';

describe('functions and classes keep their names', () => {
  test('where two modules have one of the same', async () => {
    const both = (id: string) =>
      `export class Same extends Error {}\nexport function f() {}\nexport const arrow = () => {};\nexport const id = '${id}';`;
    const exports = await run({
      [MAIN]:
        "import * as a from './a';\nimport * as b from './b';\nexport default [a, b].map(({ Same, f, arrow }) => [Same.name, f.name, arrow.name]);",
      'src/a.ts': both('a'),
      'src/b.ts': both('b'),
    });
    expect(exports.default).toEqual([
      ['Same', 'f', 'arrow'],
      ['Same', 'f', 'arrow'],
    ]);
  });

  test('where they are default exports without one', async () => {
    const exports = await run({
      [MAIN]: [
        ...['f', 'c', 'arrow', 'made'].map((name) => `import ${name} from './${name}';`),
        'export default [f.name, c.name, arrow.name, new made().constructor.name, made.name];',
      ].join('\n'),
      'src/f.ts': 'export default async function* () {}',
      'src/c.ts': 'export default class extends Error {}',
      'src/arrow.ts': 'export default async (a: 1) => a;',
      'src/made.ts': "export default class { static name = 'own'; }",
    });
    expect(exports.default).toEqual(['default', 'default', 'default', 'own', 'own']);
  });

  test('where they look like the bundler’s own', async () => {
    const exports = await run({ [MAIN]: 'function f$1() {}\nexport default f$1.name;' });
    expect(exports.default).toBe('f$1');
  });

  test('also of modules that are evaluated later', async () => {
    const exports = await run({
      [MAIN]:
        "class Same {}\nexport default async () => [Same.name, (await import('./late')).Same.name];",
      'src/late.ts': "import './other';\nexport class Same {}",
      'src/other.ts': 'class Same {}\nexport default Same;',
    });
    const load = exports.default as () => Promise<unknown>;
    expect(await load()).toEqual(['Same', 'Same']);
  });
});

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the strings are modules
import { describe, expect, test } from 'vitest';
import { evaluate, MAIN, run, scriptOf } from './compiled-project';
import { mapStack } from './stack';

const IMPORTER = "import all from './a.cjs';\nexport default all;";

describe('a CommonJS module', () => {
  test('is what it exports, and its properties are names', async () => {
    const exports = await run({
      [MAIN]: "import all, { one } from './a.cjs';\nexport default [all, one];",
      'src/a.cjs': 'exports.one = 1;',
    });
    expect(exports.default).toEqual([{ one: 1 }, 1]);
  });

  test('says by __esModule what its default is, but not to a module of Node.js', async () => {
    const exports = await run({
      [MAIN]: "export { default as a } from './a.js';\nexport { default as b } from './b.mjs';",
      'src/b.mjs': "export { default } from './a.js';",
      'src/a.js': "exports.__esModule = true;\nexports.default = 'own';",
    });
    expect([exports.a, exports.b]).toEqual(['own', { __esModule: true, default: 'own' }]);
  });

  test('is one without imports and exports, whatever its name', async () => {
    const exports = await run({
      [MAIN]: "import plain from './plain';\nexport default plain;",
      'src/plain.ts': 'const a: number = 1;\nmodule.exports = a + 1;',
    });
    expect(exports.default).toBe(2);
  });

  test('is evaluated when it is first required', async () => {
    const exports = await run({
      [MAIN]: IMPORTER,
      'src/a.cjs':
        "const log = ['a'];\nlog.push(require('./b').name, require('./b').name);\nmodule.exports = log;",
      'src/b.js': 'exports.name = `b ${(globalThis.times = (globalThis.times ?? 0) + 1)}`;',
    });
    expect(exports.default).toEqual(['a', 'b 1', 'b 1']);
  });

  test('may be required by an ES module', async () => {
    const exports = await run({
      [MAIN]: "export const a = 1;\nexport default require('./a.cjs');",
      'src/a.cjs': 'module.exports = 2;',
    });
    expect(exports.default).toBe(2);
  });

  test('may export itself as TypeScript does', async () => {
    const exports = await run({
      [MAIN]: "import a = require('./a.cjs');\nexport default a;",
      'src/a.cts': 'const value: string = "it";\nexport = value;',
    });
    expect(exports.default).toBe('it');
  });

  test('may be the main module: its exports are the default export', async () => {
    const exports = await run({ 'worker.js': 'module.exports = { fetch: 1 };' }, 'worker.js');
    expect({ ...exports }).toEqual({ default: { fetch: 1 } });
  });
});

describe('require()', () => {
  test('of an ES module evaluates it then, and gives its exports', async () => {
    const exports = await run({
      [MAIN]: "import { load, log } from './a.cjs';\nlog.push('main');\nexport default load();",
      'src/a.cjs':
        "exports.log = [];\nexports.load = () => { const esm = require('./esm'); return [exports.log, esm.value, esm.__esModule]; };",
      'src/esm.ts':
        "import { log } from './a.cjs';\nlog.push('esm');\nexport const value: number = 1;",
    });
    expect(exports.default).toEqual([['main', 'esm'], 1, true]);
  });

  test('of JSON gives the value', async () => {
    const exports = await run({
      [MAIN]: IMPORTER,
      'src/a.cjs': "module.exports = require('./data.json');",
      'src/data.json': '[1, { "default": 2 }]',
    });
    expect(exports.default).toEqual([1, { default: 2 }]);
  });

  test.each([
    ['of a computed specifier', "require('./' + 'b')"],
    ['of nothing, tried', "require('./nowhere')"],
  ])('%s throws', async (_, call) => {
    const exports = await run({
      [MAIN]: IMPORTER,
      'src/a.cjs': `try { ${call}; } catch (error) { module.exports = error.message; }`,
      'src/b.js': '',
    });
    expect(exports.default).toMatch(/^Dynamic require of "\.\/\w+" is not supported$/);
  });

  test('that is a function of the module is left alone', async () => {
    const exports = await run({
      [MAIN]: IMPORTER,
      'src/a.cjs':
        "module.exports = ((require) => require('./nowhere'))((name) => name.toUpperCase());",
    });
    expect(exports.default).toBe('./NOWHERE');
  });
});

describe('import()', () => {
  const ask = (call: string) => `export default async () => ${call};`;

  async function asked(files: Record<string, string>): Promise<unknown> {
    const exports = await run(files);
    // Each test's main module exports such a function.
    return (exports.default as () => Promise<unknown>)();
  }

  test('evaluates its module when it is called, once', async () => {
    const log = await asked({
      [MAIN]:
        "import { log } from './log';\nlog.push('main');\nexport default async () => { await import('./lazy'); await import('./lazy'); return log; };",
      'src/log.ts': 'export const log: string[] = [];',
      'src/lazy.ts': "import './below';\nimport { log } from './log';\nlog.push('lazy');",
      'src/below.ts': "import { log } from './log';\nlog.push('below');",
    });
    expect(log).toEqual(['main', 'below', 'lazy']);
  });

  test('waits for a top-level await', async () => {
    const value = await asked({
      [MAIN]: ask("(await import('./lazy')).value"),
      'src/lazy.ts': "import { first } from './first';\nexport const value = await first;",
      'src/first.ts': "export const first = await Promise.resolve('waited');",
    });
    expect(value).toBe('waited');
  });

  test('rejects each time where its module threw, which is evaluated once', async () => {
    const messages = await asked({
      [MAIN]: ask(
        "Promise.all([1, 2].map(() => import('./lazy').catch((error) => error.message)))",
      ),
      'src/lazy.ts':
        'globalThis.thrown = (globalThis.thrown ?? 0) + 1;\nthrow new Error(`${globalThis.thrown}`);\nexport {};',
    });
    expect(messages).toEqual(['1', '1']);
  });

  test('of a module that the main one imports too gives that', async () => {
    const same = await asked({
      [MAIN]:
        "import { value } from './both';\nexport default async () => (await import('./both')).value === value;",
      'src/both.ts': 'export const value = {};',
    });
    expect(same).toBe(true);
  });

  test('of a computed specifier finds nothing, in the words of workerd', async () => {
    const messages = await asked({
      [MAIN]: ask(
        "Promise.all(['./a.js', '/b/../c', ''].map((name) => import(name).catch((error) => error.message)))",
      ),
    });
    expect(messages).toEqual([
      'No such module "a.js".',
      'No such module "c".',
      'No such module ".".',
    ]);
  });

  test('keeps the places of what is evaluated late', async () => {
    const { prepareStackTrace } = Error;
    Reflect.deleteProperty(Error, 'prepareStackTrace');
    try {
      const script = await scriptOf({
        [MAIN]: "import './a.cjs';\nexport default () => import('./lazy');",
        'src/a.cjs': 'exports.a = 1;',
        'src/lazy.ts': 'type A = 1;\nconst one: A = 1; throw new Error("late");\nexport {};',
      });
      const exports = await evaluate(script);
      const load = exports.default as () => Promise<unknown>;
      const error: unknown = await load().catch((thrown: unknown) => thrown);
      const { position } = mapStack(String((error as Error).stack), script);
      expect(position).toEqual({ file: 'src/lazy.ts', line: 2, column: 25 });
    } finally {
      Error.prepareStackTrace = prepareStackTrace;
    }
  });
});

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the strings are modules
import { describe, expect, test } from 'vitest';
import { evaluate, MAIN, problemsOf, run, scriptOf } from './compiled-project';

describe('the script', () => {
  test('exports what the main module exports', async () => {
    const exports = await run({
      [MAIN]: 'export default { fetch() {} };\nexport class Named {}\nexport const one = 1;',
    });
    expect(Object.keys(exports).sort()).toEqual(['Named', 'default', 'one']);
  });

  test('ends in the source URL that its url says', async () => {
    const { url, code } = await scriptOf({ [MAIN]: '//# sourceURL=mine.js\nexport default 1;' });
    expect(url).toMatch(/^isolab-script:\/\/\/\S+\.js$/);
    expect(code.trimEnd().split('\n').at(-1)).toBe(`//# sourceURL=${url}`);
  });

  test('has a url of its own each time', async () => {
    const files = { [MAIN]: 'export default 1;' };
    expect((await scriptOf(files)).url).not.toBe((await scriptOf(files)).url);
  });

  test('says where the main module exports its handlers', async () => {
    const { entry } = await scriptOf({
      [MAIN]: 'interface Env {}\nconst a: Env = {};\n  export { a as default };',
    });
    expect(entry).toEqual({ file: MAIN, line: 3, column: 3 });
  });

  test('keeps statements whose result nobody uses', async () => {
    const exports = await run({
      [MAIN]: "import { log } from './log';\nimport './effect';\nexport default log;",
      'src/log.ts': 'export const log: string[] = [];',
      'src/effect.ts':
        "import { log } from './log';\nconst probe = { get read() { log.push('getter'); return 1; } };\nprobe.read;",
    });
    expect(exports.default).toEqual(['getter']);
  });

  test('keeps bindings live across a cycle', async () => {
    const exports = await run({
      [MAIN]:
        "import { seen } from './b';\nexport let count = 1;\nexport function bump() { count += 1; }\nexport { seen };",
      'src/b.ts':
        "import { bump, count } from './index';\nexport function seen() { bump(); return count; }",
    });
    expect((exports.seen as () => number)()).toBe(2);
    expect(exports.count).toBe(2);
  });

  test('throws where a cycle reads a binding before it is there', async () => {
    const script = await scriptOf({
      [MAIN]: "import './b';\nexport const late = 1;",
      'src/b.ts': "import { late } from './index';\nexport const early = late;",
    });
    await expect(evaluate(script)).rejects.toThrow(ReferenceError);
  });

  test('waits for the top-level await of a module before it evaluates the importer', async () => {
    const exports = await run({
      [MAIN]:
        "import { log } from './log';\nimport './slow';\nimport './after';\nlog.push('main');\nexport default log;",
      'src/log.ts': 'export const log: string[] = [];',
      'src/slow.ts':
        "import { log } from './log';\nlog.push('begin');\nawait new Promise((done) => setTimeout(done, 1));\nlog.push('end');",
      'src/after.ts': "import { log } from './log';\nlog.push('after');",
    });
    expect(exports.default).toEqual(['begin', 'end', 'after', 'main']);
  });

  test('has one import.meta, without a url', async () => {
    const exports = await run({
      [MAIN]:
        "import meta from './a';\nexport default [meta === import.meta, import.meta.url, Object.keys(meta)];",
      'src/a.ts': 'export default import.meta;',
    });
    expect(exports.default).toEqual([true, undefined, []]);
  });

  test('takes files of any name', async () => {
    const files = Object.fromEntries([
      ['__proto__', 'not a module'],
      ['constructor.ts', "export { value } from './__proto__';"],
      ['__proto__.ts', "export const value = 'own';"],
    ]);
    expect((await run(files, 'constructor.ts')).value).toBe('own');
  });
});

describe('resolving', () => {
  test.each([
    ['./a', 'src/a.ts'],
    ['./a', 'src/a.tsx'],
    ['./a', 'src/a.mts'],
    ['./a', 'src/a.js'],
    ['./a', 'src/a.jsx'],
    ['./a', 'src/a.mjs'],
    ['./a', 'src/a.cjs'],
    ['./a', 'src/a/index.ts'],
    ['./a/', 'src/a/index.js'],
    ['./a.js', 'src/a.ts'],
    ['./a.js', 'src/a.tsx'],
    ['./a.mjs', 'src/a.mts'],
    ['./a.b', 'src/a.b.ts'],
    ['../lib/a.ts', 'lib/a.ts'],
    ['..', 'index.ts'],
    ['.', 'src/index.js'],
  ])('%s is %s', async (specifier, path) => {
    const exports = await run(
      { 'src/main.ts': `export * from '${specifier}';`, [path]: "export const found = 'it';" },
      'src/main.ts',
    );
    expect(exports.found).toBe('it');
  });

  test('the file that is named comes before any guess', async () => {
    const exports = await run({
      [MAIN]: "export * from './a.js';",
      'src/a.ts': "export const found = 'guess';",
      'src/a.js': "export const found = 'named';",
    });
    expect(exports.found).toBe('named');
  });
});

describe('TypeScript', () => {
  test('types go, enums and parameter properties become code', async () => {
    const exports = await run({
      [MAIN]: `
        import type { Missing } from 'a-package';
        import { Shape } from './types';
        enum Color { Red, Green = 'green', Blue = 1 << 2 }
        export const enum Level { Low = 1, High }
        class Point { constructor(private readonly x: number, public y = 2) {} get sum() { return this.x + this.y; } }
        abstract class Base<T> { declare ghost: T; abstract area(): number; }
        declare namespace Ambient { const value: number; }
        namespace OnlyTypes { export interface Inner { a: 1 } export type Other = { const: 1 }; }
        const shape: Shape = { side: 3 } satisfies Shape as Shape;
        export default [Color.Red, Color[0], Color.Green, Color.Blue, Level.High, new Point(1).sum, shape!.side];
      `,
      'src/types.ts': 'export interface Shape { side: number }',
    });
    expect(exports.default).toEqual([0, 'Red', 'green', 4, 2, 3, 3]);
  });

  test('imports of which only types are used stay under verbatimModuleSyntax', async () => {
    const files = {
      [MAIN]: "import { log } from './log';\nimport { Unused } from './effect';\nexport { log };",
      'src/effect.ts': "import { log } from './log';\nlog.push('effect');\nexport class Unused {}",
      'src/log.ts': 'export const log: string[] = [];',
    };
    const tsconfig = '{ "compilerOptions": { "verbatimModuleSyntax": true, } }';
    expect((await run(files)).log).toEqual([]);
    expect((await run({ ...files, 'tsconfig.json': tsconfig })).log).toEqual(['effect']);
  });

  test.each([
    ['namespace A.B { export const x = 1; }', 1, 'TypeScript namespaces that hold values'],
    ['  export namespace A { class X {} }', 10, 'TypeScript namespaces that hold values'],
    ['const a = 1; @dec class A {}', 14, 'Decorators are not supported yet.'],
    ['class A { @dec() m() {} }', 11, 'Decorators are not supported yet.'],
  ])('%s is an error', async (line, column, what) => {
    const [problem] = await problemsOf({ [MAIN]: `const first = 1;\n${line}` });
    expect(problem).toContain(`error SyntaxError src/index.ts:2:${column}: ${what}`);
  });
});

describe('JSX', () => {
  const FACTORY =
    'export const h = (...all: unknown[]) => all;\nexport const Fragment = "fragment";';

  test('calls React.createElement', async () => {
    const exports = await run(
      {
        'a.jsx':
          "import * as React from './react';\nexport default <p id='x' {...{ b: 1 }}>hi {1}<></></p>;",
        'react.ts': 'export const createElement = (...all) => all;\nexport const Fragment = "f";',
      },
      'a.jsx',
    );
    expect(exports.default).toEqual(['p', { id: 'x', b: 1 }, 'hi ', 1, ['f', null]]);
  });

  test('calls the factory that tsconfig.json names, and keeps its import', async () => {
    const exports = await run(
      {
        'a.tsx':
          "import { Fragment, h } from './h';\nconst Item = (props: { a: 1 }) => null;\nexport const item = Item;\nexport default <><Item a={1} /></>;",
        'h.ts': FACTORY,
        'tsconfig.json':
          '{\n  // comment\n  "compilerOptions": { "jsx": "react", "jsxFactory": "h", "jsxFragmentFactory": "Fragment" }\n}',
      },
      'a.tsx',
    );
    expect(exports.default).toEqual(['fragment', null, [exports.item, { a: 1 }]]);
  });

  test('imports the runtime from jsxImportSource', async () => {
    const exports = await run(
      {
        'a.tsx': 'export default <p id="x">hi</p>;',
        'jsx/jsx-runtime.ts': 'export const jsx = (...all: unknown[]) => all;',
        'tsconfig.json':
          '{ "compilerOptions": { "jsx": "react-jsx", "jsxImportSource": "./jsx" } }',
      },
      'a.tsx',
    );
    expect(exports.default).toEqual(['p', { id: 'x', children: 'hi' }]);
  });

  test('a runtime is an npm package by default', async () => {
    const [problem] = await problemsOf(
      {
        'a.tsx': 'export default <p />;',
        'tsconfig.json': '{ "compilerOptions": { "jsx": "react-jsx" } }',
      },
      'a.tsx',
    );
    expect(problem).toContain(
      'error ResolveError a.tsx:1:1: Could not load the npm package "react" from',
    );
  });
});

describe('other modules', () => {
  test('JSON is a default export and an export of each key', async () => {
    const json = '\uFEFF{ "a": 1, "class": 2, "not-one": 3, "__proto__": 4, "default": 5 }';
    const exports = await run({
      [MAIN]: "export * from './data.json';\nexport { default } from './data.json';",
      'src/data.json': new TextEncoder().encode(json),
    });
    expect(exports.default).toEqual(JSON.parse(json.slice(1)));
    expect([exports.a, exports.class, Object.keys(exports).sort()]).toEqual([
      1,
      2,
      ['a', 'class', 'default', 'not-one'],
    ]);
  });

  test.each(['txt', 'html', 'sql'])('.%s is a string', async (extension) => {
    const text = 'one\r\n"two" \u2028 `${3}` \\';
    const exports = await run({
      [MAIN]: `export { default } from './a.${extension}';`,
      [`src/a.${extension}`]: text,
    });
    expect(exports.default).toBe(text);
  });

  test('.bin is an ArrayBuffer of exactly its bytes, which are not in the code', async () => {
    const bytes = new Uint8Array([0, 1, 2, 3, 255]).subarray(1);
    const script = await scriptOf({
      [MAIN]: "export { default } from './a.bin';",
      'src/a.bin': bytes,
    });
    expect(script.assets).toEqual([bytes]);
    const { default: buffer } = await evaluate(script);
    expect(buffer).toBeInstanceOf(ArrayBuffer);
    expect([...new Uint8Array(buffer as ArrayBuffer)]).toEqual([1, 2, 3, 255]);
  });

  test('.wasm is a WebAssembly.Module, with or without ?module', async () => {
    const empty = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
    const exports = await run({
      [MAIN]:
        "export { default as a } from './a.wasm';\nexport { default as b } from './a.wasm?module';",
      'src/a.wasm': empty,
    });
    expect(exports.a).toBeInstanceOf(WebAssembly.Module);
    expect(exports.b).toBe(exports.a);
  });

  test('cloudflare:workers is what the runtime brings', async () => {
    const exports = await run({
      [MAIN]:
        "import { abortIsolate, env, WorkerEntrypoint } from 'cloudflare:workers';\nexport default [abortIsolate(), env.NAME, typeof WorkerEntrypoint];",
    });
    expect(exports.default).toEqual(['aborted', 'value', 'function']);
  });
});

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the strings are modules
import { describe, expect, test } from 'vitest';
import type { ProjectFiles } from '../project';
import { compileOffline, MAIN, problemsOf } from './compiled-project';

describe('an error says where it is and what', () => {
  test.each<[what: string, files: ProjectFiles, message: string]>([
    [
      'TypeScript that does not parse',
      { [MAIN]: 'const a: number = 1;\nconst b: string = ;\n' },
      'error SyntaxError src/index.ts:2:19: Unexpected token: found `;`.',
    ],
    [
      'TypeScript that ends early',
      { [MAIN]: 'function f(a: string) {\n' },
      'error SyntaxError src/index.ts:2:1: Unexpected token: the file ends here.',
    ],
    [
      'TypeScript whose JavaScript does not parse, at the place in the TypeScript',
      { [MAIN]: 'const first: Array<string> = [];\nlet a: number, b; let a: Map<1, 2>;' },
      'error SyntaxError src/index.ts:2:23: Identifier "a" has already been declared',
    ],
    [
      'JavaScript that does not parse',
      { [MAIN]: "import './a.js';", 'src/a.js': 'const é = 1;\n\tlet = = 3;' },
      'error SyntaxError src/a.js:2:8: Expression expected',
    ],
    [
      'JSON that does not parse',
      { [MAIN]: "import './a.json';", 'src/a.json': '{\n  "a": 1\n  "b": 2\n}' },
      'error SyntaxError src/a.json:3:3: Not valid JSON: comma expected.',
    ],
    [
      'JSON with a comment',
      { [MAIN]: "import './a.json';", 'src/a.json': '{ "a": 1 } // no' },
      'error SyntaxError src/a.json:1:12: Not valid JSON: invalid comment token.',
    ],
    [
      'a file that is no Wasm',
      { [MAIN]: "import './a.wasm';", 'src/a.wasm': '<html>' },
      'error SyntaxError src/a.wasm:1:1: Not a WebAssembly module: it does not begin with \\0asm.',
    ],
    [
      'an npm package',
      { [MAIN]: 'const a: 1 = 1;\nimport { Hono } from "hono/tiny";\nnew Hono();' },
      'error ResolveError src/index.ts:2:22: Could not load the npm package "hono" from https://esm.sh/hono/tiny?target=es2022&conditions=workerd%2Cworker&keep-names=: Failed to fetch. Is there a network, and may this page ask that host?',
    ],
    [
      'an npm package of a scope, behind import()',
      { [MAIN]: 'export const f = async (a: 1) => await import("@a/b/c");' },
      'error ResolveError src/index.ts:1:47: Could not load the npm package "@a/b" from https://esm.sh/@a/b/c?',
    ],
    [
      'a bare name that is a file',
      { [MAIN]: "import 'a.js';", 'src/a.js': '' },
      'Is there a network, and may this page ask that host? If you mean the file src/a.js, write "./a.js".',
    ],
    [
      'a module that Node.js does not have',
      { [MAIN]: "export * from 'node:nothing';" },
      'error ResolveError src/index.ts:1:15: No such module "node:nothing".',
    ],
    [
      'another module of Cloudflare',
      { [MAIN]: "import { connect } from 'cloudflare:sockets';\nconnect();" },
      'error ResolveError src/index.ts:1:25: The module "cloudflare:sockets" is not supported yet.',
    ],
    [
      'a URL',
      { [MAIN]: "import 'https://esm.sh/x';" },
      'error ResolveError src/index.ts:1:8: Could not resolve "https://esm.sh/x" from src/index.ts: modules cannot be imported from a URL. Add the file to the project.',
    ],
    [
      'a path out of the project',
      { [MAIN]: "import '../../x';" },
      'error ResolveError src/index.ts:1:8: Could not resolve "../../x" from src/index.ts: it leads out of the project.',
    ],
    [
      'a file that is no module',
      { [MAIN]: "import './a.css';", 'src/a.css': '' },
      'error ResolveError src/index.ts:1:8: Could not import src/a.css from src/index.ts: only files that end in',
    ],
    [
      'an export that cloudflare:workers does not have yet',
      {
        [MAIN]: "import { env, retryable } from 'cloudflare:workers';\nretryable(env);",
      },
      'error SyntaxError src/index.ts:1:15: "retryable" of cloudflare:workers is not supported yet. What it exports: ',
    ],
    [
      'an export that a module does not have',
      { [MAIN]: "import { a as b } from './a';\nb();", 'src/a.ts': 'export const c = 1;' },
      'error SyntaxError src/index.ts:1:10: src/a.ts has no export "a".',
    ],
    [
      'a type that is exported as a value',
      { [MAIN]: "export { Env } from './a';", 'src/a.ts': 'export interface Env {}' },
      'src/a.ts has no export "Env". It is a type: write "type Env".',
    ],
    [
      'a require() that leads nowhere',
      { [MAIN]: "import './a.cjs';", 'src/a.cjs': "const one = 1;\nconst b = require('./b');" },
      'error ResolveError src/a.cjs:2:19: Could not resolve "./b" from src/a.cjs: the project has no such file.',
    ],
    [
      'CommonJS that does not parse',
      { [MAIN]: "import './a.cjs';", 'src/a.cjs': 'const one = 1;\nmodule.exports = = 2;' },
      'error SyntaxError src/a.cjs:2:18: Expression expected',
    ],
    [
      'an assignment to an import',
      { [MAIN]: "import { a } from './a';\na = 2;", 'src/a.ts': 'export let a: number = 1;' },
      'error SyntaxError src/index.ts:2:1: An import cannot be assigned to.',
    ],
    [
      'no main module',
      {},
      'error ResolveError The project has no module src/index.ts to start from.',
    ],
  ])('%s', async (_, files, message) => {
    const problems = await problemsOf(files);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(message);
  });

  test('a missing file: what was tried', async () => {
    const [problem] = await problemsOf({ [MAIN]: 'import "./lib/x";' });
    expect(problem).toContain(
      'error ResolveError src/index.ts:1:8: Could not resolve "./lib/x" from src/index.ts: the project has no such file. Tried src/lib/x, and with .ts, .tsx, ',
    );
  });

  test('as data: the position beside the message', async () => {
    const { diagnostics } = await compileOffline({ [MAIN]: '\n  import "hono";' });
    expect(diagnostics[0]?.error.position).toEqual({ file: MAIN, line: 2, column: 10 });
  });

  test('several at once', async () => {
    const problems = await problemsOf({
      [MAIN]: "import 'a';\nimport './b';\nimport './c';\nimport './d';",
      'src/b.ts': 'let = ;',
      'src/c.json': '{',
    });
    expect(problems.map((problem) => problem.split(': ')[0]).sort()).toEqual([
      'error ResolveError src/index.ts:1:8',
      'error ResolveError src/index.ts:4:8',
      'error SyntaxError src/b.ts:1:5',
      'error SyntaxError src/c.json:1:2',
    ]);
  });
});

describe('a warning', () => {
  test('names a member that a namespace does not have', async () => {
    const problems = await problemsOf({
      [MAIN]: "import * as a from './a';\nexport default (a.b as string);",
      'src/a.ts': 'export const c = 1;',
    });
    expect(problems).toEqual(['warning Warning src/index.ts:2:19: src/a.ts has no export "b".']);
  });

  test('says that a computed import() finds nothing', async () => {
    const [problem] = await problemsOf({ [MAIN]: 'export const f = (a: string) => import(a);' });
    expect(problem).toContain(
      'warning Warning src/index.ts:1:33: import() of a computed specifier',
    );
  });

  test('is not given for cycles, eval or this', async () => {
    const problems = await problemsOf({
      [MAIN]: "import './a';\neval('1');\nexport default this;",
      'src/a.ts': "import './index';",
    });
    expect(problems).toEqual([]);
  });
});

test('without nodejs_compat there is no module of Node.js', async () => {
  const files = { [MAIN]: "export * from 'node:fs/promises';" };
  const { diagnostics } = await compileOffline(files, MAIN, false);
  expect(diagnostics.map(({ error }) => error.message)).toEqual([
    'src/index.ts:1:15: No such module "node:fs/promises". It is one of Node.js: add the flag "nodejs_compat" to "compatibility_flags" in wrangler.jsonc.',
  ]);
});

test('every beginning of a module compiles or is an error with a place', async () => {
  const module =
    'import { a } from "./a"; export class B<T> extends C { constructor(private x = `${1}`) { super(); } async *m(): Promise<void> { for await (const y of z) <T>y; } }';
  for (let length = 0; length <= module.length; length++) {
    const result = await compileOffline(
      { [MAIN]: module.slice(0, length), 'src/a.ts': 'export const a = 1' },
      MAIN,
    );
    for (const { error } of result.diagnostics) expect(error.position?.file).toBe(MAIN);
  }
});

test('code that is nested too deeply for the compiler is an error in its file', async () => {
  const [problem] = await problemsOf({
    [MAIN]: "import './deep';",
    'src/deep.ts': '('.repeat(1e5),
  });
  expect(problem).toBe(
    'error CompilerFailure src/deep.ts:1:1: The compiler failed: the code is nested too deeply.',
  );
});

import { describe, expect, test } from 'vitest';
import type { ProjectFiles } from '../project';
import { compile } from './compile';
import { evaluate, MAIN } from './compiled-project';
import { mapStack } from './stack';

type Answer = { readonly code: string; readonly movedTo?: string; readonly status?: number };

/** A CDN that has these modules, by path without query, and what it was asked for. */
function cdn(modules: Readonly<Record<string, string | Answer>>) {
  const asked: string[] = [];
  const load: typeof fetch = async (input) => {
    const url = new URL(String(input));
    asked.push(url.href);
    const found = modules[decodeURIComponent(url.pathname)];
    if (found === undefined) return new Response('no such package\nmore', { status: 404 });
    const { code, movedTo, status = 200 } = typeof found === 'string' ? { code: found } : found;
    const response = new Response(code, {
      status,
      headers: { 'content-type': 'application/javascript; charset=utf-8' },
    });
    const at = new URL(movedTo ?? url.href, url);
    return Object.defineProperty(response, 'url', { value: at.href });
  };
  return { asked, load };
}

/** Each test has a CDN of its own: what was loaded is kept. */
let bases = 0;
const newBase = () => `https://cdn-${++bases}.example`;

async function built(
  files: ProjectFiles,
  modules: Readonly<Record<string, string | Answer>>,
  base = newBase(),
) {
  const { asked, load } = cdn(modules);
  const result = await compile(files, MAIN, { rules: [], nodeCompat: true, cdn: base }, load);
  const problems = result.diagnostics.map(({ error }) => error.message);
  if (!result.ok) return { asked, problems, exports: undefined, resolved: undefined };
  const { script, resolvedVersions: resolved } = result;
  return { asked, problems, exports: await evaluate(script), resolved, script };
}

describe('an npm package', () => {
  test('is loaded from the CDN by its name and path, for Workers', async () => {
    const { asked, exports } = await built(
      { [MAIN]: "export { default } from 'pkg/sub';" },
      { '/pkg/sub': "export default 'found';" },
    );
    expect(exports?.default).toBe('found');
    const { pathname, searchParams } = new URL(asked[0] ?? '');
    expect(pathname).toBe('/pkg/sub');
    expect(searchParams.get('target')).toBe('es2022');
    expect(searchParams.get('conditions')).toBe('workerd,worker');
  });

  test.each([
    ['dependencies', '^1.2.0', '/@scope/pkg@^1.2.0'],
    ['devDependencies', '~2', '/@scope/pkg@~2'],
    ['dependencies', '>=1 <3', '/@scope/pkg@>=1 <3'],
    ['dependencies', 'npm:other@4', '/other@4'],
  ])('in %s as %s is asked for as that', async (field, range, path) => {
    const { exports } = await built(
      {
        [MAIN]: "export { default } from '@scope/pkg';",
        'package.json': JSON.stringify({ [field]: { '@scope/pkg': range } }),
      },
      { [path]: "export default 'in range';" },
    );
    expect(exports?.default).toBe('in range');
  });

  test('brings what it imports, by path and relatively to where it is', async () => {
    const { exports } = await built(
      { [MAIN]: "export { default } from 'pkg';" },
      {
        '/pkg': {
          code: "export * from './main.mjs'; export { default } from './main.mjs';",
          movedTo: '/pkg@1.0.0/es2022/',
        },
        '/pkg@1.0.0/es2022/main.mjs': "import dep from '/dep@2.0.0/dep.mjs'; export default [dep];",
        '/dep@2.0.0/dep.mjs': "export default 'dep';",
      },
    );
    expect(exports?.default).toEqual(['dep']);
  });

  test('is one, however many modules import it, and is asked for once in a visit', async () => {
    const base = newBase();
    const files = {
      [MAIN]:
        "import a from 'pkg';\nimport b from './b';\nimport c from 'pkg/again';\nexport default a === b && b === c;",
      'src/b.ts': "export { default } from 'pkg';",
    };
    const modules = {
      '/pkg': { code: 'export default {};', movedTo: '/pkg@1.0.0/pkg.mjs' },
      '/pkg/again': "export { default } from '/pkg@1.0.0/pkg.mjs';",
      '/pkg@1.0.0/pkg.mjs': 'export default {};',
    };
    const first = await built(files, modules, base);
    expect(first.exports?.default).toBe(true);
    const again = await built(files, modules, base);
    expect(again.exports?.default).toBe(true);
    expect(again.asked).toEqual([]);
  });

  test('may import() what is for another runtime, as long as nobody calls it', async () => {
    const { exports, problems } = await built(
      { [MAIN]: "export { default } from 'pkg';" },
      { '/pkg': "export default 'here'; export const other = () => import('node:os-of-another');" },
    );
    expect([exports?.default, problems]).toEqual(['here', []]);
  });

  test('may import() a module of its own, which is evaluated then', async () => {
    const { exports } = await built(
      { [MAIN]: "import load from 'pkg';\nexport default await load();" },
      {
        '/pkg': "export default async () => (await import('/pkg@1.0.0/late.mjs')).value;",
        '/pkg@1.0.0/late.mjs': "export const value = 'late';",
      },
    );
    expect(exports?.default).toBe('late');
  });

  test('may be required', async () => {
    const { exports } = await built(
      {
        [MAIN]: "import './a.cjs';\nexport { default } from './a.cjs';",
        'src/a.cjs': "module.exports = require('pkg')();",
      },
      { '/pkg': "export default () => 'called';" },
    );
    expect(exports?.default).toBe('called');
  });

  test('may import what the runtime brings', async () => {
    const { exports } = await built(
      { [MAIN]: "export { default } from 'pkg';" },
      { '/pkg': "import { env } from 'cloudflare:workers'; export default env.NAME;" },
    );
    expect(exports?.default).toBe('value');
  });
});

describe('a version that was looked up', () => {
  const stub = "export * from '/pkg@1.4.2/es2022/pkg.mjs';";
  const modules = { '/pkg@1.4.2/es2022/pkg.mjs': 'export const a = 1;' };

  test('is told where the project names none', async () => {
    const { resolved } = await built({ [MAIN]: "import 'pkg';" }, { ...modules, '/pkg': stub });
    expect(resolved).toEqual([{ name: 'pkg', wanted: undefined, version: '1.4.2', direct: true }]);
  });

  test('is told where a redirect resolved a range', async () => {
    const { resolved } = await built(
      { [MAIN]: "import 'pkg';", 'package.json': '{ "dependencies": { "pkg": "^1.0.0" } }' },
      { '/pkg@^1.0.0': { code: '', movedTo: '/pkg@1.4.2?target=es2022' } },
    );
    expect(resolved).toEqual([{ name: 'pkg', wanted: '^1.0.0', version: '1.4.2', direct: true }]);
  });

  test('is not told where the project names it', async () => {
    const { resolved } = await built(
      { [MAIN]: "import 'pkg';", 'package.json': '{ "dependencies": { "pkg": "1.4.2" } }' },
      { ...modules, '/pkg@1.4.2': stub },
    );
    expect(resolved).toEqual([]);
  });

  test('is told of packages of packages too, and overrides fix it', async () => {
    const all = {
      '/pkg': "import '/dep@^2.0.0?target=es2022';",
      '/dep@^2.0.0': { code: '', movedTo: '/dep@2.3.4/dep.mjs' },
      '/dep@2.3.4': '',
    };
    const dependencies = { pkg: '1.4.2' };
    const files = (overrides: object) => ({
      [MAIN]: "import 'pkg';",
      'package.json': JSON.stringify({ dependencies, overrides }),
    });
    const pinned = { ...all, '/pkg@1.4.2': all['/pkg'] };
    const first = await built(files({}), pinned);
    expect(first.resolved).toEqual([
      { name: 'dep', wanted: '^2.0.0', version: '2.3.4', direct: false },
    ]);
    const fixed = await built(files({ 'dep@^2.0.0': '2.3.4' }), pinned);
    expect(fixed.resolved).toEqual([]);
    expect(fixed.asked.map((url) => new URL(url).pathname)).toEqual(['/pkg@1.4.2', '/dep@2.3.4']);
  });
});

describe('a package that cannot be loaded', () => {
  test('is an error at its import: which, from where and why', async () => {
    const base = newBase();
    const { problems } = await built(
      {
        [MAIN]: "import './a';",
        'src/a.ts': 'const a: number = 1;\nimport pkg from "pkg";\npkg(a);',
      },
      {},
      base,
    );
    expect(problems).toEqual([
      `src/a.ts:2:17: Could not load the npm package "pkg" from ${base}/pkg?target=es2022&conditions=workerd%2Cworker&keep-names=: the answer is 404 no such package`,
    ]);
  });

  test('for a package is an error at the import that led there', async () => {
    const { problems } = await built(
      { [MAIN]: "\nimport 'pkg';" },
      { '/pkg': "import '/dep@1.0.0/dep.mjs';" },
    );
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^src\/index\.ts:2:8: Could not load the npm package "dep" from/);
  });

  test('is an error at its require(), also within try', async () => {
    const { problems } = await built(
      { [MAIN]: "try { require('pkg'); } catch {}\nexport default 1;" },
      {},
    );
    expect(problems[0]).toMatch(/^src\/index\.ts:1:15: Could not load the npm package "pkg"/);
  });

  test('is not asked for where package.json wants what is in no registry', async () => {
    const { asked, problems } = await built(
      { [MAIN]: "import 'pkg';", 'package.json': '{ "dependencies": { "pkg": "file:../pkg" } }' },
      {},
    );
    expect(asked).toEqual([]);
    expect(problems[0]).toContain('package.json wants "pkg" as "file:../pkg"');
  });

  test('is one that imports from elsewhere', async () => {
    const { asked, problems } = await built(
      { [MAIN]: "import 'pkg';" },
      { '/pkg': "import 'https://elsewhere.example/x.js';" },
    );
    expect(asked).toHaveLength(1);
    expect(problems[0]).toContain(
      'imports "https://elsewhere.example/x.js", which is no module of the CDN',
    );
  });
});

test('a stack names the module of a package by its URL, and its position is in the project', async () => {
  const { prepareStackTrace } = Error;
  Reflect.deleteProperty(Error, 'prepareStackTrace');
  try {
    const base = newBase();
    const { exports, script } = await built(
      { [MAIN]: "import fail from 'pkg';\nexport default () => {\n  fail();\n};" },
      { '/pkg': 'export default function fail() {\n  throw new Error("from the package");\n}' },
      base,
    );
    if (!script || !exports) throw new Error('does not compile');
    let stack = '';
    try {
      // It is such a function.
      (exports.default as () => void)();
    } catch (error) {
      stack = String((error as Error).stack);
    }
    const mapped = mapStack(stack, script);
    expect(mapped.position).toEqual({ file: MAIN, line: 3, column: 3 });
    expect(mapped.stack).toContain(`at fail (${base}/pkg`);
    expect(mapped.stack).toMatch(/:2:9\)/);
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
  }
});

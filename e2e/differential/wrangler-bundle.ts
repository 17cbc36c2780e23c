/** A project bundled as wrangler bundles it, to be given to the real `workerd`. */
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import globToRegExp from 'glob-to-regexp';
import { PACKAGES, packageFolder } from './installed-packages';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** An entry of `rules` in wrangler's configuration. */
export interface Rule {
  readonly type: string;
  readonly globs: readonly string[];
  readonly fallthrough?: boolean;
}

/** A module beside the main one, as wrangler's rules have it. */
export interface SideModule {
  readonly name: string;
  readonly kind: 'wasm' | 'text' | 'data';
  readonly content: string | Uint8Array;
}

export interface Bundle {
  readonly main: string;
  /** Whether it exports nothing: the old syntax of service workers. */
  readonly isServiceWorker: boolean;
  readonly modules: readonly SideModule[];
}

const KINDS: ReadonlyMap<string, SideModule['kind']> = new Map([
  ['CompiledWasm', 'wasm'],
  ['Text', 'text'],
  ['Data', 'data'],
]);

/** Those of wrangler, which follow a project's own. */
const DEFAULT_RULES: readonly Rule[] = [
  { type: 'Text', globs: ['**/*.txt', '**/*.html', '**/*.sql'] },
  { type: 'Data', globs: ['**/*.bin'] },
  { type: 'CompiledWasm', globs: ['**/*.wasm', '**/*.wasm?module'] },
];

/** @throws where esbuild finds errors, with its messages. */
export async function bundleAsWrangler(
  files: Files,
  main: string,
  rules: readonly Rule[] = [],
): Promise<Bundle> {
  const modules: SideModule[] = [];
  // Resolved, as the paths that esbuild gives are.
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'isolab-bundle-')));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    installDependencies(files, folder);
    const result = await build({
      absWorkingDir: folder,
      entryPoints: [main],
      bundle: true,
      write: false,
      format: 'esm',
      target: 'es2024',
      keepNames: true,
      metafile: true,
      logLevel: 'silent',
      conditions: ['workerd', 'worker', 'browser'],
      loader: { '.js': 'jsx', '.mjs': 'jsx', '.cjs': 'jsx' },
      external: ['cloudflare:*', 'node:*'],
      outdir: 'out',
      nodePaths: [PACKAGES],
      plugins: [sideModules([...rules, ...DEFAULT_RULES], modules)],
    });
    const [output] = Object.values(result.metafile.outputs);
    return {
      main: result.outputFiles[0]?.text ?? '',
      isServiceWorker: output?.exports.length === 0,
      modules,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Those of the ranges that `package.json` names; others are found where they are installed here. */
function installDependencies(files: Files, folder: string): void {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(
    String(files['package.json'] ?? '{}'),
  );
  const ranges: Record<string, string> = { ...devDependencies, ...dependencies };
  for (const [name, range] of Object.entries(ranges)) {
    const installed = packageFolder(name, range);
    if (!installed) continue;
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(installed, link);
  }
}

/** Of the rules of one type, those behind one that does not fall through count for nothing. */
function rulesInForce(rules: readonly Rule[]): Rule[] {
  const closed = new Set<string>();
  return rules.filter(({ type, fallthrough }) => {
    if (closed.has(type)) return false;
    if (fallthrough !== true) closed.add(type);
    return true;
  });
}

function sideModules(rules: readonly Rule[], modules: SideModule[]): Plugin {
  return {
    name: 'side-modules',
    setup({ onResolve }) {
      const modulesOfNode = new RegExp(`^(?:${builtinModules.join('|')})$`);
      onResolve({ filter: modulesOfNode }, ({ path }) => ({
        path: `node:${path}`,
        external: true,
      }));
      for (const { type, globs } of rulesInForce(rules)) {
        const kind = KINDS.get(type);
        if (!kind) continue;
        for (const glob of globs) {
          onResolve({ filter: globToRegExp(glob) }, ({ path, resolveDir, kind: how }) => {
            if (how === 'entry-point') return undefined;
            const file = join(resolveDir, path.replace(/\?module$/, ''));
            const content = readFileSync(file);
            const hash = createHash('sha1').update(content).digest('hex');
            const name = `./${hash}-${basename(file)}`;
            modules.push({ name, kind, content });
            return { path: name, external: true };
          });
        }
      }
    },
  };
}

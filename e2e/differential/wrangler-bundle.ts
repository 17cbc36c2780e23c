/** A project bundled as wrangler bundles it, to be given to the real `workerd`. */
import { createHash } from 'node:crypto';
import { builtinModules } from 'node:module';
import { basename, posix } from 'node:path';
import { build, type Plugin } from 'esbuild';

type Files = Readonly<Record<string, string | Uint8Array>>;

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

const RULES: readonly [RegExp, SideModule['kind']][] = [
  [/\.wasm(?:\?module)?$/, 'wasm'],
  [/\.(?:txt|html|sql)$/, 'text'],
  [/\.bin$/, 'data'],
];

const EXTENSIONS = [
  '',
  '.ts',
  '.tsx',
  '.mts',
  '.js',
  '.mjs',
  '.cjs',
  '.json',
  '/index.ts',
  '/index.js',
];

/** @throws where esbuild finds errors, with its messages. */
export async function bundleAsWrangler(files: Files, main: string): Promise<Bundle> {
  const modules: SideModule[] = [];
  const result = await build({
    entryPoints: [main],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2024',
    keepNames: true,
    metafile: true,
    logLevel: 'silent',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['cloudflare:*', 'node:*'],
    outdir: 'out',
    plugins: [fromFiles(files, modules)],
  });
  const [output] = Object.values(result.metafile.outputs);
  return {
    main: result.outputFiles[0]?.text ?? '',
    isServiceWorker: output?.exports.length === 0,
    modules,
  };
}

function fromFiles(files: Files, modules: SideModule[]): Plugin {
  return {
    name: 'files',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /.*/ }, ({ path, importer, kind }) => {
        if (/^(?:cloudflare|node):/.test(path)) return { path, external: true };
        if (builtinModules.includes(path)) return { path: `node:${path}`, external: true };
        const wanted = kind === 'entry-point' ? path : posix.join(posix.dirname(importer), path);
        const side = RULES.find(([pattern]) => pattern.test(wanted));
        const file = wanted.replace(/\?module$/, '');
        if (side && Object.hasOwn(files, file)) {
          const content = files[file] ?? '';
          const hash = createHash('sha1').update(content).digest('hex');
          const name = `./${hash}-${basename(file)}`;
          modules.push({ name, kind: side[1], content });
          return { path: name, external: true };
        }
        const found = [wanted, wanted.replace(/\.js$/, '.ts')]
          .flatMap((base) => EXTENSIONS.map((extension) => base + extension))
          .find((candidate) => Object.hasOwn(files, candidate));
        if (found) return { path: found, namespace: 'files' };
        return { errors: [{ text: `Could not resolve "${path}"` }] };
      });
      onLoad({ filter: /.*/, namespace: 'files' }, ({ path }) => ({
        contents: files[path] ?? '',
        loader: loaderOf(path),
      }));
    },
  };
}

function loaderOf(path: string) {
  if (path.endsWith('.json')) return 'json';
  if (path.endsWith('x')) return 'tsx';
  return /\.[cm]?ts$/.test(path) ? 'ts' : 'js';
}

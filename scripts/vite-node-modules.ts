import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { getCloudflarePreset } from '@cloudflare/unenv-preset';
import { defineEnv } from 'unenv';
import { build, type Plugin } from 'vite';

const VIRTUAL = 'virtual:node-modules';
const FOLDER = resolve(import.meta.dirname, '../runtime-worker/node');

/** npm packages with the name of a module of Node.js are imported with a `/` after it. */
const PACKAGE = /^(?:buffer|events|punycode|string_decoder)\/$/;

/**
 * The modules of Node.js that workerd has, as texts for the compiler of projects to take when one is
 * imported. Which there are is told by unenv with Cloudflare's preset, as wrangler asks it. What workerd
 * itself implements comes from `runtime-worker/node/`, and where nothing is there, from unenv.
 *
 * They are built together, so that what they share is one instance: files beside the modules' own.
 */
export function nodeModules(): Plugin {
  let files: Promise<ReadonlyMap<string, string>> | undefined;
  const entries = entryFiles();
  return {
    name: 'isolab:node-modules',
    enforce: 'pre',
    resolveId: (id) => (id.startsWith(VIRTUAL) ? `\0${id}` : undefined),
    async load(id) {
      if (!id.startsWith(`\0${VIRTUAL}`)) return undefined;
      files ??= buildFiles(entries);
      const built = await files;
      for (const file of readdirSync(FOLDER, { encoding: 'utf8', recursive: true })) {
        this.addWatchFile(join(FOLDER, file));
      }
      const name = id.slice(`\0${VIRTUAL}/`.length);
      if (name !== '') return `export default ${JSON.stringify(built.get(name))};`;
      const loaders = [...built.keys()].map((file) => {
        const loader = `() => import(${JSON.stringify(`${VIRTUAL}/${file}`)})`;
        return `${JSON.stringify(file)}: ${loader}`;
      });
      return `export const NODE_MODULES = ${JSON.stringify([...entries.keys()])};
export const NODE_FILES = { ${loaders.join(', ')} };`;
    },
  };
}

/** By the module's name without `node:`. */
function entryFiles(): ReadonlyMap<string, string> {
  const { env } = defineEnv({
    nodeCompat: true,
    presets: [
      getCloudflarePreset({
        compatibilityDate: '2026-08-01',
        compatibilityFlags: ['nodejs_compat'],
      }),
    ],
  });
  const { resolve: resolvePackage } = createRequire(import.meta.url);
  const unenv = resolve(resolvePackage('unenv/package.json'), '../dist/runtime/node');
  const entries = Object.keys(env.alias)
    .filter((name) => name.startsWith('node:'))
    .map((name) => name.slice('node:'.length))
    .flatMap((name) => {
      const candidates = [`${FOLDER}/${name}.ts`, `${unenv}/${name}.mjs`];
      const file = candidates.find((candidate) => existsSync(candidate));
      return file === undefined ? [] : [[name, file] as const];
    });
  return new Map(entries);
}

async function buildFiles(
  entries: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [resolveAmongThem(entries)],
    build: {
      write: false,
      target: 'es2022',
      minify: false,
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries([...entries].map(([name, file]) => [fileOf(name), file])),
        external: /^(?:isolab|cloudflare):/,
        preserveEntrySignatures: 'strict',
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
          // Names stay: `constructor.name` tells them to the user.
          minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
        },
      },
    },
  });
  const [result] = Array.isArray(built) ? built : [built];
  if (!result || !('output' in result)) throw new Error('The modules of Node.js gave no files.');
  const chunks = result.output.filter((file) => file.type === 'chunk');
  return new Map(chunks.map(({ fileName, code }) => [fileName, code]));
}

/** All files are in one folder, so that they import each other as `./file.js`. */
function fileOf(name: string): string {
  return name.replaceAll('/', '_');
}

function resolveAmongThem(entries: ReadonlyMap<string, string>): Plugin {
  const { resolve: resolvePackage } = createRequire(import.meta.url);
  return {
    name: 'isolab:node-modules-among-them',
    enforce: 'pre',
    resolveId(id) {
      if (PACKAGE.test(id)) return resolvePackage(id);
      // Of the browserified packages: the globals of Node.js.
      if (id === 'process/') return entries.get('process');
      return entries.get(id.replace(/^node:/, ''));
    },
  };
}

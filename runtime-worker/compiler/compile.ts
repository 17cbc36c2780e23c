import { type Plugin, type RollupBuild, type RollupLog, rollup } from '@rollup/browser';
import type { ProjectFiles } from '../project';
import { broughtGlobals } from './brought-globals';
import { type Compilation, type CompileOptions, positionIn } from './compilation';
import { type LinkedScript, linkChunks } from './linked-script';
import { ENTRY } from './module-ids';
import { changeOfPackageJson } from './package-json';
import { assets } from './plugins/assets';
import { checkModules } from './plugins/check-modules';
import { commonJS } from './plugins/commonjs';
import { entry } from './plugins/entry';
import { findEntry } from './plugins/find-entry';
import { findLazyModules, Reach } from './plugins/find-lazy-modules';
import { importMeta } from './plugins/import-meta';
import { json } from './plugins/json';
import { keepAsyncContext } from './plugins/keep-async-context';
import { keepNames } from './plugins/keep-names';
import { loadCode } from './plugins/load-code';
import { nodeGlobals } from './plugins/node-globals';
import { nodeModules } from './plugins/node-modules';
import { resolveImports } from './plugins/resolve';
import { runtimeModules } from './plugins/runtime-modules';
import { text } from './plugins/text';
import { translate } from './plugins/translate';
import { reasonOf } from './problems';
import { reportRollupError, reportRollupWarning } from './rollup-messages';
import type { CompileResult, Script } from './script';
import { startCompilation } from './start-compilation';

/**
 * Makes one script of a project: every module that the main one reaches, in the order and with the
 * bindings that ES modules have. Never rejects: what goes wrong is in the diagnostics.
 * @param main path of the main module, whose exports the script keeps
 * @param load loads the modules of npm packages
 */
export async function compile(
  files: ProjectFiles,
  main: string,
  options: CompileOptions,
  load: typeof fetch = fetch,
): Promise<CompileResult> {
  const compilation = startCompilation(files, main, options, load);
  const { problems } = compilation;
  const script = await bundle(compilation).catch((error: unknown) => {
    report(compilation, error);
  });
  const { diagnostics } = problems;
  if (!script || problems.hasErrors) return { ok: false, diagnostics };
  const { resolved: resolvedVersions } = compilation.packages;
  const packageJson = changeOfPackageJson(compilation.files, resolvedVersions);
  return { ok: true, script, diagnostics, resolvedVersions, packageJson };
}

async function bundle(compilation: Compilation): Promise<Script | undefined> {
  const { files, kinds, main, problems } = compilation;
  if (!files.has(main) || kinds.of(main) === undefined) {
    problems.error('ResolveError', `The project has no module ${main} to start from.`);
    return undefined;
  }
  const reach = new Reach();
  const build = await rollup({
    input: ENTRY,
    plugins: plugins(compilation, reach),
    // For the errors in it: what parses is gone by then.
    jsx: 'preserve',
    // Every statement runs, whether or not it seems to do something: tries depend on it.
    treeshake: false,
    onLog: (level, log) => {
      if (level === 'warn') reportRollupWarning(compilation, log);
    },
  });
  if (problems.hasErrors) return undefined;
  const { code, map } = await linkedScript(compilation, build, reach);
  await build.close();
  const url = nextUrl();
  return {
    url,
    code: `${code}\n//# sourceURL=${url}\n`,
    serviceWorker: compilation.serviceWorker,
    entry: compilation.entry,
    map,
    assets: compilation.assets,
  };
}

/** Rollup takes the URL of a package's module for a path. */
function sourceName(path: string): string {
  return path.replace(/^(?:.*\/)?(https?):\/+/, '$1://');
}

const OUTPUT = {
  format: 'system',
  // At the root, as `fileId` has it.
  dir: '/',
  entryFileNames: 'chunk.js',
  chunkFileNames: 'chunk.js',
  // For the names of what `require` gives.
  minifyInternalExports: false,
  generatedCode: { preset: 'es2015', symbols: true },
  sourcemap: 'hidden',
  sourcemapExcludeSources: true,
  sourcemapPathTransform: sourceName,
} as const;

/** What is evaluated at startup in one chunk, and chunks of what is evaluated when it is asked for. */
async function linkedScript(
  compilation: Compilation,
  build: RollupBuild,
  reach: Reach,
): Promise<LinkedScript> {
  const required = [...compilation.required];
  const output = await build.generate({
    ...OUTPUT,
    ...(reach.hasLazy && {
      manualChunks(id: string) {
        const index = required.indexOf(id);
        if (index >= 0) return `required-${index}`;
        return reach.isAtStartup(id) ? 'startup' : null;
      },
    }),
  });
  const chunks = output.output.filter((file) => file.type === 'chunk');
  const brought = await broughtGlobals(chunks, compilation.assets);
  return linkChunks(output, brought);
}

function plugins(compilation: Compilation, reach: Reach): Plugin[] {
  return [
    entry(),
    nodeModules(),
    nodeGlobals(compilation),
    resolveImports(compilation),
    runtimeModules(),
    json(compilation),
    text(compilation),
    assets(compilation),
    loadCode(compilation),
    translate(compilation),
    keepNames(compilation),
    commonJS(compilation),
    keepAsyncContext(compilation),
    checkModules(compilation),
    importMeta(),
    findEntry(compilation),
    findLazyModules(reach),
  ];
}

export function report(compilation: Compilation, error: unknown): void {
  const { problems } = compilation;
  const log = isRollupLog(error) ? error : undefined;
  if (log && reportRollupError(compilation, log)) return;
  // What was found before may be why: then it says more.
  if (problems.hasErrors) return;
  const position = log?.id === undefined ? undefined : positionIn(compilation, log.id, 0);
  problems.error('CompilerFailure', `The compiler failed: ${failureOf(error)}`, position);
}

function failureOf(error: unknown): string {
  return isStackOverflow(error) ? 'the code is nested too deeply.' : reasonOf(error);
}

/** Rollup wraps what a plugin throws, and keeps its message. */
function isStackOverflow(error: unknown): boolean {
  return /call stack|too much recursion/i.test(reasonOf(error));
}

/** Rollup throws errors that carry the fields of its logs. */
function isRollupLog(error: unknown): error is Error & RollupLog {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

/** Unlike those of compilers before and after this one, whose count also begins at 1. */
const compilerId = crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36);
let scripts = 0;

function nextUrl(): string {
  scripts += 1;
  return `isolab-script:///${compilerId}-${scripts}.js`;
}

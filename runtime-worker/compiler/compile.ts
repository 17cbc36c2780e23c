import { type Plugin, type RollupLog, rollup } from '@rollup/browser';
import type { ProjectFiles } from '../project';
import { type Compilation, Files, positionIn } from './compilation';
import { fileId } from './module-ids';
import { moduleKindOf } from './module-kinds';
import { assets } from './plugins/assets';
import { checkModules } from './plugins/check-modules';
import { findEntry } from './plugins/find-entry';
import { json } from './plugins/json';
import { keepAsyncContext } from './plugins/keep-async-context';
import { loadCode } from './plugins/load-code';
import { resolveImports } from './plugins/resolve';
import { runtimeModules } from './plugins/runtime-modules';
import { text } from './plugins/text';
import { translate } from './plugins/translate';
import { Problems, reasonOf } from './problems';
import { reportRollupError, reportRollupWarning } from './rollup-messages';
import type { CompileResult, Script } from './script';
import { type LanguageOptions, readLanguageOptions } from './tsconfig';

/**
 * Makes one script of a project: every module that the main one reaches, in the order and with the
 * bindings that ES modules have. Never rejects: what goes wrong is in the diagnostics.
 * @param main path of the main module, whose exports the script keeps
 */
export async function compile(files: ProjectFiles, main: string): Promise<CompileResult> {
  const compilation: Compilation = {
    files: new Files(files),
    problems: new Problems(),
    texts: new Map(),
    assets: [],
    entry: { file: main, line: 1, column: 1 },
  };
  const { problems } = compilation;
  const script = await bundle(compilation, main).catch((error: unknown) => {
    report(compilation, error);
  });
  const { diagnostics } = problems;
  return script && !problems.hasErrors
    ? { ok: true, script, diagnostics }
    : { ok: false, diagnostics };
}

async function bundle(compilation: Compilation, main: string): Promise<Script | undefined> {
  const { files, problems } = compilation;
  if (!files.has(main) || moduleKindOf(main) === undefined) {
    problems.error('ResolveError', `The project has no module ${main} to start from.`);
    return undefined;
  }
  const build = await rollup({
    input: fileId(main),
    plugins: plugins(compilation, readLanguageOptions(files)),
    // For the errors in it: what parses is gone by then.
    jsx: 'preserve',
    preserveEntrySignatures: 'strict',
    // Every statement runs, whether or not it seems to do something: tries depend on it.
    treeshake: false,
    onLog: (level, log) => {
      if (level === 'warn') reportRollupWarning(compilation, log);
    },
  });
  if (problems.hasErrors) return undefined;
  const { output } = await build.generate({
    format: 'es',
    inlineDynamicImports: true,
    generatedCode: { preset: 'es2015', symbols: true },
    sourcemap: 'hidden',
    sourcemapExcludeSources: true,
    // At the root, as `fileId` has it.
    file: '/script.js',
  });
  await build.close();
  const [chunk] = output;
  const url = nextUrl();
  return {
    url,
    code: `${chunk.code}\n//# sourceURL=${url}\n`,
    entry: compilation.entry,
    map: chunk.map?.toString() ?? '',
    assets: compilation.assets,
  };
}

function plugins(compilation: Compilation, options: LanguageOptions): Plugin[] {
  return [
    resolveImports(compilation),
    runtimeModules(),
    json(compilation),
    text(compilation),
    assets(compilation),
    loadCode(compilation),
    translate(compilation, options),
    keepAsyncContext(compilation),
    checkModules(compilation),
    findEntry(compilation),
  ];
}

function report(compilation: Compilation, error: unknown): void {
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

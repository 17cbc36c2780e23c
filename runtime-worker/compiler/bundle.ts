import { type Plugin, rollup } from '@rollup/browser';
import type { BundleResult, SideModule } from '../bundle-result';
import type { ProjectFiles } from '../project';
import type { Compilation, CompileOptions } from './compilation';
import { report } from './compile';
import { fileId } from './module-ids';
import { checkModules } from './plugins/check-modules';
import { findEntry } from './plugins/find-entry';
import { json } from './plugins/json';
import { keepNames } from './plugins/keep-names';
import { leaveToWorkerd } from './plugins/leave-to-workerd';
import { loadCode } from './plugins/load-code';
import { resolveImports } from './plugins/resolve';
import { text } from './plugins/text';
import { translate } from './plugins/translate';
import { reportRollupWarning } from './rollup-messages';
import { startCompilation } from './start-compilation';

/**
 * Makes one ES module of a project, as wrangler would: what `cloudflare:` and `node:` name is left to
 * `workerd`. CommonJS modules are refused: wrangler has more for them than this compiler.
 * Never rejects.
 */
export async function bundle(
  files: ProjectFiles,
  main: string,
  options: CompileOptions,
  load: typeof fetch = fetch,
): Promise<BundleResult> {
  const compilation = startCompilation(files, main, options, load);
  const modules: SideModule[] = [];
  const code = await bundled(compilation, modules).catch((error: unknown) => {
    report(compilation, error);
  });
  const { problems, serviceWorker } = compilation;
  if (code === undefined || problems.hasErrors) {
    return { ok: false, diagnostics: problems.diagnostics };
  }
  return { ok: true, bundle: { code, serviceWorker, modules } };
}

async function bundled(
  compilation: Compilation,
  modules: SideModule[],
): Promise<string | undefined> {
  const { files, kinds, main, problems } = compilation;
  if (!files.has(main) || kinds.of(main) === undefined) {
    problems.error('ResolveError', `The project has no module ${main} to start from.`);
    return undefined;
  }
  const build = await rollup({
    input: fileId(main),
    plugins: plugins(compilation, modules),
    jsx: 'preserve',
    treeshake: false,
    onLog: (level, log) => {
      if (level === 'warn') reportRollupWarning(compilation, log);
    },
  });
  if (problems.hasErrors) return undefined;
  const { output } = await build.generate({ format: 'es', inlineDynamicImports: true });
  await build.close();
  return output[0].code;
}

function plugins(compilation: Compilation, modules: SideModule[]): Plugin[] {
  return [
    leaveToWorkerd(compilation, modules),
    resolveImports(compilation),
    json(compilation),
    text(compilation),
    loadCode(compilation),
    translate(compilation),
    keepNames(compilation),
    checkModules(compilation),
    findEntry(compilation),
  ];
}

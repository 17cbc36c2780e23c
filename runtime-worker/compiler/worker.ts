import { expose, transfer } from 'comlink';
import type { BundleResult } from '../bundle-result';
import type { ProjectFiles } from '../project';
import type { CompileOptions } from './compilation';
import { compile } from './compile';
import type { CompileResult } from './script';

/** The compiler's own thread: the page stays free while a project is compiled. */
const compiler = {
  async compile(
    files: ProjectFiles,
    main: string,
    options: CompileOptions,
  ): Promise<CompileResult> {
    const result = await compile(files, main, options);
    if (!result.ok) return result;
    // Files may share a buffer, and one may be transferred only once.
    const buffers = new Set(result.script.assets.map(({ buffer }) => buffer));
    return transfer(result, [...buffers]);
  },

  async bundle(files: ProjectFiles, main: string, options: CompileOptions): Promise<BundleResult> {
    const { bundle } = await import('./bundle');
    return bundle(files, main, options);
  },
};

export type CompilerThread = typeof compiler;

expose(compiler);

import { build, type Plugin } from 'vite';

const SUFFIX = '?script';

/**
 * `import source from './main.ts?script'` gives the module and all it imports as the text of one
 * classic script (an IIFE), built the same way in development as in the build.
 *
 * Isolates need this: in an opaque origin Chromium refuses module workers made from a blob.
 */
export function scriptImport(): Plugin {
  return {
    name: 'isolab:script-import',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(SUFFIX)) return undefined;
      const entry = id.slice(0, -SUFFIX.length);
      const { code, files } = await buildScript(entry);
      for (const file of files) this.addWatchFile(file);
      return `export default ${JSON.stringify(code)};`;
    },
  };
}

/**
 * A module and all it imports as the text of one classic script.
 *
 * @param entry the module's file
 * @param define names that the script reads and nobody declares, with the source of their values
 * @returns the text, and the files that it was made of
 */
export async function buildScript(
  entry: string,
  define: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: string; readonly files: readonly string[] }> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    // Without this, Vite would copy public/ beside the script.
    publicDir: false,
    define,
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      lib: { entry, formats: ['iife'], name: 'isolab', fileName: 'script' },
      rolldownOptions: { output: { exports: 'none' } },
    },
  });
  const [result] = Array.isArray(built) ? built : [built];
  if (!result || !('output' in result)) throw new Error(`${entry} gave no script`);
  const [chunk] = result.output;
  // Rolldown's own modules, which begin with a NUL, are no files.
  const files = Object.keys(chunk.modules).filter((module) => !module.startsWith('\0'));
  return { code: chunk.code, files };
}

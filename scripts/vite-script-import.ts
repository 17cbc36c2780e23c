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
      const built = await build({
        configFile: false,
        logLevel: 'warn',
        // Without this, Vite would copy public/ beside the script.
        publicDir: false,
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
      for (const file of files) this.addWatchFile(file);
      return `export default ${JSON.stringify(chunk.code)};`;
    },
  };
}

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getManifest } from '@serwist/build';
import type { Plugin } from 'vite';
import { policyOf } from './vite-production-headers.ts';
import { buildScript } from './vite-script-import.ts';

const SOURCE = fileURLToPath(new URL('../app/offline/service-worker.ts', import.meta.url));

/** Bytes of the largest file that is kept: TypeScript's, so far. */
const LARGEST = 16_000_000;

/** Writes `sw.js` beside the page, with a list of all files that it is to keep. There is none in development. */
export function serviceWorker(): Plugin {
  let directory = 'dist';
  return {
    name: 'isolab:service-worker',
    apply: 'build',
    configResolved({ root, build }) {
      directory = join(root, build.outDir);
    },
    async closeBundle(error) {
      if (error) return;
      const { manifestEntries, warnings } = await getManifest({
        globDirectory: directory,
        globPatterns: ['**/*'],
        // `network.html` is of no use without a network. Nobody loads Monaco's own worker for TypeScript: ours
        // stands in its place.
        globIgnores: ['_headers', 'sw.js', 'network.html', 'assets/ts.worker-*'],
        maximumFileSizeToCacheInBytes: LARGEST,
        // Their names change with their contents.
        dontCacheBustURLsMatching: /^assets\//,
      });
      if (warnings.length > 0) throw new Error(warnings.join('\n'));
      const { code } = await buildScript(SOURCE, {
        FILES_OF_BUILD: JSON.stringify(manifestEntries),
        SANDBOX_POLICY: JSON.stringify(policyOf('/sandbox.html')),
        'process.env.NODE_ENV': '"production"',
      });
      await writeFile(join(directory, 'sw.js'), code);
    },
  };
}

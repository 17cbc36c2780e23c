import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { monacoFeatures } from './scripts/vite-monaco-features.ts';
import { nodeModules } from './scripts/vite-node-modules.ts';
import { preload } from './scripts/vite-preload.ts';
import { productionHeaders } from './scripts/vite-production-headers.ts';
import { scriptImport } from './scripts/vite-script-import.ts';
import { serviceWorker } from './scripts/vite-service-worker.ts';
import { wat } from './scripts/vite-wat.ts';
import { wranglerSchema } from './scripts/vite-wrangler-schema.ts';

export default defineConfig({
  // Relative, so that the build works from any host and from a sub-path.
  base: './',
  plugins: [
    react(),
    scriptImport(),
    wat(),
    monacoFeatures(),
    wranglerSchema(),
    productionHeaders(),
    preload('isolate-code'),
    serviceWorker(),
  ],
  worker: { format: 'es', plugins: () => [scriptImport(), nodeModules()] },
  optimizeDeps: {
    // With what the compiler's worker imports, which a scan of the page does not see: found only later,
    // it would reload the page in the middle of its first visit.
    entries: ['index.html', 'runtime-worker/compiler/worker.ts'],
    // Rollup finds its Wasm beside itself, which pre-bundling would move away.
    exclude: ['@rollup/browser'],
  },
  build: {
    target: 'es2023',
    // Every browser of that target has it.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 8000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What the page always loads is one file: thirty small ones compress worse. Without the entry:
            // it waits for what it loads, which would wait for that file to be done.
            { name: 'page', tags: ['$initial'], test: /^(?!.*(\/app\/main\.tsx|\/index\.html))/ },
            // All of it comes with the timeline, which others share parts of.
            { name: 'timeline', test: /\/app\/timeline\// },
          ],
        },
      },
    },
  },
});

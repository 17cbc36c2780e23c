import { defineConfig } from 'vitest/config';
import { nodeModules } from './scripts/vite-node-modules.ts';
import { scriptImport } from './scripts/vite-script-import.ts';
import { wat } from './scripts/vite-wat.ts';

export default defineConfig({
  plugins: [nodeModules(), scriptImport(), wat()],
  resolve: {
    alias: {
      // The same bundler, whose browser build fetches its Wasm and so cannot start in Node.
      '@rollup/browser': 'rollup',
    },
  },
  test: {
    include: ['{app,runtime-worker}/**/*.test.ts'],
    environment: 'node',
    // A busy machine is no failure.
    testTimeout: 30_000,
    // Its parts are ES modules that Node would take for CommonJS.
    server: { deps: { inline: ['sucrase'] } },
  },
});

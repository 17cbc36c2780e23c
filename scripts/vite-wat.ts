import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Plugin } from 'vite';
import loadWabt from 'wabt';

const SUFFIX = '?wasm-base64';

/**
 * `import code from './counter.wat?wasm-base64'` gives the bytes of the WebAssembly module that the text
 * stands for, so that the repository holds what can be read and reviewed, and no bytes.
 */
export function wat(): Plugin {
  return {
    name: 'isolab:wat',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(SUFFIX)) return undefined;
      const file = id.slice(0, -SUFFIX.length);
      this.addWatchFile(file);
      const { parseWat } = await loadWabt();
      const module = parseWat(basename(file), await readFile(file, 'utf8'));
      try {
        module.validate();
        const { buffer } = module.toBinary({});
        return `export default ${JSON.stringify(Buffer.from(buffer).toString('base64'))};`;
      } finally {
        module.destroy();
      }
    },
  };
}

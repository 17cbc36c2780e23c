import type { Plugin } from '@rollup/browser';
import { RUNTIME_KEY } from '../../runtime-modules';
import type { Compilation } from '../compilation';
import { pathOfId } from '../module-ids';

/**
 * Modules of bytes: a data file's default export is an `ArrayBuffer`, a Wasm file's a
 * `WebAssembly.Module`. The bytes travel beside the script, which asks the isolate for them by index.
 */
export function assets({ files, kinds, problems, assets: gathered }: Compilation): Plugin {
  return {
    name: 'assets',
    load(id) {
      const path = pathOfId(id);
      const kind = path === undefined ? undefined : kinds.of(path);
      if (path === undefined || (kind !== 'data' && kind !== 'wasm')) return null;
      const bytes = files.bytes(path) ?? new Uint8Array();
      if (kind === 'wasm' && !isWasm(bytes)) {
        const what = 'Not a WebAssembly module: it does not begin with \\0asm.';
        problems.error('SyntaxError', what, { file: path, line: 1, column: 1 });
      }
      const index = gathered.push(bytes) - 1;
      const asset = `globalThis[Symbol.for(${JSON.stringify(RUNTIME_KEY)})].assets[${index}]`;
      return kind === 'wasm'
        ? `export default new WebAssembly.Module(${asset});`
        : // A copy: the bytes may be a part of a larger buffer, and belong to the runtime.
          `export default ${asset}.slice().buffer;`;
    },
  };
}

const WASM_MAGIC = [0x00, 0x61, 0x73, 0x6d];

function isWasm(bytes: Uint8Array): boolean {
  return WASM_MAGIC.every((byte, index) => bytes[index] === byte);
}

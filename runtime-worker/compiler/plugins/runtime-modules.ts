import type { Plugin } from '@rollup/browser';
import { RUNTIME_KEY, RUNTIME_MODULES } from '../../runtime-modules';
import { runtimeModuleOfId } from '../module-ids';

/** The modules that the runtime brings: each export is taken from what the isolate has put up for it. */
export function runtimeModules(): Plugin {
  return {
    name: 'runtime-modules',
    load(id) {
      const module = runtimeModuleOfId(id);
      if (module === undefined) return null;
      const brought = `globalThis[Symbol.for(${JSON.stringify(RUNTIME_KEY)})].modules[${JSON.stringify(module)}]`;
      const code = `export const { ${RUNTIME_MODULES[module].join(', ')} } = ${brought};`;
      // No part of this is the user's code: an empty map keeps it out of the stacks.
      return { code, map: { mappings: '' } };
    },
  };
}

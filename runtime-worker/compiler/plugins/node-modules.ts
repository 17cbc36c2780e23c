import type { Plugin } from '@rollup/browser';
import { isRuntimeModule, runtimeModuleId } from '../module-ids';
import { isNodeFile, nodeFileId, nodeFileText } from '../node-modules';

/** The modules of Node.js that a project imports, loaded only then, and the files that they share. */
export function nodeModules(): Plugin {
  return {
    name: 'node-modules',
    resolveId(specifier, importer) {
      if (importer === undefined || !isNodeFile(importer)) return null;
      return isRuntimeModule(specifier) ? runtimeModuleId(specifier) : nodeFileId(specifier);
    },
    async load(id) {
      if (!isNodeFile(id)) return null;
      // No part of this is the user's code: an empty map keeps it out of the stacks.
      return { code: await nodeFileText(id), map: { mappings: '' } };
    },
  };
}

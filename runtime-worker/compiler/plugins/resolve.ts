import type { Plugin } from '@rollup/browser';
import type { Compilation } from '../compilation';
import { fileId, pathOfId, runtimeModuleId } from '../module-ids';
import { resolve } from '../resolution';

/**
 * Leads imports to modules. One that leads nowhere is left in the script, so that the rest of the
 * project is read too; `checkImports` says where it is.
 */
export function resolveImports({ files }: Compilation): Plugin {
  return {
    name: 'resolve-imports',
    resolveId(specifier, importer) {
      if (importer === undefined) return specifier;
      const resolution = resolve(files, specifier, pathOfId(importer) ?? '');
      switch (resolution.to) {
        case 'file':
          return fileId(resolution.path);
        case 'runtime':
          return runtimeModuleId(resolution.module);
        case 'nothing':
          return { id: specifier, external: true };
      }
    },
  };
}

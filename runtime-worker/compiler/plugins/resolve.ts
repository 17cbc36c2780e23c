import type { Plugin, PluginContext } from '@rollup/browser';
import type { Compilation } from '../compilation';
import { formatOf } from '../module-format';
import { facadeId, fileId, idOfPlain, isVirtual, pathOfId, runtimeModuleId } from '../module-ids';
import { nodeModuleId } from '../node-modules';
import { resolve } from '../resolution';
import { isNodeModule } from './commonjs';

/**
 * Leads imports to modules: one of a CommonJS module to a facade that is an ES module. One that leads
 * nowhere is left in the script, so that the rest of the project is read too; `checkModules` says
 * where it is.
 */
export function resolveImports(compilation: Compilation): Plugin {
  const { kinds } = compilation;

  function moduleOf(path: string, importer: string | undefined, parse: PluginContext['parse']) {
    const id = fileId(path);
    if (!kinds.isCode(path) || formatOf(compilation, path, parse) === 'esm') return id;
    if (importer === undefined) return facadeId({ id, asNode: false, isMain: true });
    return facadeId({ id, asNode: isNodeModule(compilation, importer), isMain: false });
  }

  return {
    name: 'resolve-imports',
    resolveId(specifier, importer) {
      const plain = idOfPlain(specifier);
      if (plain !== undefined) return plain;
      if (isVirtual(specifier)) return specifier;
      if (importer === undefined) return moduleOf(pathOfId(specifier) ?? '', undefined, this.parse);
      const path = pathOfId(importer) ?? '';
      const resolution = resolve(compilation, specifier, path);
      switch (resolution.to) {
        case 'file':
          return moduleOf(resolution.path, path, this.parse);
        case 'runtime':
          return runtimeModuleId(resolution.module);
        case 'node':
          return nodeModuleId(resolution.module);
        case 'nothing':
          return { id: specifier, external: true };
      }
    },
  };
}

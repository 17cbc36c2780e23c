import type { Plugin, PluginContext } from '@rollup/browser';
import { type Compilation, importKey } from '../compilation';
import { formatOf } from '../module-format';
import {
  facadeId,
  fileId,
  idOfPlain,
  isPackageId,
  isVirtual,
  MAIN,
  pathOfId,
  runtimeModuleId,
} from '../module-ids';
import { nodeModuleId } from '../node-modules';
import { reasonOf } from '../problems';
import { resolve } from '../resolution';
import { isNodeModule } from './commonjs';

/**
 * Leads imports to modules: one of a CommonJS module to a facade that is an ES module, one of an npm
 * package to where it is on the CDN. One that leads nowhere is left in the script, so that the rest
 * of the project is read too; `checkModules` says where it is.
 */
export function resolveImports(compilation: Compilation): Plugin {
  const { kinds, packages, problems, packageImports } = compilation;
  /** By module of a package: which import of the project's led to it. */
  const origins = new Map<string, string>();
  const failures = new Map<string, string>();

  function moduleOf(path: string, importer: string | undefined, parse: PluginContext['parse']) {
    const id = fileId(path);
    if (!kinds.isCode(path) || formatOf(compilation, path, parse) === 'esm') return id;
    if (importer === undefined) return facadeId({ id, asNode: false, isMain: true });
    return facadeId({ id, asNode: isNodeModule(compilation, importer), isMain: false });
  }

  /** A module of a package, by what is found out meanwhile. */
  async function packageModule(origin: string, hint: string, find: () => Promise<string>) {
    try {
      const id = await find();
      if (!origins.has(id)) origins.set(id, origin);
      return id;
    } catch (error) {
      failures.set(origin, `${reasonOf(error)}${hint}`);
      return undefined;
    }
  }

  /** The runtime's own module, which goes before what the CDN has in its place. */
  function runtimeModule(specifier: string): string | undefined {
    const resolution = resolve(compilation, specifier, '');
    if (resolution.to === 'node') return nodeModuleId(resolution.module);
    return resolution.to === 'runtime' ? runtimeModuleId(resolution.module) : undefined;
  }

  return {
    name: 'resolve-imports',
    async resolveId(specifier, importer) {
      const plain = idOfPlain(specifier);
      if (plain !== undefined) return plain;
      if (specifier === MAIN) return moduleOf(compilation.main, undefined, this.parse);
      if (isVirtual(specifier) || importer === undefined) return specifier;
      const external = { id: specifier, external: true };
      if (isPackageId(importer)) {
        const find = () => packages.importedByPackage(specifier, importer, runtimeModule);
        return (await packageModule(origins.get(importer) ?? '', '', find)) ?? external;
      }
      const path = pathOfId(importer) ?? '';
      const resolution = resolve(compilation, specifier, path);
      switch (resolution.to) {
        case 'file':
          return moduleOf(resolution.path, path, this.parse);
        case 'runtime':
          return runtimeModuleId(resolution.module);
        case 'node':
          return nodeModuleId(resolution.module);
        case 'package': {
          const find = () => packages.importedByProject(specifier);
          const origin = importKey(importer, specifier);
          return (await packageModule(origin, resolution.hint, find)) ?? external;
        }
        case 'nothing':
          return external;
      }
    },
    async resolveDynamicImport(specifier, importer) {
      if (!isPackageId(importer) || typeof specifier !== 'string') return null;
      try {
        return await packages.importedByPackage(specifier, importer, runtimeModule);
      } catch {
        // It may be for another runtime, and never called.
        return { id: specifier, external: true };
      }
    },
    load(id) {
      const module = isPackageId(id) ? packages.module(id) : undefined;
      return module ? module.code : null;
    },
    buildEnd() {
      for (const [origin, why] of failures) {
        problems.error('ResolveError', why, packageImports.get(origin));
      }
    },
  };
}

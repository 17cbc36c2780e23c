import type { Plugin } from '@rollup/browser';
import type { SideModule } from '../../bundle-result';
import type { Compilation } from '../compilation';
import { commonJSOfFacade, pathOfId, runtimeModuleOfId } from '../module-ids';
import { isNodeFile, nodeSpecifierOf } from '../node-modules';
import { stringLiteral } from '../string-literal';

/** Begins what is imported from outside of the bundle: nobody but this plugin writes such imports. */
const OUTSIDE = '\0outside:';

/** What a bundle does not hold itself: modules that `workerd` brings, and those of bytes, which lie beside it. */
export function leaveToWorkerd(
  { files, kinds, problems }: Compilation,
  modules: SideModule[],
): Plugin {
  /** A module that only passes on what the one outside exports. */
  const passOn = (specifier: string, names: readonly string[]) => {
    const from = stringLiteral(`${OUTSIDE}${specifier}`);
    return names.map((what) => `export ${what} from ${from};`).join(' ');
  };

  return {
    name: 'leave-to-workerd',
    resolveId: (specifier) =>
      specifier.startsWith(OUTSIDE)
        ? { id: specifier.slice(OUTSIDE.length), external: true }
        : null,
    load(id) {
      const runtimeModule = runtimeModuleOfId(id);
      if (runtimeModule !== undefined) return passOn(runtimeModule, ['*']);
      if (isNodeFile(id)) return passOn(nodeSpecifierOf(id), ['*', '{ default }']);
      const required = commonJSOfFacade(id);
      if (required) {
        const path = pathOfId(required.id) ?? '';
        const why = `${path} is a CommonJS module: only wrangler makes one for workerd of it.`;
        problems.error('ResolveError', why, { file: path, line: 1, column: 1 });
        return { code: 'export default {};', syntheticNamedExports: true };
      }
      const path = pathOfId(id);
      const kind = path === undefined ? undefined : kinds.of(path);
      if (path === undefined || (kind !== 'wasm' && kind !== 'data')) return null;
      const name = `${modules.length}-${path.slice(path.lastIndexOf('/') + 1)}`;
      modules.push({ name, kind, content: files.bytes(path) ?? new Uint8Array() });
      return passOn(`./${name}`, ['{ default }']);
    },
  };
}

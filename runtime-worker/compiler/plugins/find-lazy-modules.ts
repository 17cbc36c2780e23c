import type { GetModuleInfo, Plugin } from '@rollup/browser';
import type { Compilation } from '../compilation';
import { facadeId, fileId } from '../module-ids';

/** Which modules of a project are evaluated at startup, and which only when they are asked for. */
export class Reach {
  #atStartup: ReadonlySet<string> = new Set();
  #hasLazy = false;

  /** Whether the main module imports it, or a module that it imports does, and so on. */
  isAtStartup(id: string): boolean {
    return this.#atStartup.has(id);
  }

  /** Whether there are modules that only an `import()` or a `require` leads to. */
  get hasLazy(): boolean {
    return this.#hasLazy;
  }

  follow(main: string, all: Iterable<string>, infoOf: GetModuleInfo): void {
    const found = new Set<string>();
    const pending = [main];
    for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
      if (found.has(id)) continue;
      found.add(id);
      pending.push(...(infoOf(id)?.importedIds ?? []));
    }
    this.#atStartup = found;
    this.#hasLazy = [...all].some((id) => !found.has(id) && infoOf(id)?.isExternal === false);
  }
}

/** Finds out what is evaluated when, once all modules are known. */
export function findLazyModules(compilation: Compilation, reach: Reach): Plugin {
  return {
    name: 'find-lazy-modules',
    buildEnd() {
      reach.follow(mainIdOf(compilation), this.getModuleIds(), this.getModuleInfo);
    },
  };
}

/** Of the main module, or of the facade that exports what it does. */
export function mainIdOf({ formats, main }: Compilation): string {
  const id = fileId(main);
  return formats.get(main) === 'commonjs' ? facadeId({ id, asNode: false, isMain: true }) : id;
}

import type { GetModuleInfo, Plugin } from '@rollup/browser';
import { ENTRY } from '../module-ids';

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

  follow(all: Iterable<string>, infoOf: GetModuleInfo): void {
    const found = new Set<string>();
    const pending = [ENTRY];
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
export function findLazyModules(reach: Reach): Plugin {
  return {
    name: 'find-lazy-modules',
    buildEnd() {
      reach.follow(this.getModuleIds(), this.getModuleInfo);
    },
  };
}

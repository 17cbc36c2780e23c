import { RUNTIME_MODULES, type RuntimeModule } from '../runtime-modules';

/**
 * How Rollup names modules: a file by its path as an absolute one, so that the source map, written
 * for a script at the root, names it by its path again; the runtime's modules as virtual ones.
 */
export function fileId(path: string): string {
  return `/${path}`;
}

/** The path of a file's id, or `undefined` where the id is of no file. */
export function pathOfId(id: string): string | undefined {
  return id.startsWith('/') ? id.slice(1) : undefined;
}

const VIRTUAL = '\0';

export function runtimeModuleId(module: RuntimeModule): string {
  return `${VIRTUAL}${module}`;
}

/** The runtime's module of an id, or `undefined` where the id is of none. */
export function runtimeModuleOfId(id: string): RuntimeModule | undefined {
  const name = id.slice(VIRTUAL.length);
  return id.startsWith(VIRTUAL) && isRuntimeModule(name) ? name : undefined;
}

export function isRuntimeModule(specifier: string): specifier is RuntimeModule {
  return Object.hasOwn(RUNTIME_MODULES, specifier);
}

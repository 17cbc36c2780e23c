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

/** What a script begins with: it imports {@link MAIN} and hands out what that exports. */
export const ENTRY = `${VIRTUAL}entry`;

/** Leads to the main module. */
export const MAIN = `${VIRTUAL}main`;

/** What CommonJS modules and `import()`s need when they run: see run-time/interop.ts. */
export const INTEROP = `${VIRTUAL}interop`;

/** Imported so by what the compiler writes: leads to the module of that id and to no facade of it. */
export function plainId(id: string): string {
  return `${VIRTUAL}plain:${id}`;
}

/** The id that {@link plainId} made a specifier of. */
export function idOfPlain(specifier: string): string | undefined {
  const prefix = plainId('');
  return specifier.startsWith(prefix) ? specifier.slice(prefix.length) : undefined;
}

interface Facade {
  /** The CommonJS module's. */
  readonly id: string;
  /** Whether it is for an importer that is an ES module as Node.js knows them. */
  readonly asNode: boolean;
  /** Whether its `module.exports` is what the main module exports. */
  readonly isMain: boolean;
}

const FACADE = new RegExp(`^${VIRTUAL}commonjs(-main|-node|):(.*)$`, 's');

/** Names what ES modules import of a CommonJS module. */
export function facadeId({ id, asNode, isMain }: Facade): string {
  return `${VIRTUAL}commonjs${isMain ? '-main' : asNode ? '-node' : ''}:${id}`;
}

/** The CommonJS module of a facade's id, or `undefined` where the id is of none. */
export function commonJSOfFacade(id: string): Facade | undefined {
  const match = FACADE.exec(id);
  if (!match) return undefined;
  return { id: match[2] ?? '', asNode: match[1] === '-node', isMain: match[1] === '-main' };
}

/** Whether the compiler wrote the import, and no author. */
export function isVirtual(specifier: string): boolean {
  return specifier.startsWith(VIRTUAL);
}

/** Whether an id is of a module of an npm package: its URL. */
export function isPackageId(id: string): boolean {
  return /^https?:\/\//.test(id);
}

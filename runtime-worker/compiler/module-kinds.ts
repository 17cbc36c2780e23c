/** What a file is as a module, told by its extension as wrangler's default rules tell it. */
export type ModuleKind =
  | 'javascript'
  | 'typescript'
  | 'typescript-jsx'
  | 'json'
  | 'text'
  | 'data'
  | 'wasm';

const KIND_BY_EXTENSION: ReadonlyMap<string, ModuleKind> = new Map([
  ['ts', 'typescript'],
  ['tsx', 'typescript-jsx'],
  ['mts', 'typescript'],
  ['cts', 'typescript'],
  ['js', 'javascript'],
  ['jsx', 'javascript'],
  ['mjs', 'javascript'],
  ['cjs', 'javascript'],
  ['json', 'json'],
  ['txt', 'text'],
  ['html', 'text'],
  ['sql', 'text'],
  ['bin', 'data'],
  ['wasm', 'wasm'],
]);

/** Every extension that a module may have. */
export const MODULE_EXTENSIONS: readonly string[] = [...KIND_BY_EXTENSION.keys()];

/** The kind of module a file is, or `undefined` where it is none. */
export function moduleKindOf(path: string): ModuleKind | undefined {
  return KIND_BY_EXTENSION.get(path.slice(path.lastIndexOf('.') + 1).toLowerCase());
}

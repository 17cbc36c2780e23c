import { NODE_FILES, NODE_MODULES } from 'virtual:node-modules';

const NAMES: ReadonlySet<string> = new Set(NODE_MODULES);

/** The name without `node:` of a module of Node.js, or `undefined` where the specifier is of none. */
export function nodeModuleOf(specifier: string): string | undefined {
  const name = specifier.startsWith('node:') ? specifier.slice('node:'.length) : specifier;
  return NAMES.has(name) ? name : undefined;
}

/** Ids of the files that these modules are made of. */
const PREFIX = '\0node/';

export function nodeModuleId(name: string): string {
  return `${PREFIX}${name.replaceAll('/', '_')}.js`;
}

/** The id of a file that another one imports as `./name.js`. */
export function nodeFileId(specifier: string): string {
  return `${PREFIX}${specifier.slice('./'.length)}`;
}

export function isNodeFile(id: string): boolean {
  return id.startsWith(PREFIX);
}

/** `node:fs/promises` of a module's id. */
export function nodeSpecifierOf(id: string): string {
  const file = id.slice(PREFIX.length, -'.js'.length);
  return `node:${NODE_MODULES.find((name) => name.replaceAll('/', '_') === file) ?? file}`;
}

/** What modules that name a global of Node.js import; see plugins/node-globals.ts. */
export const NODE_GLOBAL = 'isolab:node-global/';

/** The text of a file of these modules. @throws where it cannot be loaded. */
export async function nodeFileText(id: string): Promise<string> {
  const load = NODE_FILES[id.slice(PREFIX.length)];
  if (!load) throw new Error(`${nodeSpecifierOf(id)} has no such file.`);
  return (await load()).default;
}

import { encodedMap, FlattenMap, type Section } from '@jridgewell/trace-mapping';
import type { OutputChunk, RollupOutput } from '@rollup/browser';
import { ENTRY } from './module-ids';
import { MAIN_EXPORTS } from './plugins/entry';
import { IMPORT_META_DECLARATION } from './plugins/import-meta';
import { createLinker } from './run-time/linker';
import { TOP_LEVEL_NAME } from './script';
import { stringLiteral } from './string-literal';

export interface LinkedScript {
  readonly code: string;
  /** Source map v3, JSON. */
  readonly map: string;
}

/**
 * One ES module of chunks in Rollup's format `system`. Importing it evaluates none of them, so that a
 * spare can do it. Its default export evaluates the first chunk and resolves with what the main module
 * exports; the other chunks are evaluated when `import()` or `require` asks for them.
 * @param brought Code that runs before the chunks.
 */
export function linkChunks({ output }: RollupOutput, brought: readonly string[]): LinkedScript {
  const chunks = output.filter((file) => file.type === 'chunk');
  const entry = chunks.find(({ facadeModuleId }) => facadeModuleId === ENTRY);
  if (!entry) throw new Error('No chunk is the first one.');
  const lines = new Lines();
  lines.add(`let ${MAIN_EXPORTS}; ${IMPORT_META_DECLARATION}`);
  lines.add(
    `const $isolab_linker = (${createLinker.toString()})(${literal(chunksByModule(chunks))});`,
  );
  for (const { code, fileName, map } of chunks) {
    lines.add(`{ const System = $isolab_linker.chunk(${literal(fileName)});`);
    lines.add(withNamedTopLevel(code), map?.toString());
    lines.add('}');
  }
  lines.add('export default async () => {');
  for (const text of brought) lines.add(text.trimEnd());
  lines.add(`await $isolab_linker.load(${literal(entry.fileName)}); return ${MAIN_EXPORTS}; };`);
  return { code: lines.text, map: lines.map };
}

/** Rollup writes the function before any of the user's code, on a line of its own. */
function withNamedTopLevel(code: string): string {
  return code.replace(
    /execute: \((async )?\(?function \(/,
    (_, isAsync = '') => `execute: (${isAsync}function ${TOP_LEVEL_NAME} (`,
  );
}

function chunksByModule(chunks: readonly OutputChunk[]): Record<string, string> {
  return Object.fromEntries(
    chunks.flatMap(({ facadeModuleId, fileName, isEntry }) =>
      isEntry && facadeModuleId !== null ? [[facadeModuleId, fileName]] : [],
    ),
  );
}

function literal(value: string | Readonly<Record<string, string>>): string {
  return typeof value === 'string' ? stringLiteral(value) : JSON.stringify(value);
}

/** Pieces of text below each other, and the maps of those that have one. */
class Lines {
  readonly #pieces: string[] = [];
  readonly #sections: Section[] = [];
  #count = 0;

  add(text: string, map = '{"version":3,"sources":[],"names":[],"mappings":""}'): void {
    this.#sections.push({ offset: { line: this.#count, column: 0 }, map: JSON.parse(map) });
    this.#pieces.push(text);
    this.#count += text.split('\n').length;
  }

  get text(): string {
    return this.#pieces.join('\n');
  }

  get map(): string {
    const flat = new FlattenMap({ version: 3, sections: this.#sections });
    return JSON.stringify(encodedMap(flat));
  }
}

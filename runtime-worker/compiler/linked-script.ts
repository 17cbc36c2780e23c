import { encodedMap, FlattenMap, type Section } from '@jridgewell/trace-mapping';
import type { OutputChunk, RollupOutput } from '@rollup/browser';
import { createLinker } from './run-time/linker';
import { stringLiteral } from './string-literal';

export interface LinkedScript {
  readonly code: string;
  /** Source map v3, JSON. */
  readonly map: string;
}

/**
 * One ES module of chunks in Rollup's format `system`: the main module's is evaluated at once, the
 * others when `import()` or `require` asks for them.
 * @param main Id of the main module, whose exports are the script's.
 */
export function linkChunks({ output }: RollupOutput, main: string): LinkedScript {
  const chunks = output.filter((file) => file.type === 'chunk');
  const entry = chunks.find(({ facadeModuleId }) => facadeModuleId === main);
  if (!entry) throw new Error('There is no chunk of the main module.');
  const lines = new Lines();
  lines.add(
    `const $isolab_linker = (${createLinker.toString()})(${literal(chunksByModule(chunks))});`,
  );
  for (const { code, fileName, map } of chunks) {
    lines.add(`{ const System = $isolab_linker.chunk(${literal(fileName)});`);
    lines.add(code, map?.toString());
    lines.add('}');
  }
  lines.add(exportsOf(entry));
  return { code: lines.text, map: lines.map };
}

function chunksByModule(chunks: readonly OutputChunk[]): Record<string, string> {
  return Object.fromEntries(
    chunks.flatMap(({ facadeModuleId, fileName, isEntry }) =>
      isEntry && facadeModuleId !== null ? [[facadeModuleId, fileName]] : [],
    ),
  );
}

/** Evaluates a chunk and exports what it exports. */
function exportsOf({ exports, fileName }: OutputChunk): string {
  const load = `$isolab_linker.load(${literal(fileName)})`;
  const names = exports.map((name, index) => [`$isolab_export${index}`, literal(name)] as const);
  return [
    `const $isolab_loaded = ${load};`,
    'const $isolab_main = $isolab_loaded instanceof Promise ? await $isolab_loaded : $isolab_loaded;',
    ...names.map(([local, name]) => `const ${local} = $isolab_main[${name}];`),
    `export { ${names.map(([local, name]) => `${local} as ${name}`).join(', ')} };`,
  ].join('\n');
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

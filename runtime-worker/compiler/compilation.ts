import type { Position } from '../events';
import type { ProjectFiles } from '../project';
import { pathOfId } from './module-ids';
import type { ModuleText } from './module-text';
import type { Problems } from './problems';

/** What one compile works on and what it gathers; the plugins share it. */
export interface Compilation {
  readonly files: Files;
  readonly problems: Problems;
  /** The texts of the modules met so far, by path. */
  readonly texts: Map<string, ModuleText>;
  /** The bytes of data and Wasm modules, in the order in which they were met. */
  readonly assets: Uint8Array<ArrayBuffer>[];
  /** Where the main module exports its handlers; its beginning until that is found. */
  entry: Position;
}

/** The project's files. Any string may be a path, so a map and not a record. */
export class Files {
  readonly #contents: ReadonlyMap<string, string | Uint8Array<ArrayBuffer>>;

  constructor(files: ProjectFiles) {
    this.#contents = new Map(Object.entries(files));
  }

  has(path: string): boolean {
    return this.#contents.has(path);
  }

  /** The file as text, without a byte order mark; `undefined` where there is no such file. */
  text(path: string): string | undefined {
    const content = this.#contents.get(path);
    if (content === undefined) return undefined;
    const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
    return text.startsWith('\uFEFF') ? text.slice(1) : text;
  }

  /** The file as bytes; `undefined` where there is no such file. */
  bytes(path: string): Uint8Array<ArrayBuffer> | undefined {
    const content = this.#contents.get(path);
    return typeof content === 'string' ? new TextEncoder().encode(content) : content;
  }
}

/** The author's position of an offset in a module, or its first character where the module has no text. */
export function positionIn({ texts }: Compilation, id: string, offset: number) {
  const file = pathOfId(id);
  if (file === undefined) return undefined;
  return texts.get(file)?.positionAt(offset) ?? { file, line: 1, column: 1 };
}

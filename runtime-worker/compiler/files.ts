import type { ProjectFiles } from '../project';

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

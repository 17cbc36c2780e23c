import type { Position } from '../events';
import type { ModuleRule } from '../project';
import type { Files } from './files';
import { pathOfId } from './module-ids';
import type { ModuleKinds } from './module-kinds';
import type { ModuleText } from './module-text';
import type { Packages } from './packages';
import type { Problems } from './problems';
import type { Translation } from './translate';
import type { LanguageOptions } from './tsconfig';

/** Which of the two kinds of modules JavaScript knows a file is. */
export type ModuleFormat = 'esm' | 'commonjs';

/** What of a project's configuration the compiler needs. */
export interface CompileOptions {
  /** Which files are modules of what type; see wrangler's `rules`. */
  readonly rules: readonly ModuleRule[];
  /** Whether there are the modules and globals of Node.js. */
  readonly nodeCompat: boolean;
  /** Base URL of the CDN that npm packages come from. */
  readonly cdn: string;
}

/** What one compile works on and what it gathers; the plugins share it. */
export interface Compilation {
  readonly files: Files;
  readonly main: string;
  readonly kinds: ModuleKinds;
  /** Whether there are the modules and globals of Node.js. */
  readonly nodeCompat: boolean;
  readonly packages: Packages;
  /** Where the project's files import packages: the first place of each, by {@link importKey}. */
  readonly packageImports: Map<string, Position>;
  readonly language: LanguageOptions;
  readonly problems: Problems;
  /** What was made JavaScript so far, by path; nothing where it is JavaScript already. */
  readonly translations: Map<string, Translation | undefined>;
  /** The formats of the files asked for so far, by path. */
  readonly formats: Map<string, ModuleFormat>;
  /** Ids of the ES modules that `require` is called for: each is evaluated at the first call. */
  readonly required: Set<string>;
  /** The texts of the modules met so far, by path. */
  readonly texts: Map<string, ModuleText>;
  /** The bytes of data and Wasm modules, in the order in which they were met. */
  readonly assets: Uint8Array<ArrayBuffer>[];
  /** Where the main module exports its handlers; its beginning until that is found. */
  entry: Position;
  /** Whether the main module exports nothing. */
  serviceWorker: boolean;
}

/** Names what a module imports. */
export function importKey(importer: string, specifier: string): string {
  return `${importer}\n${specifier}`;
}

/** The author's position of an offset in a module, or its first character where the module has no text. */
export function positionIn({ texts }: Compilation, id: string, offset: number) {
  const file = pathOfId(id);
  if (file === undefined) return undefined;
  return texts.get(file)?.positionAt(offset) ?? { file, line: 1, column: 1 };
}

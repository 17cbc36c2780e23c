import { parse } from 'jsonc-parser';
import { mainModuleOf, type ProjectFiles } from '../../runtime-worker/index';

/** A Worker of the project as its configuration names it, read as far as it can be read while it is typed. */
export interface ConfiguredWorker {
  /** `''` for the main one, or `workers/NAME/`. */
  readonly folder: string;
  readonly name: string;
  /** Path of its main module in the project. */
  readonly main: string | undefined;
  /** What its `wrangler.jsonc` says, of whatever shape. */
  readonly configuration: unknown;
  /** Path of that file, where there is one. */
  readonly file: string | undefined;
}

const CONFIGURATION_FILES = ['wrangler.jsonc', 'wrangler.json'];

/** The main one first. */
export function configuredWorkers(files: ProjectFiles): readonly ConfiguredWorker[] {
  const folders = new Set(Object.keys(files).flatMap((path) => folderOf(path) || []));
  return ['', ...folders].map((folder) => {
    const file = CONFIGURATION_FILES.map((name) => folder + name).find((path) =>
      Object.hasOwn(files, path),
    );
    const text = file === undefined ? undefined : files[file];
    const configuration: unknown =
      typeof text === 'string' ? parse(text, [], { allowTrailingComma: true }) : undefined;
    return {
      folder,
      file,
      configuration,
      name: stringOf(configuration, 'name') ?? (folder.split('/')[1] || 'worker'),
      main: mainOf(files, folder, stringOf(configuration, 'main')),
    };
  });
}

/** The folder of the Worker that a file belongs to: `workers/NAME/`, or `''` for the main one. */
export function folderOf(path: string): string {
  return /^workers\/[^/]+\//.exec(path)?.[0] ?? '';
}

/** A field of what may be an object. */
export function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
}

export function stringOf(value: unknown, field: string): string | undefined {
  const found = fieldOf(value, field);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/** What may be a list, as one. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function mainOf(
  files: ProjectFiles,
  folder: string,
  configured: string | undefined,
): string | undefined {
  if (configured !== undefined) {
    const path = folder + configured.replace(/^\.\//, '');
    return Object.hasOwn(files, path) ? path : undefined;
  }
  const own = Object.keys(files).filter((path) => path.startsWith(folder));
  const main = mainModuleOf(
    Object.fromEntries(
      own
        .map((path) => path.slice(folder.length))
        .filter((path) => !CONFIGURATION_FILES.includes(path) && folderOf(path) === '')
        .map((path) => [path, '']),
    ),
  );
  return main && folder + main;
}

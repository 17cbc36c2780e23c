import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import * as v from 'valibot';
import type { ErrorInfo, Position } from './events';
import { POLICIES, type Settings } from './settings';

/** The project's files by path (`/` between folders, no leading one): text, or bytes. */
export type ProjectFiles = Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>;

/** What a worker service runs with, read from the project. */
export interface ServiceConfiguration {
  readonly name: string;
  readonly main: string;
  /** Plain values: text or JSON. */
  readonly vars: Readonly<Record<string, unknown>>;
  /** Which files are modules of what type. */
  readonly rules: readonly ModuleRule[];
  /** What the configuration says of how its isolates are run; it goes before the page's settings. */
  readonly settings: Partial<Settings>;
}

/** An entry of wrangler's `rules`: which files are modules of what type. */
export interface ModuleRule {
  readonly type: 'ESModule' | 'CommonJS' | 'Text' | 'Data' | 'CompiledWasm';
  readonly globs: readonly string[];
  /** Whether further rules of its type count beside it. */
  readonly fallthrough?: boolean | undefined;
}

/** The project cannot be read: says what is wrong, and in which file and place if it is in one. */
export class ProjectError extends Error {
  override readonly name = 'ProjectError';
  readonly position: Position | undefined;

  constructor(message: string, position?: Position) {
    super(position ? `${position.file}:${position.line}:${position.column}: ${message}` : message);
    this.position = position;
  }

  /** The error as data, for an event. */
  info(): ErrorInfo {
    return {
      name: this.name,
      message: this.message,
      ...(this.position && { position: this.position }),
    };
  }
}

const CONFIGURATION_FILES = ['wrangler.jsonc', 'wrangler.json'] as const;

/** Where the main module is looked for when no configuration names it, first match wins. */
const DEFAULT_MAIN_MODULES = [
  'src/index.ts',
  'src/index.js',
  'index.ts',
  'index.js',
  'worker.js',
] as const;

const DEFAULT_NAME = 'worker';

const Configuration = v.object({
  name: v.optional(v.pipe(v.string(), v.nonEmpty())),
  main: v.optional(v.pipe(v.string(), v.nonEmpty())),
  vars: v.optional(v.record(v.string(), v.unknown())),
  rules: v.optional(
    v.array(
      v.object({
        type: v.picklist(['ESModule', 'CommonJS', 'Text', 'Data', 'CompiledWasm']),
        globs: v.array(v.string()),
        fallthrough: v.optional(v.boolean()),
      }),
    ),
  ),
  limits: v.optional(v.object({ cpu_ms: v.optional(v.pipe(v.number(), v.minValue(1))) })),
  /** Our own key, which wrangler does not know. */
  isolab: v.optional(
    v.object({
      policy: v.optional(v.picklist(POLICIES)),
      startup: v.optional(v.picklist(['firstEvent', 'atOnce'])),
      limiter: v.optional(v.boolean()),
    }),
  ),
});

/**
 * Reads the configuration of the project's main worker service.
 * @throws {ProjectError} where `wrangler.jsonc` does not parse or has a field of the wrong type, or
 * where there is no main module.
 */
export function readProject(files: ProjectFiles): ServiceConfiguration {
  const file = CONFIGURATION_FILES.find((name) => Object.hasOwn(files, name));
  const configuration = file === undefined ? {} : readConfiguration(files, file);
  return {
    name: configuration.name ?? DEFAULT_NAME,
    main: mainModule(files, configuration.main, file),
    vars: configuration.vars ?? {},
    rules: configuration.rules ?? [],
    settings: settingsOf(configuration),
  };
}

/** The path of the main module, or `undefined` where the project has none (or cannot be read). */
export function mainModuleOf(files: ProjectFiles): string | undefined {
  try {
    return readProject(files).main;
  } catch {
    return undefined;
  }
}

function readConfiguration(files: ProjectFiles, file: string) {
  const text = textOf(files, file);
  const errors: ParseError[] = [];
  const parsed: unknown = parse(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (error) {
    throw new ProjectError(
      `not valid JSON with comments: ${printParseErrorCode(error.error)}`,
      positionAt(file, text, error.offset),
    );
  }
  const checked = v.safeParse(Configuration, parsed);
  if (!checked.success) {
    const [issue] = checked.issues;
    const key = v.getDotPath(issue);
    throw new ProjectError(`${key ? `"${key}": ` : ''}${issue.message}`, {
      file,
      line: 1,
      column: 1,
    });
  }
  return checked.output;
}

function mainModule(files: ProjectFiles, configured: string | undefined, file: string | undefined) {
  if (configured !== undefined) {
    const path = configured.replace(/^\.\//, '');
    if (Object.hasOwn(files, path)) return path;
    throw new ProjectError(
      `${file}: "main" names ${configured}, and the project has no such file. Its files: ${Object.keys(files).join(', ')}`,
    );
  }
  const found = DEFAULT_MAIN_MODULES.find((name) => Object.hasOwn(files, name));
  if (found) return found;
  throw new ProjectError(
    `The project has no main module: name it as "main" in wrangler.jsonc, or call it one of ${DEFAULT_MAIN_MODULES.join(', ')}.`,
  );
}

function settingsOf({ limits, isolab }: v.InferOutput<typeof Configuration>): Partial<Settings> {
  return {
    ...(limits?.cpu_ms !== undefined && { cpuLimit: limits.cpu_ms }),
    ...(isolab?.policy && { policy: isolab.policy }),
    ...(isolab?.startup && { startup: isolab.startup }),
    ...(isolab?.limiter !== undefined && { limiter: isolab.limiter }),
  };
}

function textOf(files: ProjectFiles, name: string): string {
  const content = files[name];
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

function positionAt(file: string, text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return {
    file,
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
  };
}

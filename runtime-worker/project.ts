import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import * as v from 'valibot';
import type { ErrorInfo, Position } from './events';
import { POLICIES, type Settings } from './settings';

/** The project's files by path (`/` between folders, no leading one): text, or bytes. */
export type ProjectFiles = Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>;

/** A binding to a worker service of the project. */
export interface ServiceBinding {
  readonly service: string;
  /** Name of the export that answers; by default `default`. */
  readonly entrypoint?: string | undefined;
  /** What its entrypoint finds in `ctx.props`. */
  readonly props?: Readonly<Record<string, unknown>> | undefined;
}

/** What a worker service runs with, read from the project. */
export interface ServiceConfiguration {
  readonly name: string;
  /** Path of its main module in the project. */
  readonly main: string;
  /** By the names of the bindings. */
  readonly services: Readonly<Record<string, ServiceBinding>>;
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
  services: v.optional(
    v.array(
      v.object({
        binding: v.pipe(v.string(), v.nonEmpty()),
        service: v.pipe(v.string(), v.nonEmpty()),
        entrypoint: v.optional(v.string()),
        props: v.optional(v.record(v.string(), v.unknown())),
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

/** A folder with another worker service of the project: `workers/NAME/`. */
const WORKER_FOLDER = /^workers\/([^/]+)\//;

/**
 * Reads the configurations of the project's worker services: first the main one, then those in the
 * folders below `workers/`.
 * @throws {ProjectError} where a `wrangler.jsonc` does not parse or has a field of the wrong type, where
 * a service has no main module, or where a binding is to a service that the project does not have.
 */
export function readServices(
  files: ProjectFiles,
): readonly [main: ServiceConfiguration, ...others: ServiceConfiguration[]] {
  const folders = new Map(
    Object.keys(files).flatMap((path): [string, string][] => {
      const [folder, name] = WORKER_FOLDER.exec(path) ?? [];
      return folder === undefined || name === undefined ? [] : [[folder, name]];
    }),
  );
  const main = readService(files, '', DEFAULT_NAME);
  const others = [...folders].map(([folder, name]) => readService(files, folder, name));
  const names = new Set<string>();
  for (const { name } of [main, ...others]) {
    if (names.has(name)) throw new ProjectError(`Two worker services are named ${name}.`);
    names.add(name);
  }
  for (const { name, services } of [main, ...others]) {
    for (const [binding, { service }] of Object.entries(services)) {
      if (names.has(service)) continue;
      throw new ProjectError(
        `The binding ${binding} of ${name} is to a service ${JSON.stringify(service)}, and the project has none of that name. Its services: ${[...names].join(', ')}. Another is a folder workers/NAME/.`,
      );
    }
  }
  return [main, ...others];
}

/**
 * The configuration of the main worker service.
 * @throws {ProjectError} as {@link readServices} does.
 */
export function readProject(files: ProjectFiles): ServiceConfiguration {
  return readServices(files)[0];
}

function readService(
  files: ProjectFiles,
  folder: string,
  defaultName: string,
): ServiceConfiguration {
  const file = CONFIGURATION_FILES.map((name) => folder + name).find((name) =>
    Object.hasOwn(files, name),
  );
  const configuration = file === undefined ? {} : readConfiguration(files, file);
  const services = (configuration.services ?? []).map(
    ({ binding, ...service }) => [binding, service] as const,
  );
  return {
    name: configuration.name ?? defaultName,
    main: mainModule(files, folder, configuration.main, file),
    services: Object.fromEntries(services),
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

function mainModule(
  files: ProjectFiles,
  folder: string,
  configured: string | undefined,
  file: string | undefined,
): string {
  if (configured !== undefined) {
    const path = folder + configured.replace(/^\.\//, '');
    if (Object.hasOwn(files, path)) return path;
    throw new ProjectError(
      `${file}: "main" names ${configured}, and the project has no such file. Its files: ${Object.keys(files).join(', ')}`,
    );
  }
  const found = DEFAULT_MAIN_MODULES.map((name) => folder + name).find((name) =>
    Object.hasOwn(files, name),
  );
  if (found !== undefined) return found;
  const what = folder === '' ? 'The project' : `The worker service in ${folder}`;
  throw new ProjectError(
    `${what} has no main module: name it as "main" in ${folder}wrangler.jsonc, or call it one of ${DEFAULT_MAIN_MODULES.join(', ')}.`,
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

import {
  type Configuration,
  type Fields,
  NO_CONFIGURATION,
  readConfiguration,
} from './configuration';
import type { Diagnostic } from './diagnostic';
import type { Position } from './events';
import { ProjectError } from './project-error';
import type { Settings } from './settings';

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
  /** Whether it has the modules and globals of Node.js. */
  readonly nodeCompat: boolean;
  /** Bindings that are not supported, and the keys that ask for them. */
  readonly unsupportedBindings: Readonly<Record<string, string>>;
  /** Which service answers its `fetch()`; `undefined`: there is no network. */
  readonly outbound: string | undefined;
  /** The services that hear of each of its requests that ended. */
  readonly tailConsumers: readonly string[];
  /** What is not as it would be on Cloudflare. */
  readonly warnings: readonly Diagnostic[];
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

/** A folder with another worker service of the project: `workers/NAME/`. */
const WORKER_FOLDER = /^workers\/([^/]+)\//;

/**
 * Reads the configurations of the project's worker services: first the main one, then those in the
 * folders below `workers/`.
 * @throws {ProjectError} where a `wrangler.jsonc` does not parse or has a field of the wrong type, where
 * a service has no main module, where a binding or a tail consumer is a service that the project does
 * not have, or where services tail each other in a circle.
 */
export function readServices(
  files: ProjectFiles,
): readonly [main: ServiceConfiguration, ...others: ServiceConfiguration[]] {
  const folders = workerFolders(files);
  const main = readService(files, '', DEFAULT_NAME);
  const others = [...folders].map(([folder, name]) => readService(files, folder, name));
  const all = [main, ...others];
  const names = new Set<string>();
  for (const { service, positionOf } of all) {
    const { name } = service;
    if (names.has(name)) {
      throw new ProjectError(`Two worker services are named ${name}.`, positionOf(['name']));
    }
    names.add(name);
  }
  for (const read of all) requireServices(read, names);
  for (const read of all) requireNoTailCircle(read, all);
  return [main.service, ...others.map(({ service }) => service)];
}

/** The folders of the other worker services, and their names. */
function workerFolders(files: ProjectFiles): ReadonlyMap<string, string> {
  return new Map(
    Object.keys(files).flatMap((path): [string, string][] => {
      const [folder, name] = WORKER_FOLDER.exec(path) ?? [];
      return folder === undefined || name === undefined ? [] : [[folder, name]];
    }),
  );
}

/**
 * @throws {ProjectError} where a binding, a tail consumer or the outbound worker is none that the
 * project has.
 */
function requireServices({ service, fields, positionOf }: ReadService, names: Set<string>): void {
  const { name, outbound } = service;
  const rest = `and the project has none of that name. Its services: ${[...names].join(', ')}. Another is a folder workers/NAME/.`;
  for (const [index, bound] of (fields.services ?? []).entries()) {
    if (names.has(bound.service)) continue;
    throw new ProjectError(
      `The binding ${bound.binding} of ${name} is to a service ${JSON.stringify(bound.service)}, ${rest}`,
      positionOf(['services', index, 'service']),
    );
  }
  for (const [index, consumer] of service.tailConsumers.entries()) {
    if (names.has(consumer)) continue;
    throw new ProjectError(
      `A tail consumer of ${name} is a service ${JSON.stringify(consumer)}, ${rest}`,
      positionOf(['tail_consumers', index, 'service']),
    );
  }
  if (outbound === undefined) return;
  const position = positionOf(['isolab', 'outbound']);
  if (outbound === name) {
    throw new ProjectError(`"isolab.outbound": ${name} cannot answer its own fetch().`, position);
  }
  if (!names.has(outbound)) {
    throw new ProjectError(
      `"isolab.outbound" of ${name} is a service ${JSON.stringify(outbound)}, ${rest}`,
      position,
    );
  }
}

/**
 * A service may tail itself: it does not hear of the events that tell it. Over others it would hear of
 * them, and so make more of them without end; `workerd` dies of that.
 * @throws {ProjectError} where it would.
 */
function requireNoTailCircle(
  { service: { name, tailConsumers }, positionOf }: ReadService,
  all: readonly ReadService[],
): void {
  const heard = new Set(tailConsumers.filter((consumer) => consumer !== name));
  for (const each of heard) {
    const { service } = all.find((other) => other.service.name === each) ?? {};
    for (const next of service?.tailConsumers ?? []) heard.add(next);
  }
  if (!heard.has(name)) return;
  throw new ProjectError(
    `${name} would hear of its own tail events, over the services that tail its tail consumers: each would make another, without end.`,
    positionOf(['tail_consumers']),
  );
}

/**
 * The configuration of the main worker service.
 * @throws {ProjectError} as {@link readServices} does.
 */
export function readProject(files: ProjectFiles): ServiceConfiguration {
  return readServices(files)[0];
}

/** A service, and where its configuration has what. */
interface ReadService extends Pick<Configuration, 'fields' | 'positionOf'> {
  readonly service: ServiceConfiguration;
}

function readService(files: ProjectFiles, folder: string, defaultName: string): ReadService {
  const file = CONFIGURATION_FILES.map((name) => folder + name).find((name) =>
    Object.hasOwn(files, name),
  );
  const configuration =
    file === undefined ? NO_CONFIGURATION : readConfiguration(file, textOf(files, file));
  const { fields, positionOf, unsupportedBindings } = configuration;
  const services = (fields.services ?? []).map(
    ({ binding, ...service }) => [binding, service] as const,
  );
  return {
    fields,
    positionOf,
    service: {
      name: fields.name ?? defaultName,
      main: mainModule(files, folder, fields.main, file, positionOf(['main'])),
      services: Object.fromEntries(services),
      vars: fields.vars ?? {},
      unsupportedBindings,
      outbound: fields.isolab?.outbound,
      tailConsumers: (fields.tail_consumers ?? []).map(({ service }) => service),
      rules: fields.rules ?? [],
      nodeCompat: hasNodeCompat(fields),
      warnings: [...configuration.warnings, ...warningsAboutToml(files, folder)],
      settings: settingsOf(fields),
    },
  };
}

function warningsAboutToml(files: ProjectFiles, folder: string): Diagnostic[] {
  const file = `${folder}wrangler.toml`;
  if (!Object.hasOwn(files, file)) return [];
  const position = { file, line: 1, column: 1 };
  const message = 'wrangler.toml is not read here: write the configuration as wrangler.jsonc.';
  return [{ severity: 'warning', error: { name: 'Warning', message, position } }];
}

/** The path of the main module, or `undefined` where the project has none (or cannot be read). */
export function mainModuleOf(files: ProjectFiles): string | undefined {
  try {
    return readProject(files).main;
  } catch {
    return undefined;
  }
}

/** The paths of the main modules of all worker services; none of one whose configuration cannot be read. */
export function mainModulesOf(files: ProjectFiles): readonly string[] {
  return ['', ...workerFolders(files).keys()].flatMap((folder) => {
    try {
      return [readService(files, folder, DEFAULT_NAME).service.main];
    } catch {
      return [];
    }
  });
}

function mainModule(
  files: ProjectFiles,
  folder: string,
  configured: string | undefined,
  file: string | undefined,
  position: Position,
): string {
  if (configured !== undefined) {
    const path = folder + configured.replace(/^\.\//, '');
    if (Object.hasOwn(files, path)) return path;
    throw new ProjectError(
      `${file}: "main" names ${configured}, and the project has no such file. Its files: ${Object.keys(files).join(', ')}`,
      position,
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

const NODE_FLAGS: ReadonlySet<string> = new Set(['nodejs_compat', 'nodejs_compat_v2']);

/** A configuration that says nothing of flags has them, too. */
function hasNodeCompat({ compatibility_flags: flags }: Fields): boolean {
  return flags === undefined || flags.some((flag) => NODE_FLAGS.has(flag));
}

function settingsOf({ limits, isolab }: Fields): Partial<Settings> {
  return {
    ...(limits?.cpu_ms !== undefined && { cpuLimit: limits.cpu_ms }),
    ...(limits?.subrequests !== undefined && { subrequestLimit: limits.subrequests }),
    ...(isolab?.policy && { policy: isolab.policy }),
    ...(isolab?.startup && { startup: isolab.startup }),
    ...(isolab?.limiter !== undefined && { limiter: isolab.limiter }),
    ...(isolab?.cdn && { cdn: isolab.cdn }),
  };
}

function textOf(files: ProjectFiles, name: string): string {
  const content = files[name];
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

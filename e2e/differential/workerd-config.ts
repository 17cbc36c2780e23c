/** A project as workers of a `workerd` configuration, as wrangler would make them. */
import { parse } from 'jsonc-parser';
import { bundleAsWrangler, type Rule } from './wrangler-bundle';

type Files = Readonly<Record<string, string | Uint8Array>>;

interface WranglerConfiguration {
  readonly main?: string;
  readonly compatibility_date?: string;
  readonly compatibility_flags?: readonly string[];
  readonly vars?: Readonly<Record<string, unknown>>;
  readonly rules?: readonly Rule[];
  readonly services?: readonly {
    readonly binding: string;
    readonly service: string;
    readonly entrypoint?: string;
    readonly props?: Readonly<Record<string, unknown>>;
  }[];
  readonly tail_consumers?: readonly { readonly service: string }[];
  readonly isolab?: { readonly outbound?: string };
}

export interface WorkerConfig {
  /** Entries of the configuration's list of services; the project's main worker is `main`. */
  readonly workers: readonly string[];
  /** The files that they embed, by path. */
  readonly embedded: Readonly<Record<string, string | Uint8Array>>;
}

const DATE = '2026-08-01';
const FLAGS = ['nodejs_compat'];
const MAIN_MODULES = ['src/index.ts', 'src/index.js', 'index.ts', 'index.js', 'worker.js'];

/** @param tails Services that tail the main worker, after those that the project names. */
export async function workerConfig(
  files: Files,
  tails: readonly string[] = [],
): Promise<WorkerConfig> {
  const others = new Set(
    Object.keys(files).flatMap((path) => /^workers\/([^/]+)\//.exec(path)?.[1] ?? []),
  );
  const made = await Promise.all([
    worker('main', files, tails),
    ...[...others].map((name) => worker(name, filesBelow(files, `workers/${name}/`), [])),
  ]);
  return {
    workers: made.map(({ text }) => text),
    embedded: Object.assign({}, ...made.map(({ embedded }) => embedded)),
  };
}

function filesBelow(files: Files, folder: string): Files {
  return Object.fromEntries(
    Object.entries(files)
      .filter(([path]) => path.startsWith(folder))
      .map(([path, content]) => [path.slice(folder.length), content]),
  );
}

async function worker(name: string, files: Files, moreTails: readonly string[]) {
  const configuration: WranglerConfiguration = parse(String(files['wrangler.jsonc'] ?? '{}'));
  const main = configuration.main ?? MAIN_MODULES.find((path) => Object.hasOwn(files, path));
  if (main === undefined) throw new Error(`${name} has no main module.`);
  const bundle = await bundleAsWrangler(files, main, configuration.rules);
  const embedded: Record<string, string | Uint8Array> = { [`${name}/worker.js`]: bundle.main };
  const modules = [`(name = "worker.js", esModule = embed "${name}/worker.js")`];
  for (const { name: module, kind, content } of bundle.modules) {
    const path = `${name}/${module.slice('./'.length)}`;
    embedded[path] = content;
    modules.push(`(name = ${quoted(module.slice('./'.length))}, ${kind} = embed ${quoted(path)})`);
  }
  const flags = configuration.compatibility_flags ?? FLAGS;
  const bindings = [
    ...Object.entries(configuration.vars ?? {}).map(varBinding),
    ...(configuration.services ?? []).map(serviceBinding),
  ];
  const code = bundle.isServiceWorker
    ? `serviceWorkerScript = embed "${name}/worker.js"`
    : `modules = [${modules.join(', ')}]`;
  const { outbound: answers } = configuration.isolab ?? {};
  const outbound = answers === undefined ? '' : `, globalOutbound = ${quoted(answers)}`;
  const tails = [...tailConsumersIn(configuration), ...moreTails].map(quoted).join(', ');
  const text = `(name = "${name}", worker = (${code},
    compatibilityDate = "${dateIn(configuration)}",
    compatibilityFlags = [${flags.map(quoted).join(', ')}],
    bindings = [${bindings.join(', ')}]${outbound}, tails = [${tails}]))`;
  return { text, embedded };
}

function tailConsumersIn({ tail_consumers: consumers = [] }: WranglerConfiguration): string[] {
  return consumers.map(({ service }) => service);
}

/** A template has a word in its place. */
function dateIn({ compatibility_date: date = DATE }: WranglerConfiguration): string {
  return /^\d{4}-\d\d-\d\d$/.test(date) ? date : DATE;
}

function serviceBinding({
  binding,
  service,
  entrypoint,
  props,
}: NonNullable<WranglerConfiguration['services']>[number]): string {
  const designator = [
    `name = ${quoted(service)}`,
    ...(entrypoint === undefined ? [] : [`entrypoint = ${quoted(entrypoint)}`]),
    ...(props === undefined ? [] : [`props = (json = ${quoted(JSON.stringify(props))})`]),
  ];
  return `(name = ${quoted(binding)}, service = (${designator.join(', ')}))`;
}

function varBinding([name, value]: [string, unknown]): string {
  return typeof value === 'string'
    ? `(name = ${quoted(name)}, text = ${quoted(value)})`
    : `(name = ${quoted(name)}, json = ${quoted(JSON.stringify(value))})`;
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

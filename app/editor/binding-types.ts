import type { ProjectFiles } from '../../runtime-worker/index';
import { type ConfiguredWorker, fieldOf, listOf, stringOf } from './configured-workers';

/** A property of `Env`. */
export interface Declared {
  readonly name: string;
  readonly type: string;
  /** A variable or a secret, which is text in `process.env`. */
  readonly text: boolean;
}

interface Around {
  readonly worker: ConfiguredWorker;
  readonly workers: readonly ConfiguredWorker[];
  readonly files: ProjectFiles;
}

/** Lists of bindings: key of the configuration, which field names the binding, its type. In wrangler's order. */
const LISTS = [
  ['kv_namespaces', 'binding', 'KVNamespace'],
  ['r2_buckets', 'binding', 'R2Bucket'],
  ['d1_databases', 'binding', 'D1Database'],
  ['vectorize', 'binding', 'VectorizeIndex'],
  ['hyperdrive', 'binding', 'Hyperdrive'],
  ['send_email', 'name', 'SendEmail'],
  ['analytics_engine_datasets', 'binding', 'AnalyticsEngineDataset'],
  ['dispatch_namespaces', 'binding', 'DispatchNamespace'],
  ['mtls_certificates', 'binding', 'Fetcher'],
  ['queues.producers', 'binding', 'Queue'],
  ['secrets_store_secrets', 'binding', 'SecretsStoreSecret'],
  ['artifacts', 'binding', 'Artifacts'],
  ['unsafe_hello_world', 'binding', 'HelloWorldBinding'],
  ['flagship', 'binding', 'Flagship'],
  ['ratelimits', 'name', 'RateLimit'],
  ['worker_loaders', 'binding', 'WorkerLoader'],
  ['vpc_services', 'binding', 'Fetcher'],
  ['vpc_networks', 'binding', 'Fetcher'],
  ['ai_search_namespaces', 'binding', 'AiSearchNamespace'],
  ['ai_search', 'binding', 'AiSearchInstance'],
] as const;

/** Keys with one binding each. */
const SINGLE = [
  ['browser', 'Fetcher'],
  ['ai', 'Ai'],
  ['images', 'ImagesBinding'],
  ['stream', 'StreamBinding'],
  ['media', 'MediaBinding'],
  ['version_metadata', 'WorkerVersionMetadata'],
  ['assets', 'Fetcher'],
] as const;

const PIPELINE =
  'import("cloudflare:pipelines").Pipeline<import("cloudflare:pipelines").PipelineRecord>';

/**
 * What a configuration, or one environment of it, puts into `Env`: in the order of `wrangler types`.
 * @param whole the configuration, whose secrets, files and the like every environment has.
 */
export function bindingTypes(part: unknown, whole: unknown, around: Around): readonly Declared[] {
  const found = new Map<string, Declared>();
  const add = (name: string | undefined, type: string, text = false) => {
    if (name !== undefined && !found.has(name)) found.set(name, { name, type, text });
  };
  const entries = (path: string) =>
    listOf(path.split('.').reduce((value: unknown, key) => fieldOf(value, key), part));
  const secrets = secretsOf(part, whole, around);

  for (const [key, field, type] of LISTS) {
    for (const entry of entries(key)) add(stringOf(entry, field), type);
  }
  if (entries('logfwdr.bindings').length > 0) add('LOGFWDR_SCHEMA', 'any');
  for (const [key, type] of SINGLE) add(stringOf(fieldOf(part, key), 'binding'), type);
  for (const entry of entries('pipelines')) add(stringOf(entry, 'binding'), PIPELINE);
  for (const [name, value] of Object.entries(fieldOf(part, 'vars') ?? {})) {
    if (!secrets.includes(name)) add(name, JSON.stringify(value) ?? 'unknown', true);
  }
  for (const name of secrets) add(name, 'string', true);
  for (const entry of entries('durable_objects.bindings')) {
    add(stringOf(entry, 'name'), durableObjectType(entry, around));
  }
  for (const entry of entries('services'))
    add(stringOf(entry, 'binding'), serviceType(entry, around));
  for (const entry of entries('workflows'))
    add(stringOf(entry, 'binding'), workflowType(entry, around));
  for (const entry of entries('unsafe.bindings')) {
    add(stringOf(entry, 'name'), stringOf(entry, 'type') === 'ratelimit' ? 'RateLimit' : 'any');
  }
  if (part !== whole) return [...found.values()];
  for (const name of Object.keys(fieldOf(whole, 'data_blobs') ?? {})) add(name, 'ArrayBuffer');
  for (const name of Object.keys(fieldOf(whole, 'text_blobs') ?? {})) add(name, 'string');
  return [...found.values()];
}

/** Those that the configuration requires; where it says nothing of them, those of `.dev.vars`. */
function secretsOf(part: unknown, whole: unknown, { worker, files }: Around): readonly string[] {
  const environments: unknown[] = Object.values(fieldOf(whole, 'env') ?? {});
  const required = (each: unknown) => fieldOf(each, 'secrets');
  if ([whole, ...environments].some((each) => required(each) !== undefined)) {
    return listOf(fieldOf(required(part), 'required')).map(String);
  }
  const text = files[`${worker.folder}.dev.vars`];
  if (typeof text !== 'string') return [];
  return [...text.matchAll(/^\s*(?:export\s+)?([\w.-]+)\s*[=:]/gm)].map(([, name]) => name ?? '');
}

function durableObjectType(entry: unknown, around: Around): string {
  const { script, type, name } = classOf(entry, around);
  if (type !== undefined) return `DurableObjectNamespace<${type}>`;
  return `DurableObjectNamespace /* ${name}${script === undefined ? '' : ` from ${script}`} */`;
}

function workflowType(entry: unknown, around: Around): string {
  const { script, type, name } = classOf(entry, around);
  if (type !== undefined) return `Workflow<Parameters<${type}['run']>[0]['payload']>`;
  return `Workflow /* ${name}${script === undefined ? '' : ` from ${script}`} */`;
}

function serviceType(entry: unknown, around: Around): string {
  const service = stringOf(entry, 'service') ?? '';
  const entrypoint = stringOf(entry, 'entrypoint');
  const other = around.workers.find(({ name }) => name === service);
  const type = exportOf(other, entrypoint ?? 'default', around);
  if (type !== undefined) return `Service<typeof ${type}>`;
  const comment = inComment(service);
  if (entrypoint === undefined) return `Fetcher /* ${comment} */`;
  return `Service /* entrypoint ${inComment(entrypoint)} from ${comment} */`;
}

/** The class that a Durable Object or a Workflow names, of this Worker or of another. */
function classOf(entry: unknown, around: Around) {
  const script = stringOf(entry, 'script_name');
  const name = stringOf(entry, 'class_name') ?? '';
  const owner =
    script === undefined ? around.worker : around.workers.find((worker) => worker.name === script);
  return {
    name: inComment(name),
    script: script && inComment(script),
    type: exportOf(owner, name, around),
  };
}

/** An export of a Worker's main module as a type, where it has that. */
function exportOf(
  owner: ConfiguredWorker | undefined,
  name: string,
  { worker, files }: Around,
): string | undefined {
  if (owner?.main === undefined || !/^[\w$]+$/.test(name)) return undefined;
  const text = files[owner.main];
  if (typeof text !== 'string' || !hasExport(text, name)) return undefined;
  const up = '../'.repeat(worker.folder.split('/').length - 1);
  const inside = owner.main.startsWith(worker.folder);
  const path = inside ? `./${owner.main.slice(worker.folder.length)}` : up + owner.main;
  return `import(${JSON.stringify(path.replace(/\.\w+$/, ''))}).${name}`;
}

/** As far as can be told without parsing; `export *` may bring anything. */
function hasExport(text: string, name: string): boolean {
  if (name === 'default' && /\bexport\s+default\b/.test(text)) return true;
  const escaped = name.replaceAll('$', '\\$');
  const declared = `(?:abstract\\s+)?(?:class|const|let|var|function)\\s+${escaped}\\b`;
  const listed = `\\{[^}]*\\b${escaped}\\s*[,}]`;
  return new RegExp(`\\bexport\\s+(?:${declared}|${listed})|\\bexport\\s*\\*\\s*from`).test(text);
}

/** What a configuration names must not end the comment that it stands in. */
function inComment(text: string): string {
  return text.replaceAll('*/', '* /');
}

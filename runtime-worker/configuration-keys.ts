/**
 * What becomes here of each key that wrangler knows at the top of `wrangler.jsonc`: all those of the
 * JSON schema of wrangler 4.86 (`config-schema.json` of its npm package).
 */
export type KeyMeaning =
  /** Read here. */
  | { readonly kind: 'supported' }
  /** About deploying or building: there is nothing to miss here. */
  | { readonly kind: 'harmless' }
  /** Code may count on it, and it is not done here. */
  | { readonly kind: 'unsupported'; readonly instead?: string }
  /** Makes bindings, which are not done here. */
  | { readonly kind: 'bindings'; readonly instead?: string };

const SUPPORTED =
  '$schema name main compatibility_date compatibility_flags vars limits rules services tail_consumers';

const HARMLESS =
  'account_id base_dir compliance_region dev first_party_worker keep_names keep_vars legacy_env logpush migrations minify no_bundle observability placement preserve_file_names find_additional_modules preview_urls previews route routes secrets send_metrics triggers tsconfig upload_source_maps workers_dev';

const UNSUPPORTED: Readonly<Record<string, string>> = {
  alias: 'import the module by its own name',
  build: 'put what it makes into the project',
  cloudchamber: '',
  containers: '',
  define: 'use "vars"',
  env: 'what stands at the top is used for every environment',
  jsx_factory: 'set it in tsconfig.json',
  jsx_fragment: 'set it in tsconfig.json',
  logfwdr: '',
  pages_build_output_dir: 'this is a playground for Workers: name the main module as "main"',
  python_modules: '',
  site: 'import the files as modules',
  streaming_tail_consumers: '',
  unsafe: '',
  data_blobs: 'import the file as a module',
  text_blobs: 'import the file as a module',
  wasm_modules: 'import the file as a module',
};

/** An entry of theirs names a binding as `binding` or `name`. */
const BINDINGS =
  'ai ai_search ai_search_namespaces analytics_engine_datasets artifacts assets browser d1_databases dispatch_namespaces durable_objects flagship hyperdrive images kv_namespaces media mtls_certificates pipelines queues r2_buckets ratelimits secrets_store_secrets send_email stream unsafe_hello_world vectorize version_metadata vpc_networks vpc_services worker_loaders workflows';

const MEANINGS: ReadonlyMap<string, KeyMeaning> = new Map<string, KeyMeaning>([
  ...SUPPORTED.split(' ').map((key) => [key, { kind: 'supported' }] as const),
  ...HARMLESS.split(' ').map((key) => [key, { kind: 'harmless' }] as const),
  ...Object.entries(UNSUPPORTED).map(
    ([key, instead]) => [key, { kind: 'unsupported', ...(instead && { instead }) }] as const,
  ),
  ...BINDINGS.split(' ').map((key) => [key, { kind: 'bindings' }] as const),
  ['isolab', { kind: 'supported' }],
]);

/** What a key means here; `undefined` where wrangler does not know it either. */
export function meaningOf(key: string): KeyMeaning | undefined {
  return MEANINGS.get(key);
}

/** The bindings that the value of such a key would make, by name. */
export function bindingsIn(value: unknown): string[] {
  return entriesOf(value).flatMap((entry) => {
    const name = fieldOf(entry, 'binding') ?? fieldOf(entry, 'name');
    return typeof name === 'string' ? [name] : [];
  });
}

/** `[…]`, `{ bindings: […] }` of Durable Objects, `{ producers: […] }` of queues, or one by itself. */
function entriesOf(value: unknown): readonly unknown[] {
  const list = fieldOf(value, 'bindings') ?? fieldOf(value, 'producers') ?? value;
  return Array.isArray(list) ? list : [list];
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
}

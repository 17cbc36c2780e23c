import type { ProjectFiles } from '../../runtime-worker/index';
import { bindingTypes, type Declared } from './binding-types';
import {
  type ConfiguredWorker,
  configuredWorkers,
  fieldOf,
  listOf,
  stringOf,
} from './configured-workers';
import { processEnvironment } from './process-environment';

/** What a file of a text, of bytes or of Wasm is imported as where no rule says so: wrangler's own rules. */
const DEFAULT_MODULES: ReadonlyMap<string, string> = new Map([
  ['*.txt', 'string'],
  ['*.html', 'string'],
  ['*.sql', 'string'],
  ['*.bin', 'ArrayBuffer'],
  ['*.wasm', 'WebAssembly.Module'],
  ['*.wasm?module', 'WebAssembly.Module'],
]);

const RULE_TYPES: ReadonlyMap<unknown, string> = new Map([
  ['CompiledWasm', 'WebAssembly.Module'],
  ['Data', 'ArrayBuffer'],
  ['Text', 'string'],
]);

/**
 * What `wrangler types` (4.86) writes into `worker-configuration.d.ts` for a Worker of the project, without
 * the runtime's types: `Env` with its variables, as the literals that they are, its secrets and bindings,
 * those too that are not done here. A binding to another Worker of the project has that one's class.
 * @param folder of the Worker: `''`, or `workers/NAME/`. The text stands in a file there.
 */
export function environmentTypes(files: ProjectFiles, folder: string): string {
  const workers = configuredWorkers(files);
  const worker = workers.find((each) => each.folder === folder);
  if (!worker) return '';
  const { lines, declared } = interfacesOf(worker, workers, files);
  return `declare namespace Cloudflare {${globalProps(worker)}
${lines.join('\n')}
}
interface Env extends Cloudflare.Env {}${processEnvironment(worker.configuration, declared)}
`;
}

/** The modules of other types than code, by what their names end in. */
export function assetTypes(files: ProjectFiles, folder: string): string {
  const worker = configuredWorkers(files).find((each) => each.folder === folder);
  const types = new Map(DEFAULT_MODULES);
  for (const rule of listOf(fieldOf(worker?.configuration, 'rules'))) {
    const type = RULE_TYPES.get(fieldOf(rule, 'type'));
    if (type === undefined) continue;
    for (const glob of listOf(fieldOf(rule, 'globs'))) {
      if (typeof glob === 'string') types.set(moduleName(glob), type);
    }
  }
  return [...types]
    .map(
      ([name, type]) =>
        `declare module ${JSON.stringify(name)} {\n\tconst value: ${type};\n\texport default value;\n}`,
    )
    .join('\n');
}

function interfacesOf(
  worker: ConfiguredWorker,
  workers: readonly ConfiguredWorker[],
  files: ProjectFiles,
): { readonly lines: readonly string[]; readonly declared: readonly Declared[] } {
  const { configuration } = worker;
  const read = (part: unknown) => bindingTypes(part, configuration, { worker, workers, files });
  const top = read(configuration);
  const environments = Object.entries(fieldOf(configuration, 'env') ?? {});
  if (environments.length === 0) {
    const own = top.map(({ name, type }) => `\t\t${keyOf(name)}: ${type};`);
    return { lines: ['\tinterface Env {', ...own, '\t}'], declared: top };
  }
  const parts = environments.map(([name, part]) => ({ name, declared: read(part) }));
  const all = [...parts.map(({ declared }) => declared), top];
  const union = new Map<string, Declared & { types: Set<string> }>();
  for (const each of all.flat()) {
    const known = union.get(each.name);
    if (known) known.types.add(each.type);
    else union.set(each.name, { ...each, types: new Set([each.type]) });
  }
  const declared = [...union.values()];
  return {
    declared,
    lines: [
      ...parts.flatMap(({ name, declared }) =>
        declared.length === 0
          ? [`\tinterface ${interfaceName(name)} {}`]
          : [
              `\tinterface ${interfaceName(name)} {`,
              ...declared.map(({ name, type }) => `\t\t${keyOf(name)}: ${type};`),
              '\t}',
            ],
      ),
      '\tinterface Env {',
      ...declared.map(({ name, types }) => {
        const everywhere = all.every((part) => part.some((each) => each.name === name));
        return `\t\t${keyOf(name)}${everywhere ? '' : '?'}: ${[...types].join(' | ')};`;
      }),
      '\t}',
    ],
  };
}

function globalProps({ folder, main, configuration }: ConfiguredWorker): string {
  if (main === undefined) return '';
  const classes = durableClasses(configuration).map((name) => JSON.stringify(name));
  return `
	interface GlobalProps {
		mainModule: typeof import(${JSON.stringify(`./${main.slice(folder.length).replace(/\.\w+$/, '')}`)});${
      classes.length > 0 ? `\n\t\tdurableNamespaces: ${classes.join(' | ')};` : ''
    }
	}`;
}

/** Those that the migrations leave. */
function durableClasses(configuration: unknown): string[] {
  const classes = new Set<string>();
  const names = (migration: unknown, key: string) => listOf(fieldOf(migration, key)).map(String);
  for (const migration of listOf(fieldOf(configuration, 'migrations'))) {
    for (const name of names(migration, 'deleted_classes')) classes.delete(name);
    for (const renamed of listOf(fieldOf(migration, 'renamed_classes'))) {
      classes.delete(stringOf(renamed, 'from') ?? '');
      classes.add(stringOf(renamed, 'to') ?? '');
    }
    for (const name of names(migration, 'new_classes')) classes.add(name);
    for (const name of names(migration, 'new_sqlite_classes')) classes.add(name);
  }
  classes.delete('');
  return [...classes];
}

function keyOf(name: string): string {
  return /^[a-zA-Z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

/** `pre-view` is `PreViewEnv`. */
function interfaceName(environment: string): string {
  const name = environment
    .split(/[-_]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join('')
    .replace(/\W/g, '');
  return name.endsWith('Env') ? name : `${name}Env`;
}

/** TypeScript has one `*` in the name of a module. */
function moduleName(glob: string): string {
  if (!glob.includes('*')) return glob;
  if (glob.includes('.')) return `*.${glob.split('.').at(-1)}`;
  return glob.replace('**/*', '*').replace('**/', '*/').replace('/**', '/*');
}

import type { Bundle, ProjectFiles } from '../../runtime-worker/index';
import {
  type ConfiguredWorker,
  configuredWorkers,
  fieldOf,
  listOf,
  stringOf,
} from '../editor/configured-workers';

/** The first line of a configuration that was made here, and may be made again. */
export const MADE_HERE = '# Made by Isolab for workerd alone.';

/** Where a project says none. */
export const DATE = '2026-11-17';
/** From this date on it is there by itself, and named it is warned of. */
const NODE_COMPAT_BY_ITSELF = '2026-08-04';

/** Files for `workerd`, by path. */
type Files = Record<string, string | Uint8Array<ArrayBuffer>>;

/**
 * What `workerd serve config.capnp` needs: the configuration in Cap'n Proto's text, and below `dist/` what
 * it embeds.
 * @param bundles By the name of the worker service.
 * @see https://github.com/cloudflare/workerd/blob/main/src/workerd/server/workerd.capnp
 */
export function workerdFiles(files: ProjectFiles, bundles: ReadonlyMap<string, Bundle>): Files {
  const made: Files = {};
  const services: string[] = [];
  const workers = configuredWorkers(files);
  for (const worker of workers) {
    const bundle = bundles.get(worker.name);
    if (!bundle) continue;
    const folder = `dist/${worker.folder === '' ? 'main' : worker.folder.split('/')[1]}`;
    made[`${folder}/worker.js`] = bundle.code;
    for (const { name, content } of bundle.modules) made[`${folder}/${name}`] = content;
    services.push(serviceOf(worker, bundle, folder));
  }
  made['config.capnp'] = `${MADE_HERE}
#
#   npx workerd serve config.capnp
#
# Then it listens on http://localhost:8080. The modules in dist/ are those of the project as JavaScript.

using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
${services.map((service) => indented(service, 4)).join(',\n')}
  ],
  sockets = [
    (name = "http", address = "*:8080", http = (), service = ${quoted(workers[0]?.name ?? '')})
  ],
);
`;
  return made;
}

function serviceOf(
  { name, configuration }: ConfiguredWorker,
  { serviceWorker, modules }: Bundle,
  folder: string,
): string {
  const main = `${quoted(`${folder}/worker.js`)}`;
  const all = [
    `(name = "worker.js", esModule = embed ${main})`,
    ...modules.map(
      (module) =>
        `(name = ${quoted(module.name)}, ${module.kind} = embed ${quoted(`${folder}/${module.name}`)})`,
    ),
  ];
  const code = serviceWorker ? `serviceWorkerScript = embed ${main}` : `modules = ${listed(all)}`;
  const outbound = stringOf(fieldOf(configuration, 'isolab'), 'outbound');
  const lines = [
    code,
    `compatibilityDate = ${quoted(dateIn(configuration))}`,
    `compatibilityFlags = [${flagsIn(configuration).map(quoted).join(', ')}]`,
    `bindings = ${listed(bindingsOf(configuration))}`,
    ...(outbound === undefined ? [] : [`globalOutbound = ${quoted(outbound)}`]),
    `tails = [${listOf(fieldOf(configuration, 'tail_consumers'))
      .flatMap((consumer) => stringOf(consumer, 'service') ?? [])
      .map(quoted)
      .join(', ')}]`,
  ];
  return `(name = ${quoted(name)}, worker = (\n${lines.map((line) => indented(`${line},`, 2)).join('\n')}\n))`;
}

function dateIn(configuration: unknown): string {
  const date = stringOf(configuration, 'compatibility_date') ?? DATE;
  return /^\d{4}-\d\d-\d\d$/.test(date) ? date : DATE;
}

/** Where none are said, this playground has the modules of Node.js. */
function flagsIn(configuration: unknown): string[] {
  const flags = fieldOf(configuration, 'compatibility_flags');
  if (flags !== undefined) return listOf(flags).map(String);
  return dateIn(configuration) < NODE_COMPAT_BY_ITSELF ? ['nodejs_compat'] : [];
}

function bindingsOf(configuration: unknown): string[] {
  return [
    ...Object.entries(fieldOf(configuration, 'vars') ?? {}).map(([name, value]) =>
      typeof value === 'string'
        ? `(name = ${quoted(name)}, text = ${quoted(value)})`
        : `(name = ${quoted(name)}, json = ${quoted(JSON.stringify(value))})`,
    ),
    ...listOf(fieldOf(configuration, 'services')).flatMap((service) => {
      const name = stringOf(service, 'binding');
      const to = stringOf(service, 'service');
      if (name === undefined || to === undefined) return [];
      const entrypoint = stringOf(service, 'entrypoint');
      const props = fieldOf(service, 'props');
      const parts = [
        `name = ${quoted(to)}`,
        ...(entrypoint === undefined ? [] : [`entrypoint = ${quoted(entrypoint)}`]),
        ...(props === undefined ? [] : [`props = (json = ${quoted(JSON.stringify(props))})`]),
      ];
      return [`(name = ${quoted(name)}, service = (${parts.join(', ')}))`];
    }),
  ];
}

function listed(entries: readonly string[]): string {
  if (entries.length === 0) return '[]';
  return `[\n${entries.map((entry) => `  ${entry},`).join('\n')}\n]`;
}

function indented(text: string, by: number): string {
  return text.replace(/^/gm, ' '.repeat(by));
}

/** A text of Cap'n Proto's: escapes are those of C. */
function quoted(text: string): string {
  const escaped = text
    .replace(/["\\]/g, '\\$&')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is escaped
    .replace(/[\u0000-\u001f\u007f]/g, (character) => {
      return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
    });
  return `"${escaped}"`;
}

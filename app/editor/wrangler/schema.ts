import { parse } from 'jsonc-parser';
import { jsonDefaults } from 'monaco-editor/languages/features/json/register';
import type { ProjectFiles } from '../../../runtime-worker/index';
import { stringOf } from '../configured-workers';
import { ISOLAB_KEY } from './isolab-key';

/** Ours, for files that name no schema. */
const SCHEMA = 'isolab://wrangler/config-schema.json';

/** What a `$schema` calls wrangler's, wherever it says that it is. */
const WRANGLERS = /(?:^|[/@])wrangler(?:@[^/]*)?\/config-schema\.json$/;

let asked: Promise<object> | undefined;
let given = '';

export function isWranglerConfiguration(path: string): boolean {
  return /(?:^|\/)wrangler\.jsonc?$/.test(path);
}

/**
 * Has Monaco know what may stand in a `wrangler.jsonc`: keys, values, and what they mean. Loaded when
 * first asked for.
 * @param files whose `$schema`, where they name wrangler's own, means the one that comes with the page.
 */
export async function provideWranglerSchema(files: ProjectFiles): Promise<void> {
  asked ??= loadSchema();
  const schema = await asked;
  const names = schemasNamedBy(files);
  // Monaco starts its JSON service again with each change.
  if (given === names.join('\n')) return;
  given = names.join('\n');
  jsonDefaults.setDiagnosticsOptions({
    ...jsonDefaults.diagnosticsOptions,
    schemas: [
      { uri: SCHEMA, fileMatch: ['wrangler.jsonc', 'wrangler.json'], schema },
      ...names.filter((uri) => uri !== SCHEMA).map((uri) => ({ uri, schema: { $ref: SCHEMA } })),
    ],
  });
}

/** wrangler's own schema, and the one key that is ours. */
async function loadSchema(): Promise<object> {
  const { default: schema } = await import('virtual:wrangler-schema');
  const { definitions } = schema;
  const { RawConfig } = definitions;
  const properties = { ...RawConfig.properties, isolab: ISOLAB_KEY };
  return { ...schema, definitions: { ...definitions, RawConfig: { ...RawConfig, properties } } };
}

/** As URIs, the way Monaco resolves them: relative to the file. */
function schemasNamedBy(files: ProjectFiles): string[] {
  const named = Object.entries(files).flatMap(([path, text]) => {
    if (!isWranglerConfiguration(path) || typeof text !== 'string') return [];
    const name = stringOf(parse(text, [], { allowTrailingComma: true }), '$schema');
    if (name === undefined || !WRANGLERS.test(name)) return [];
    const base = `file:///${encodeURI(path)}`;
    return URL.canParse(name, base) ? [new URL(name, base).href] : [];
  });
  return [SCHEMA, ...new Set(named)].toSorted();
}

import { parse } from 'jsonc-parser';
import { compressToEncodedURIComponent } from 'lz-string';
import { transform } from 'sucrase';
import * as v from 'valibot';
import { type ProjectFiles, readProject } from '../../../runtime-worker/index';
import { LinkError } from '../link-error';

const PLAYGROUND = 'https://workers.cloudflare.com/playground';

const SCRIPT = /\.(m?[jt]s|[jt]sx)$/;
const TEXT = /\.(txt|html)$/;
const OTHER_WORKER = /^workers\/[^/]+\//;

const Compatibility = v.object({
  compatibility_date: v.fallback(v.optional(v.string()), undefined),
  compatibility_flags: v.fallback(v.optional(v.array(v.string())), undefined),
});

export interface CloudflareLink {
  readonly url: string;
  /** Paths of the files that Cloudflare's Playground has no place for. */
  readonly left: readonly string[];
}

/**
 * Makes a link of Cloudflare's Playground with the main worker, as their own page makes them. That runs
 * JavaScript as it is: types are taken out, and imports name the modules that come of it.
 * @throws {ProjectError} where the project cannot be read.
 * @throws {LinkError} where a module does not parse.
 */
export async function makeCloudflareLink(files: ProjectFiles): Promise<CloudflareLink> {
  const { main } = readProject(files);
  const names = newNames(files);
  const form = new FormData();
  const left: string[] = [];
  for (const [path, content] of Object.entries(files)) {
    const name = names.get(path);
    if (typeof content === 'string' && name !== undefined) {
      const text = withNewNames(javaScriptOf(path, content), path, names);
      form.set(name, new Blob([text], { type: 'application/javascript+module' }), name);
    } else if (typeof content === 'string' && isText(path)) {
      form.set(path, new Blob([content], { type: 'text/plain' }), path);
    } else if (!isConfiguration(path)) {
      left.push(path);
    }
  }
  const metadata = { ...compatibilityOf(files), main_module: names.get(main) ?? main };
  form.set('metadata', new Blob([JSON.stringify(metadata)], { type: 'application/json' }));
  return { url: `${PLAYGROUND}#${await packed(form)}`, left };
}

async function packed(form: FormData): Promise<string> {
  const response = new Response(form);
  const type = response.headers.get('content-type') ?? '';
  return compressToEncodedURIComponent(`${type}:${await response.text()}`);
}

/** By path: what each script of the main worker is called as JavaScript. */
function newNames(files: ProjectFiles): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const path of Object.keys(files)) {
    if (!SCRIPT.test(path) || path.endsWith('.d.ts') || OTHER_WORKER.test(path)) continue;
    const name = path.replace(/\.(mjs|mts|tsx?|jsx)$/, '.js');
    // Beside a.js, a.ts cannot be called the same.
    names.set(path, name !== path && Object.hasOwn(files, name) ? `${path}.js` : name);
  }
  return names;
}

function isText(path: string): boolean {
  return TEXT.test(path) && !OTHER_WORKER.test(path);
}

function isConfiguration(path: string): boolean {
  return path === 'wrangler.jsonc' || path === 'wrangler.json';
}

function javaScriptOf(path: string, text: string): string {
  const typed = /\.(m?ts|tsx)$/.test(path);
  const jsx = /\.[jt]sx$/.test(path);
  if (!typed && !jsx) return text;
  try {
    return transform(text, {
      transforms: [...(typed ? ['typescript' as const] : []), ...(jsx ? ['jsx' as const] : [])],
      disableESTransforms: true,
      production: true,
    }).code;
  } catch (error) {
    throw new LinkError(
      `${path} does not parse: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** What an import or an export from another module of the project names. */
const SPECIFIER = /(\bfrom\s*|\bimport\s*\(?\s*)(['"])(\.{1,2}\/[^'"\n]+)\2/g;

function withNewNames(text: string, path: string, names: ReadonlyMap<string, string>): string {
  return text.replace(SPECIFIER, (whole, before, quote, specifier) => {
    const target = new URL(specifier, `file:///${path}`).pathname.slice(1);
    const found = candidates(decodeURI(target)).find((each) => names.has(each));
    const name = found !== undefined && names.get(found);
    return name ? `${before}${quote}${relative(path, name)}${quote}` : whole;
  });
}

/** The paths that a specifier may mean, as bundlers look for them. */
function candidates(target: string): readonly string[] {
  const bare = target.replace(/\.m?js$/, '');
  return [
    target,
    ...['.ts', '.js', '.mts', '.mjs', '.tsx', '.jsx'].map((extension) => target + extension),
    ...['.ts', '.mts', '.tsx'].map((extension) => bare + extension),
    ...['/index.ts', '/index.js'].map((index) => target + index),
  ];
}

function relative(from: string, to: string): string {
  const above = from.split('/').slice(0, -1);
  const below = to.split('/');
  let common = 0;
  while (common < above.length && above[common] === below[common]) common += 1;
  const up = above.slice(common).map(() => '..');
  return [...(up.length > 0 ? up : ['.']), ...below.slice(common)].join('/');
}

function compatibilityOf(files: ProjectFiles): v.InferOutput<typeof Compatibility> {
  const text = files['wrangler.jsonc'] ?? files['wrangler.json'];
  const configuration: unknown = typeof text === 'string' ? parse(text) : {};
  const read = v.safeParse(Compatibility, configuration);
  return read.success ? read.output : {};
}

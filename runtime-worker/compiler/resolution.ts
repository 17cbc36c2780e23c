import type { RuntimeModule } from '../runtime-modules';
import type { Compilation } from './compilation';
import { isRuntimeModule } from './module-ids';
import { MODULE_EXTENSIONS } from './module-kinds';
import { nodeModuleOf } from './node-modules';
import { parsePackageName } from './packages';

/** What an import leads to. */
export type Resolution =
  | { readonly to: 'file'; readonly path: string }
  | { readonly to: 'runtime'; readonly module: RuntimeModule }
  /** `module` is without `node:`. */
  | { readonly to: 'node'; readonly module: string }
  /** A module of an npm package; `hint`: what may be meant instead. */
  | { readonly to: 'package'; readonly hint: string }
  | { readonly to: 'nothing'; readonly why: string };

/** Tried in this order after a specifier without one, for the file and then for `index` in the folder. */
const GUESSED_EXTENSIONS = ['.ts', '.tsx', '.mts', '.js', '.jsx', '.mjs', '.cjs', '.json'] as const;

/** TypeScript's authors name the output: the file may be the source of it. */
const SOURCES_OF: ReadonlyMap<string, readonly string[]> = new Map([
  ['.js', ['.ts', '.tsx']],
  ['.jsx', ['.tsx']],
  ['.mjs', ['.mts']],
  ['.cjs', ['.cts']],
]);

/** What of a compile imports are resolved in. */
type Project = Pick<Compilation, 'files' | 'kinds' | 'nodeCompat'>;

const RELATIVE = /^\.{1,2}(?:\/|$)/;

/**
 * Where an import leads.
 * @param specifier as it is written in the import
 * @param importer path of the importing file
 */
export function resolve(project: Project, specifier: string, importer: string): Resolution {
  if (isRuntimeModule(specifier)) return { to: 'runtime', module: specifier };
  if (RELATIVE.test(specifier)) return resolveRelative(project, specifier, importer);
  const node = nodeModuleOf(specifier);
  if (node !== undefined && project.nodeCompat) return { to: 'node', module: node };
  const why = whyNotAbsolute(specifier, importer);
  if (why !== undefined) return { to: 'nothing', why };
  return { to: 'package', hint: hintAtFile(project, specifier, importer) };
}

function resolveRelative(
  { files, kinds }: Project,
  specifier: string,
  importer: string,
): Resolution {
  const base = join(importer, specifier);
  if (base === undefined) {
    return {
      to: 'nothing',
      why: `Could not resolve "${specifier}" from ${importer}: it leads out of the project.`,
    };
  }
  const tried = candidates(base, specifier);
  const found = tried.filter((candidate) => files.has(candidate));
  const path = found.find((candidate) => kinds.of(candidate) !== undefined) ?? found[0];
  if (path === undefined) {
    return {
      to: 'nothing',
      why: `Could not resolve "${specifier}" from ${importer}: the project has no such file. ${describeTried(base)}`,
    };
  }
  const ignored = kinds.ignoredRuleOf(path);
  if (ignored) {
    return {
      to: 'nothing',
      why: `The file ${specifier} matched a module rule in your configuration (${JSON.stringify(ignored)}), but was ignored because a previous rule with the same type was not marked as \`fallthrough = true\`.`,
    };
  }
  if (kinds.of(path) === undefined) {
    return {
      to: 'nothing',
      why: `Could not import ${path} from ${importer}: only files that end in ${MODULE_EXTENSIONS.map((extension) => `.${extension}`).join(', ')} are modules.`,
    };
  }
  return { to: 'file', path };
}

/** The path that a specifier names beside its importer; `undefined` where it leads above the root. */
function join(importer: string, specifier: string): string | undefined {
  const segments = importer.split('/').slice(0, -1);
  for (const segment of specifier.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.join('/');
}

function candidates(base: string, specifier: string): readonly string[] {
  const guesses = GUESSED_EXTENSIONS.map((extension) => `${base}${extension}`);
  const folder = base === '' ? '' : `${base}/`;
  const indexes = GUESSED_EXTENSIONS.map((extension) => `${folder}index${extension}`);
  if (base === '' || /(?:^|\/)\.{0,2}$/.test(specifier)) return indexes;
  return [base, ...withoutModuleQuery(base), ...sourcesOf(base), ...guesses, ...indexes];
}

function describeTried(base: string): string {
  const extensions = GUESSED_EXTENSIONS.join(', ');
  return `Tried ${base || 'the root'}, and with ${extensions} after it or after its /index.`;
}

/** `./add.wasm?module` is another name of `./add.wasm`. */
function withoutModuleQuery(base: string): readonly string[] {
  return base.endsWith('.wasm?module') ? [base.slice(0, -'?module'.length)] : [];
}

function sourcesOf(base: string): readonly string[] {
  const dot = base.lastIndexOf('.');
  const sources = dot === -1 ? undefined : SOURCES_OF.get(base.slice(dot));
  return (sources ?? []).map((extension) => `${base.slice(0, dot)}${extension}`);
}

/** Why an import that is not relative is none of a package either. */
function whyNotAbsolute(specifier: string, importer: string): string | undefined {
  if (nodeModuleOf(specifier) !== undefined) {
    return `No such module "${specifier}". It is one of Node.js: add the flag "nodejs_compat" to "compatibility_flags" in wrangler.jsonc.`;
  }
  if (specifier.startsWith('node:')) return `No such module "${specifier}".`;
  if (specifier.startsWith('cloudflare:')) return `The module "${specifier}" is not supported yet.`;
  if (specifier.startsWith('/')) {
    return `Could not resolve "${specifier}" from ${importer}: a path from the root names no module. Write it relative to ${importer}.`;
  }
  if (/^[a-z][a-z\d+.-]*:/i.test(specifier)) {
    return `Could not resolve "${specifier}" from ${importer}: modules cannot be imported from a URL. Add the file to the project.`;
  }
  if (parsePackageName(specifier) === undefined) {
    return `Could not resolve "${specifier}" from ${importer}: it is no path and no name of an npm package.`;
  }
  return undefined;
}

function hintAtFile(project: Project, specifier: string, importer: string): string {
  const beside = resolveRelative(project, `./${specifier}`, importer);
  return beside.to === 'file'
    ? ` If you mean the file ${beside.path}, write "./${specifier}".`
    : '';
}

import type { ResolvedVersion } from '../resolved-versions';
import type { WantedVersions } from './package-json';
import { reasonOf } from './problems';

/** How long one module may take, in ms. */
const TIME_LIMIT = 20_000;
/** So many modules of packages a project may have, and so many characters of them. */
const MAX_MODULES = 2000;
const MAX_LENGTH = 64 * 1024 * 1024;

/** What is asked of the CDN (https://esm.sh/#docs): the syntax to use, and which of a package's exports are for Workers. */
const QUERY = { target: 'es2022', conditions: 'workerd,worker', 'keep-names': '' };

/** A module of a package as the CDN gives it. */
export interface PackageModule {
  /** Where it is after all redirects: what it imports is relative to that. */
  readonly url: string;
  readonly code: string;
}

/** A package cannot be loaded: says which, from where and why. */
export class PackageError extends Error {
  override readonly name = 'PackageError';
}

/** Modules of this visit, by the URL that was asked for. Those that failed are asked for again. */
export type PackageCache = Map<string, Promise<PackageModule>>;

export interface PackageSource {
  /** The CDN's base URL. */
  readonly cdn: string;
  readonly wanted: WantedVersions;
  readonly fetch: typeof fetch;
  readonly cache: PackageCache;
}

/** The npm packages of one compile: finds their modules on the CDN, and the versions of them. */
export class Packages {
  readonly #source: PackageSource;
  readonly #resolved = new Map<string, ResolvedVersion>();
  readonly #loaded = new Map<string, PackageModule>();
  #length = 0;

  constructor(source: PackageSource) {
    this.#source = source;
  }

  /** The versions that were looked up. */
  get resolved(): readonly ResolvedVersion[] {
    return [...this.#resolved.values()];
  }

  /** The module of an id that {@link importedByProject} or {@link importedByPackage} gave. */
  module(id: string): PackageModule | undefined {
    return this.#loaded.get(id);
  }

  /**
   * Loads what a module of the project imports by a bare name.
   * @returns Its id, which is its URL.
   * @throws {PackageError}
   */
  async importedByProject(specifier: string): Promise<string> {
    const parsed = parsePackageName(specifier);
    if (!parsed) throw new PackageError(`"${specifier}" is no name of an npm package.`);
    const { name, path } = parsed;
    const wanted = this.#source.wanted.of(name);
    const registry = registryPackage(name, wanted);
    const url = new URL(`${this.#source.cdn.replace(/\/$/, '')}/${registry}${path}`);
    for (const [key, value] of Object.entries(QUERY)) url.searchParams.set(key, value);
    const module = await this.#load(name, url);
    this.#lookedUp({ name, wanted, direct: true }, module);
    return module.url;
  }

  /**
   * Loads what a module of a package imports.
   * @param runtimeModule Gives the id of a module of Node.js or Cloudflare, where the runtime has it.
   * @returns Its id.
   * @throws {PackageError}
   */
  async importedByPackage(
    specifier: string,
    importer: string,
    runtimeModule: (specifier: string) => string | undefined,
  ): Promise<string> {
    if (/^(?:cloudflare|isolab|node):/.test(specifier)) {
      const id = runtimeModule(specifier);
      if (id !== undefined) return id;
      throw new PackageError(`${importer} imports "${specifier}", which is not supported yet.`);
    }
    const url = urlOf(specifier, importer);
    if (!url) {
      throw new PackageError(`${importer} imports "${specifier}", which is no module of the CDN.`);
    }
    const node = /^\/node\/([\w/]+)\.mjs$/.exec(url.pathname)?.[1];
    // Its stand-ins for the modules of Node.js.
    const own = node === undefined ? undefined : runtimeModule(`node:${node}`);
    if (own !== undefined) return own;
    const asked = packageInPath(url.pathname);
    const wanted = asked?.version;
    if (!asked || wanted === undefined || isExact(wanted)) {
      return (await this.#load(asked?.name ?? specifier, url)).url;
    }
    const override = this.#source.wanted.override(asked.name, wanted);
    const module = await this.#load(asked.name, override ? withVersion(url, override) : url);
    if (!override) this.#lookedUp({ name: asked.name, wanted, direct: false }, module);
    return module.url;
  }

  async #load(name: string, url: URL): Promise<PackageModule> {
    const { cache } = this.#source;
    const loading = cache.get(url.href) ?? this.#fetch(url);
    cache.set(url.href, loading);
    try {
      const module = await loading;
      this.#count(module);
      return module;
    } catch (error) {
      cache.delete(url.href);
      throw new PackageError(
        `Could not load the npm package "${name}" from ${url.href}: ${reasonOf(error)}`,
      );
    }
  }

  #count(module: PackageModule): void {
    if (this.#loaded.has(module.url)) return;
    this.#loaded.set(module.url, module);
    this.#length += module.code.length;
    if (this.#loaded.size > MAX_MODULES) throw new Error(`more than ${MAX_MODULES} modules.`);
    if (this.#length > MAX_LENGTH) throw new Error(`more than ${MAX_LENGTH} characters of code.`);
  }

  async #fetch(url: URL): Promise<PackageModule> {
    const { fetch } = this.#source;
    const response = await fetch(url.href, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(TIME_LIMIT),
    }).catch((error: unknown) => {
      throw new Error(`${reasonOf(error)}. Is there a network, and may this page ask that host?`);
    });
    const code = await response.text();
    if (!response.ok) throw new Error(`the answer is ${response.status} ${firstLine(code)}`);
    const type = response.headers.get('content-type') ?? '';
    if (!/javascript/i.test(type)) throw new Error(`the answer is no JavaScript, but ${type}.`);
    return { url: response.url || url.href, code };
  }

  /** Remembers the version that a module turned out to be of, unless it was asked for. */
  #lookedUp(asked: Omit<ResolvedVersion, 'version'>, { url, code }: PackageModule): void {
    const { name, wanted } = asked;
    if (wanted !== undefined && isExact(wanted)) return;
    const version = versionIn(new URL(url).pathname, name) ?? versionIn(code, name);
    if (version !== undefined) this.#resolved.set(`${name}@${wanted}`, { ...asked, version });
  }
}

const NAME = /^(?:@[a-z\d~-][\w.~-]*\/)?[a-z\d~-][\w.~-]*/i;

/** The package of a bare specifier, and the path in it, with a slash before it. */
export function parsePackageName(
  specifier: string,
): { readonly name: string; readonly path: string } | undefined {
  const name = NAME.exec(specifier)?.[0];
  if (name === undefined) return undefined;
  const path = specifier.slice(name.length);
  return path === '' || path.startsWith('/') ? { name, path } : undefined;
}

/**
 * How the CDN is asked for a package in a range.
 * @throws {PackageError} where the project wants what is in no registry
 */
function registryPackage(name: string, wanted: string | undefined): string {
  if (wanted === undefined || wanted === '' || wanted === '*') return name;
  const alias = /^npm:(.+)$/.exec(wanted)?.[1];
  if (alias !== undefined) return alias;
  if (/^[\w.^~<>=*| +-]+$/.test(wanted)) return `${name}@${encodeURIComponent(wanted)}`;
  throw new PackageError(
    `package.json wants "${name}" as "${wanted}", and only versions from the npm registry can be loaded.`,
  );
}

function urlOf(specifier: string, importer: string): URL | undefined {
  const from = new URL(importer);
  const url = URL.canParse(specifier, from) ? new URL(specifier, from) : undefined;
  const isPath = /^(?:\.{0,2}\/|https?:)/.test(specifier);
  return isPath && url?.origin === from.origin ? url : undefined;
}

/** `/hono@^4/tiny` -> `hono`, `^4` */
function packageInPath(
  pathname: string,
): { readonly name: string; readonly version: string | undefined } | undefined {
  const path = decodeURIComponent(pathname.slice(1)).replace(/^\*/, '');
  const name = NAME.exec(path)?.[0];
  if (name === undefined) return undefined;
  const version = /^@([^/&]+)/.exec(path.slice(name.length))?.[1];
  return { name, version };
}

function withVersion(url: URL, version: string): URL {
  const changed = new URL(url);
  changed.pathname = url.pathname.replace(/(.)@[^/&]+/, `$1@${version}`);
  return changed;
}

const EXACT = /^\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/;

function isExact(version: string): boolean {
  return EXACT.test(version);
}

/** The exact version that a text names a package with, as in `/hono@4.6.3/es2022/hono.mjs`. */
function versionIn(text: string, name: string): string | undefined {
  const at = text.indexOf(`/${name}@`);
  if (at === -1) return undefined;
  const version = /^[\w.+-]+/.exec(text.slice(at + name.length + 2))?.[0];
  return version !== undefined && isExact(version) ? version : undefined;
}

function firstLine(text: string): string {
  return (text.split('\n', 1)[0] ?? '').slice(0, 200);
}

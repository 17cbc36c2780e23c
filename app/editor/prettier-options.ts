import { parse } from 'jsonc-parser';
import type { Options } from 'prettier';
import type { ProjectFiles } from '../../runtime-worker/index';

/** By what a path ends in. */
const PARSERS: Readonly<Record<string, string>> = {
  ts: 'typescript',
  tsx: 'typescript',
  mts: 'typescript',
  cts: 'typescript',
  js: 'babel',
  jsx: 'babel',
  mjs: 'babel',
  cjs: 'babel',
  json: 'json',
  jsonc: 'jsonc',
  css: 'css',
  html: 'html',
  md: 'markdown',
};

/** Options that are plain values: a project's may name no plugin, and no parser. */
const TAKEN = [
  'arrowParens',
  'bracketSameLine',
  'bracketSpacing',
  'experimentalOperatorPosition',
  'experimentalTernaries',
  'htmlWhitespaceSensitivity',
  'jsxSingleQuote',
  'objectWrap',
  'printWidth',
  'proseWrap',
  'quoteProps',
  'semi',
  'singleAttributePerLine',
  'singleQuote',
  'tabWidth',
  'trailingComma',
  'useTabs',
] as const;

/** Prettier's name for how a file is read, or `undefined` where it knows none. */
export function parserOf(path: string): string | undefined {
  const parser = PARSERS[path.slice(path.lastIndexOf('.') + 1)];
  return path.split('/').at(-1) === 'package.json' ? 'json-stringify' : parser;
}

/**
 * What the project says of how it is formatted: the nearest `.prettierrc` or `.prettierrc.json`, as JSON,
 * else the key `prettier` of the nearest `package.json`. Without one, the quotes and the indentation
 * stay what the file mostly has.
 */
export function prettierOptions(files: ProjectFiles, path: string): Options {
  const own = nearestConfiguration(files, path);
  if (own === undefined) return habitsOf(files[path]);
  const taken = TAKEN.flatMap((key) => {
    const value: unknown = Reflect.get(own, key);
    return ['string', 'number', 'boolean'].includes(typeof value) ? [[key, value]] : [];
  });
  return Object.fromEntries(taken);
}

function nearestConfiguration(files: ProjectFiles, path: string): object | undefined {
  const folders = path.split('/').slice(0, -1);
  for (let depth = folders.length; depth >= 0; depth -= 1) {
    const folder = folders
      .slice(0, depth)
      .map((name) => `${name}/`)
      .join('');
    const found =
      objectIn(files[`${folder}.prettierrc`]) ??
      objectIn(files[`${folder}.prettierrc.json`]) ??
      asObject(Reflect.get(objectIn(files[`${folder}package.json`]) ?? {}, 'prettier'));
    if (found) return found;
  }
  return undefined;
}

function habitsOf(content: string | Uint8Array | undefined): Options {
  if (typeof content !== 'string') return {};
  const count = (pattern: RegExp) => content.match(pattern)?.length ?? 0;
  return {
    singleQuote: count(/'/g) > count(/"/g),
    useTabs: count(/^\t/gm) > count(/^ {2}/gm),
  };
}

function objectIn(content: string | Uint8Array | undefined): object | undefined {
  return typeof content === 'string'
    ? asObject(parse(content, [], { allowTrailingComma: true }))
    : undefined;
}

function asObject(value: unknown): object | undefined {
  return typeof value === 'object' && value !== null ? value : undefined;
}

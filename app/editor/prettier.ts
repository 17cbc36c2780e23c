import type { Plugin } from 'prettier';
import { format } from 'prettier/standalone';
import type { ProjectFiles } from '../../runtime-worker/index';
import { parserOf, prettierOptions } from './prettier-options';

/** Why a text was left as it is: its syntax, with the place as lines and columns from 1. */
export class UnformattableError extends Error {
  override name = 'UnformattableError';
}

/**
 * Formats a file of the project as Prettier does, as the project wishes.
 * @returns the whole text, formatted; `undefined` where Prettier knows no such files.
 * @throws {UnformattableError} where its syntax is wrong; the message begins with path, line and column.
 */
export async function prettierText(
  files: ProjectFiles,
  path: string,
  text: string,
): Promise<string | undefined> {
  const parser = parserOf(path);
  if (parser === undefined) return undefined;
  const plugins = await pluginsOf(parser);
  try {
    return await format(text, {
      ...defaultsOf(parser),
      ...prettierOptions(files, path),
      parser,
      plugins,
    });
  } catch (error) {
    if (error instanceof SyntaxError || placeOf(error) !== undefined) {
      throw new UnformattableError(described(path, error), { cause: error });
    }
    throw error;
  }
}

/** A trailing comma is what tools that read JSON stumble over. */
function defaultsOf(parser: string): { readonly trailingComma?: 'none' } {
  return parser === 'jsonc' ? { trailingComma: 'none' } : {};
}

/** Each is loaded when a file first needs it. */
async function pluginsOf(parser: string): Promise<Plugin[]> {
  const loaded = await Promise.all(
    (() => {
      switch (parser) {
        case 'typescript':
          return [import('prettier/plugins/typescript'), import('prettier/plugins/estree')];
        case 'css':
          return [import('prettier/plugins/postcss')];
        case 'html':
          return [
            import('prettier/plugins/html'),
            import('prettier/plugins/postcss'),
            import('prettier/plugins/babel'),
            import('prettier/plugins/estree'),
          ];
        case 'markdown':
          return [import('prettier/plugins/markdown')];
        default:
          return [import('prettier/plugins/babel'), import('prettier/plugins/estree')];
      }
    })(),
  );
  return loaded.map((plugin) => ('default' in plugin ? plugin.default : plugin));
}

function described(path: string, error: unknown): string {
  const place = placeOf(error);
  const [said = ''] = String(error instanceof Error ? error.message : error).split('\n');
  const message = said.replace(/\s*\(\d+:\d+\)$/, '');
  return `${path}${place ? `:${place.line}:${place.column}` : ''}: ${message}`;
}

/** Of Prettier's syntax errors, whose columns count from 1. */
function placeOf(error: unknown): { readonly line: number; readonly column: number } | undefined {
  if (!(error instanceof Error) || !('loc' in error)) return undefined;
  const { loc } = error;
  if (typeof loc !== 'object' || loc === null || !('start' in loc)) return undefined;
  const { start } = loc;
  if (typeof start !== 'object' || start === null || !('line' in start && 'column' in start)) {
    return undefined;
  }
  return { line: Number(start.line), column: Number(start.column) };
}

import { parse } from 'smol-toml';
import { BringInError } from './bring-in-error';

/**
 * The text of a `wrangler.jsonc` that says what a `wrangler.toml` does, without its comments.
 * @param file The path of that, for what is said of it.
 * @throws {BringInError} where it is no TOML, naming the line.
 */
export function jsoncOfToml(file: string, toml: string): string {
  let value: unknown;
  try {
    value = parse(toml);
  } catch (error) {
    const [why] = error instanceof Error ? error.message.split('\n') : [];
    const line = error instanceof Error && 'line' in error ? ` in line ${error.line}` : '';
    throw new BringInError(`${file} cannot be read${line}: ${why ?? error}`);
  }
  return `// Made of ${file.slice(file.lastIndexOf('/') + 1)}, whose comments are not here.\n${JSON.stringify(value, plain, 2)}\n`;
}

/** TOML has whole numbers that JSON has not. */
function plain(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value;
}

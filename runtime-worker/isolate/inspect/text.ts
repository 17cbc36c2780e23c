import { LINE } from './layout';

/** The longest string that is shown inside of a value, in UTF-16 units. */
const LONGEST = 10_000;
/** A shorter string is not split at its line breaks. */
const SPLIT_FROM = 16;
const IDENTIFIER = /^[a-zA-Z_][a-zA-Z_0-9]*$/;
const ESCAPED =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is escaped.
  /[\0-\x1f'\\\x7f-\x9f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const ESCAPES = new Map([
  ['\b', '\\b'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\f', '\\f'],
  ['\r', '\\r'],
  ["'", "\\'"],
  ['\\', '\\\\'],
]);

/** A string in quotes, those that it does not have. */
export function quoted(text: string): string {
  const quote = !text.includes("'")
    ? "'"
    : !text.includes('"')
      ? '"'
      : /`|\$\{/.test(text)
        ? "'"
        : '`';
  const escaped = text.replace(ESCAPED, (character) => {
    if (character === "'" && quote !== "'") return character;
    const code = character.charCodeAt(0).toString(16);
    return (
      ESCAPES.get(character) ??
      (code.length > 2 ? `\\u${code}` : `\\x${code.toUpperCase().padStart(2, '0')}`)
    );
  });
  return quote + escaped + quote;
}

/** The name of a property; in brackets where it is not enumerable. */
export function propertyName(key: PropertyKey, enumerable: boolean): string {
  const name = String(key);
  if (!enumerable) return `[${name}]`;
  if (name === '__proto__') return "['__proto__']";
  return typeof key === 'symbol' || IDENTIFIER.test(name) ? name : quoted(name);
}

/** What is no object, inside of a value. */
export function inspectPrimitive(value: unknown, indentation: number): string {
  if (typeof value === 'string') return inspectString(value, indentation);
  return primitiveText(value);
}

/** What is neither an object nor a string. */
export function primitiveText(value: unknown): string {
  if (Object.is(value, -0)) return '-0';
  return typeof value === 'bigint' ? `${value}n` : String(value);
}

function inspectString(whole: string, indentation: number): string {
  const more = whole.length - LONGEST;
  const text = more > 0 ? whole.slice(0, LONGEST) : whole;
  const end = more > 0 ? `... ${more} more character${more > 1 ? 's' : ''}` : '';
  if (text.length > SPLIT_FROM && text.length > LINE - indentation - 4) {
    return (
      text
        .split(/(?<=\n)/)
        .map(quoted)
        .join(` +\n${' '.repeat(indentation + 2)}`) + end
    );
  }
  return quoted(text) + end;
}

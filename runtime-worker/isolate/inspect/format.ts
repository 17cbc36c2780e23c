import { DEFAULT_OPTIONS, inspect } from './inspect';
import { primitiveText } from './text';

const DIRECTIVE = /%[sdifjoOc%]/g;

/**
 * What is logged, as one text: the first value may be a format.
 * @see https://nodejs.org/api/util.html#utilformatformat-args
 */
export function format(values: readonly unknown[]): string {
  return formatted(values).map(textOf).join(' ');
}

/** What is logged, with the first value as a text where it is a format: the values that it used are in it. */
export function formatted(values: readonly unknown[]): readonly unknown[] {
  const [first, ...rest] = values;
  if (typeof first !== 'string' || rest.length === 0) return values;
  let used = 0;
  const text = first.replace(DIRECTIVE, (directive) => {
    if (directive === '%%') return '%';
    if (used === rest.length) return directive;
    used += 1;
    return directed(directive, rest[used - 1]);
  });
  return [text, ...rest.slice(used)];
}

/** What of the text of a console call stands for one of its values. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : inspect(value);
}

function directed(directive: string, value: unknown): string {
  switch (directive) {
    case '%s':
      return stringOf(value);
    case '%d':
      return typeof value === 'bigint' ? `${value}n` : numberText(value, Number);
    case '%i':
      return typeof value === 'bigint' ? `${value}n` : numberText(value, parseInt);
    case '%f':
      return numberText(value, parseFloat);
    case '%j':
      return jsonOf(value);
    case '%o':
      return inspect(value, { depth: 4, hidden: true });
    case '%O':
      return inspect(value);
    default:
      return '';
  }
}

function stringOf(value: unknown): string {
  if (typeof value === 'object' && value !== null && !hasOwnText(value)) {
    return inspect(value, { ...DEFAULT_OPTIONS, depth: 0 });
  }
  return typeof value === 'object' ? String(value) : primitiveText(value);
}

/** Whether the user's code says how the value reads as a string. */
function hasOwnText(value: object): boolean {
  const method: unknown = Reflect.get(value, 'toString');
  return (
    typeof method === 'function' &&
    !Function.prototype.toString.call(method).includes('[native code]')
  );
}

function numberText(value: unknown, read: (text: string) => number): string {
  if (typeof value === 'symbol') return 'NaN';
  // What is no string is converted by whoever reads it.
  return primitiveText(read(value as string));
}

function jsonOf(value: unknown): string {
  try {
    return String(JSON.stringify(value));
  } catch (error) {
    if (error instanceof TypeError && error.message.includes('circular')) return '[Circular]';
    throw error;
  }
}

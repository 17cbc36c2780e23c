/** What stands for a function or an error, before its properties. */
import { RUNTIME_URL } from '../../runtime-modules';
import { prefixOf } from './names';

const { toString: sourceOf } = Function.prototype;
const CLASS = /^class\b[^(]*?\{[\s\S]*\}$/;

/** `[Function: name]`, `[class Name extends Other]` … */
export function functionText(value: object, name: string | null, tag: string): string {
  const own: unknown = Reflect.get(value, 'name');
  const called = typeof own === 'string' && own !== '' ? own : undefined;
  const tagged = (kind: string) =>
    [
      name !== kind && name !== null ? ` ${name}` : '',
      tag !== '' && tag !== name ? ` [${tag}]` : '',
    ].join('');
  if (CLASS.test(sourceOf.call(value))) {
    const other: unknown = Reflect.get(Object.getPrototypeOf(value) ?? {}, 'name');
    const base = `class ${called ?? '(anonymous)'}`;
    const constructed = name !== 'Function' && name !== null ? ` [${name}]` : '';
    const ending = name === null ? ' extends null' : other ? ` extends ${String(other)}` : '';
    return `[${base}${constructed}${ending}]`;
  }
  const kind = /^(?:Async)?(?:Generator)?Function$/.test(tag) ? tag : 'Function';
  const nullPrototype = name === null ? ' (null prototype)' : '';
  return `[${kind}${nullPrototype}${called ? `: ${called}` : ' (anonymous)'}]${tagged(kind)}`;
}

/** The stack, with the name of the error's class. In brackets where it has no positions. */
export function errorText(error: Error, className: string | null, tag: string): string {
  const name = `${error.name ?? 'Error'}`;
  const stack = named(ownFrames(`${error.stack || error}`), name, className, tag);
  const message = error.message ? stack.indexOf(error.message) : -1;
  const positions = stack.indexOf('\n    at', message < 0 ? 0 : message + error.message.length);
  return positions < 0 ? `[${stack}]` : stack;
}

/** Without the runtime's own frames. */
function ownFrames(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => !line.includes(RUNTIME_URL))
    .join('\n');
}

/** V8 writes the name that the error had when it was made. */
function named(stack: string, name: string, className: string | null, tag: string): string {
  const after = stack.charAt(name.length);
  const begins =
    name.endsWith('Error') && stack.startsWith(name) && ['', ':', '\n'].includes(after);
  if (className !== null && !begins) return stack;
  const prefix = prefixOf(className, tag, 'Error').slice(0, -1);
  if (name === prefix) return stack;
  const rest = stack.slice(begins ? name.length : 0);
  return prefix.includes(name) ? prefix + rest : `${prefix} [${name}]${rest}`;
}

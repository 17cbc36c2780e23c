/** What each kind of object shows of itself, before it is laid out. */
import { errorText, functionText } from './bases';
import { type Frame, SHOWN } from './layout';
import { constructorNameOf, isError, prefixOf } from './names';
import type { PlatformView } from './platform';
import { primitiveText, quoted } from './text';

export interface Shape extends Frame {
  /** How much is in it, besides its properties. */
  readonly count: number;
  /** Texts of what is in it. */
  readonly members: (inspect: (value: unknown) => string) => readonly string[];
  /** The properties that are shown. */
  readonly keys: readonly PropertyKey[];
  readonly isList: boolean;
}

const INDEX = /^(?:0|[1-9]\d*)$/;

const mapSize = getterOf(Map.prototype, 'size');
const setSize = getterOf(Set.prototype, 'size');

export function shapeOf(
  value: object,
  tag: string,
  keys: readonly PropertyKey[],
  view: PlatformView | undefined,
): Shape {
  const name = constructorNameOf(value);
  const shape = (fallback: string, more: Partial<Shape> = {}, size = ''): Shape => ({
    base: '',
    open: `${prefixOf(name, tag, fallback, size)}{`,
    close: '}',
    count: 0,
    members: () => [],
    keys,
    isList: false,
    ...more,
  });
  const list = (fallback: string, length: number, members: Shape['members'], bare: boolean) =>
    shape(fallback, {
      open: `${bare ? '' : prefixOf(name, tag, fallback, `(${length})`)}[`,
      close: ']',
      count: length,
      members,
      keys: keys.filter((key) => typeof key === 'symbol' || !INDEX.test(String(key))),
      isList: true,
    });

  if (view) {
    const { entries, properties } = view;
    const count = (entries?.length ?? 0) + properties.length;
    const size = entries ? `(${entries.length})` : '';
    return shape(tag, { count, members: (inspect) => pairs(entries ?? [], inspect) }, size);
  }
  if (Array.isArray(value)) {
    return list(
      'Array',
      value.length,
      (inspect) => elements(value, inspect),
      name === 'Array' && tag === '',
    );
  }
  if (value instanceof DataView) {
    return shape('DataView', { keys: ['byteLength', 'byteOffset', 'buffer', ...keys] });
  }
  if (ArrayBuffer.isView(value)) {
    const numbers = Array.from<unknown>(value as Uint8Array);
    return list('', numbers.length, (inspect) => elements(numbers, inspect), false);
  }
  const setCount = sizeOf(setSize, value);
  if (setCount !== undefined) {
    const members: Shape['members'] = (inspect) => shown([...(value as Set<unknown>)], inspect);
    return shape('Set', { count: setCount, members }, `(${setCount})`);
  }
  const mapCount = sizeOf(mapSize, value);
  if (mapCount !== undefined) {
    const members: Shape['members'] = (inspect) =>
      pairs([...(value as Map<unknown, unknown>)], inspect);
    return shape('Map', { count: mapCount, members }, `(${mapCount})`);
  }
  if (typeof value === 'function') {
    return shape('Function', { base: functionText(value, name, tag), open: '{' });
  }
  if (isError(value)) return shape('Error', { base: errorText(value, name, tag), open: '{' });
  if (value instanceof RegExp || value instanceof Date) {
    const kind = value instanceof Date ? 'Date' : 'RegExp';
    const prefix = prefixOf(name, tag, kind);
    const text =
      value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : `${value}`;
    return shape(kind, { base: prefix === `${kind} ` ? text : prefix + text, open: '{' });
  }
  if (value instanceof ArrayBuffer) {
    const members = () => [`[Uint8Contents]: <${hexOf(new Uint8Array(value))}>`];
    return shape('ArrayBuffer', { count: 1, members, keys: ['byteLength', ...keys] });
  }
  if (value instanceof Promise) return shape('Promise', { count: 1, members: () => ['<pending>'] });
  if (value instanceof WeakSet || value instanceof WeakMap) {
    return shape('WeakMap', { count: 1, members: () => ['<items unknown>'] });
  }
  const boxed = boxedText(value);
  if (boxed !== undefined) {
    const own = keys.filter((key) => !(value instanceof String) || !INDEX.test(String(key)));
    return shape('Object', { base: boxed, open: '{', keys: own });
  }
  if (Object.prototype.toString.call(value) === '[object Arguments]') {
    return shape('Arguments', { open: '[Arguments] {' });
  }
  const open = name === 'Object' && tag === '' ? '{' : `${prefixOf(name, tag, 'Object')}{`;
  return shape('Object', { open });
}

function elements(array: readonly unknown[], inspect: (value: unknown) => string): string[] {
  const texts: string[] = [];
  let at = 0;
  while (at < array.length && texts.length < SHOWN) {
    const from = at;
    if (Object.hasOwn(array, at)) {
      texts.push(inspect(array[at]));
      at += 1;
      continue;
    }
    at = Number(
      Object.keys(array).find((key) => INDEX.test(key) && Number(key) > from) ?? array.length,
    );
    const holes = at - from;
    texts.push(`<${holes} empty item${holes > 1 ? 's' : ''}>`);
  }
  return [...texts, ...moreThan(at, array.length)];
}

function shown(values: readonly unknown[], inspect: (value: unknown) => string): string[] {
  return [...values.slice(0, SHOWN).map(inspect), ...moreThan(SHOWN, values.length)];
}

function pairs(
  entries: readonly (readonly [unknown, unknown])[],
  inspect: (value: unknown) => string,
): string[] {
  return [
    ...entries.slice(0, SHOWN).map(([key, value]) => `${inspect(key)} => ${inspect(value)}`),
    ...moreThan(SHOWN, entries.length),
  ];
}

function moreThan(count: number, length: number): string[] {
  const more = length - count;
  return more > 0 ? [`... ${more} more item${more > 1 ? 's' : ''}`] : [];
}

function hexOf(bytes: Uint8Array): string {
  const pairs = Array.from(bytes.subarray(0, SHOWN), (byte) => byte.toString(16).padStart(2, '0'));
  const more = bytes.length - SHOWN;
  return pairs.join(' ') + (more > 0 ? ` ... ${more} more byte${more > 1 ? 's' : ''}` : '');
}

/** `new Number(3)` and the like. */
function boxedText(value: object): string | undefined {
  for (const Box of [Number, String, Boolean, BigInt, Symbol]) {
    if (!(value instanceof Box)) continue;
    const primitive: unknown = value.valueOf();
    const text = typeof primitive === 'string' ? quoted(primitive) : primitiveText(primitive);
    return `[${Box.name}: ${text}]`;
  }
  return undefined;
}

function getterOf(prototype: object, name: string): unknown {
  return Object.getOwnPropertyDescriptor(prototype, name)?.get;
}

/** The size of a Map or a Set; nothing where it is none, whatever its prototype says. */
function sizeOf(getter: unknown, value: object): number | undefined {
  try {
    return typeof getter === 'function' ? Reflect.apply(getter, value, []) : undefined;
  } catch {
    return undefined;
  }
}

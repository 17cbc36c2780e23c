/** How workerd shows the objects of its own classes. */
import { isHeaders, isImmutable } from '../http/headers';

/** The properties of a class that are shown, in order. */
const PROPERTIES = new Map(
  [
    'Request method url headers redirect fetcher signal cf integrity keepalive cache body bodyUsed',
    'Response status statusText headers ok redirected url webSocket cf type body bodyUsed',
    'URL origin href protocol username password host hostname port pathname search hash searchParams',
    'Blob size type',
    'File name lastModified size type',
    'AbortSignal aborted reason onabort',
    'DOMException code name message stack',
    'TextEncoder encoding',
    'TextDecoder encoding fatal ignoreBOM',
    'TransformStream readable writable',
    'CompressionStream readable writable',
    'DecompressionStream readable writable',
    'Crypto subtle',
    'WebSocket readyState bufferedAmount url protocol extensions binaryType',
  ].map((line): [string, string[]] => {
    const [name = '', ...properties] = line.split(' ');
    return [name, properties];
  }),
);

const MAP_LIKE = new Set(['Headers', 'FormData', 'URLSearchParams']);

/** What is shown of an object that the platform made. */
export interface PlatformView {
  readonly entries: readonly (readonly [name: string, value: unknown])[] | undefined;
  readonly properties: readonly (readonly [label: string, value: unknown])[];
}

/** @returns nothing where the object is none of the platform's. */
export function platformView(value: object, tag: string): PlatformView | undefined {
  const Class: unknown = Reflect.get(globalThis, tag);
  if (typeof Class !== 'function' || !(value instanceof Class)) return undefined;
  if (MAP_LIKE.has(tag)) {
    // All three are iterated in pairs.
    const entries = [...(value as Iterable<readonly [string, unknown]>)];
    return { entries, properties: isHeaders(value) ? [['[immutable]', isImmutable(value)]] : [] };
  }
  const properties = PROPERTIES.get(tag);
  if (!properties) return undefined;
  return {
    entries: undefined,
    properties: properties.map((name) => [name, Reflect.get(value, name)]),
  };
}

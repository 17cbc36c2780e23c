/**
 * The shape of the global object: the names that workerd has, where it has them, and no others. What
 * only browsers have goes, wherever on the prototype chain it lives and whatever the browser's version;
 * the sandbox keeps it harmless all the same. So do JavaScript's own names that the V8 of workerd lacks
 * (`Temporal`): code that needs them would fail there.
 *
 * `../COMPATIBILITY.md` says for each name how the two compare.
 */
import { BROUGHT_GLOBALS } from '../runtime-modules';
import { illegalConstructor } from './illegal-constructor';

/** The language's own, not enumerable. */
const LANGUAGE =
  'Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise RegExp Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError SuppressedError globalThis JSON Math Intl ArrayBuffer Atomics Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array BigUint64Array BigInt64Array Uint8ClampedArray Float32Array Float64Array Float16Array DataView Map BigInt Set Iterator WeakMap WeakSet Proxy Reflect FinalizationRegistry WeakRef DisposableStack AsyncDisposableStack decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape eval isFinite isNaN console SharedArrayBuffer WebAssembly';

/** On the global object itself, enumerable. */
const OWN =
  'navigator global process Buffer Cloudflare performance scheduler caches crypto self ServiceWorkerGlobalScope setTimeout setInterval clearTimeout clearInterval';

/** On its prototype, enumerable. */
const INHERITED =
  'DOMException WorkerGlobalScope btoa atob setTimeout clearTimeout setInterval clearInterval queueMicrotask structuredClone reportError fetch Event ExtendableEvent CustomEvent PromiseRejectionEvent FetchEvent TailEvent TraceEvent ScheduledEvent MessageEvent CloseEvent ReadableStreamDefaultReader ReadableStreamBYOBReader ReadableStream WritableStream WritableStreamDefaultWriter TransformStream ByteLengthQueuingStrategy CountQueuingStrategy ErrorEvent MessageChannel MessagePort EventSource ReadableStreamBYOBRequest ReadableStreamDefaultController ReadableByteStreamController WritableStreamDefaultController TransformStreamDefaultController setImmediate clearImmediate CompressionStream DecompressionStream TextEncoderStream TextDecoderStream Headers Body Request Response WebSocket WebSocketPair WebSocketRequestResponsePair AbortController AbortSignal TextDecoder TextEncoder Navigator URL URLSearchParams URLPattern Blob File FormData Crypto SubtleCrypto CryptoKey CacheStorage Cache FixedLengthStream IdentityTransformStream HTMLRewriter Performance PerformanceEntry PerformanceMark PerformanceMeasure PerformanceResourceTiming PerformanceObserver PerformanceObserverEntryList';

/** What browsers have beyond workerd on what both have: `holder member …`. */
const BROWSER_MEMBERS = [
  'Date.prototype toTemporalInstant',
  'EventTarget.prototype when',
  'Event.prototype initEvent',
  'CustomEvent.prototype initCustomEvent',
  'MessageEvent.prototype initMessageEvent userActivation',
  'Blob.prototype textStream',
  'File.prototype lastModifiedDate webkitRelativePath',
  'MessagePort.prototype onmessageerror',
  'Performance.prototype onresourcetimingbufferfull',
  'PerformanceEntry.prototype navigationId',
  'WebAssembly compileStreaming instantiateStreaming',
  'console createTask',
];

/** Classes that the browser's words for a constructor nobody may call differ in. */
const ILLEGAL = [
  'AbortSignal',
  'Crypto',
  'MessagePort',
  'Performance',
  'PerformanceEntry',
  'PerformanceMeasure',
  'PerformanceObserverEntryList',
  'PerformanceResourceTiming',
  'PromiseRejectionEvent',
  'ReadableByteStreamController',
  'ReadableStreamBYOBRequest',
  'ReadableStreamDefaultController',
  'TransformStreamDefaultController',
  'WritableStreamDefaultController',
] as const;

/** Gives the global object its shape. What the runtime itself needs of it must have been taken before. */
export function shapeGlobals(): void {
  const inherited: object = Object.getPrototypeOf(globalThis);
  const places = [
    [globalThis, OWN],
    [inherited, INHERITED],
    [Object.getPrototypeOf(inherited), 'EventTarget'],
  ] as const;
  for (const name of ILLEGAL) {
    const native: { readonly prototype: object } = globalThis[name];
    Reflect.set(globalThis, name, illegalConstructor(name, native.prototype, native));
  }
  Object.defineProperty(globalThis, 'SharedArrayBuffer', {
    value: sharedArrayBuffer(),
    configurable: true,
    writable: true,
  });
  Object.assign(globalThis, {
    ServiceWorkerGlobalScope: illegalConstructor('ServiceWorkerGlobalScope', inherited),
    // As there, what is global is no instance of it.
    WorkerGlobalScope: illegalConstructor('WorkerGlobalScope'),
    Body: illegalConstructor('Body'),
    WebSocketRequestResponsePair,
    global: globalThis,
  });
  const values = valuesOf(`${OWN} ${INHERITED} EventTarget`.split(' '));
  clear(new Set([...LANGUAGE.split(' '), 'constructor']));
  for (const [holder, names] of places) {
    for (const name of names.split(' ')) place(holder, name, values);
  }
  Object.defineProperty(globalThis, 'origin', {
    value: 'null',
    configurable: true,
    enumerable: true,
  });
  for (const line of BROWSER_MEMBERS) {
    const [path = '', ...members] = line.split(' ');
    const holder = holderAt(path);
    for (const member of holder ? members : []) Reflect.deleteProperty(holder ?? {}, member);
  }
}

/** Without what the compiler brings: the browser's own is not used, and in Firefox reading `caches` throws here. */
function valuesOf(names: readonly string[]): Map<string, unknown> {
  return new Map(
    names
      .filter((name) => name in globalThis && !BROUGHT_GLOBALS.includes(name))
      .map((name) => [name, Reflect.get(globalThis, name)]),
  );
}

function place(holder: object, name: string, values: ReadonlyMap<string, unknown>): void {
  if (values.has(name)) {
    const value = values.get(name);
    // Minified, or a wrapper's.
    if (typeof value === 'function' && value.name !== name && name !== 'TraceEvent') {
      Object.defineProperty(value, 'name', { value: name, configurable: true });
    }
    define(holder, name, value);
  } else if (BROUGHT_GLOBALS.includes(name)) {
    Object.defineProperty(holder, name, {
      get() {
        throw new Error(
          `${name} is not part of this script: it is brought where the project's code names it.`,
        );
      },
      set: (value: unknown) => define(holder, name, value),
      configurable: true,
      enumerable: true,
    });
  }
}

function define(holder: object, name: string, value: unknown): void {
  Object.defineProperty(holder, name, {
    value,
    configurable: true,
    enumerable: true,
    writable: true,
  });
}

/** Takes every name away that is not in `kept`, up to what every object has. */
function clear(kept: ReadonlySet<string>): void {
  const events = EventTarget.prototype;
  for (let holder: object = globalThis; holder !== events; holder = Object.getPrototypeOf(holder)) {
    for (const name of Object.getOwnPropertyNames(holder)) {
      if (!kept.has(name)) Reflect.deleteProperty(holder, name);
    }
  }
}

/** Pages have it only where they are isolated from other origins; Wasm memories have it everywhere. */
function sharedArrayBuffer(): unknown {
  return new WebAssembly.Memory({ initial: 0, maximum: 0, shared: true }).buffer.constructor;
}

/** What a Durable Object may answer to WebSocket messages while it sleeps. */
class WebSocketRequestResponsePair {
  readonly #request: string;
  readonly #response: string;

  constructor(request: string, response: string) {
    this.#request = `${request}`;
    this.#response = `${response}`;
  }

  get request(): string {
    return this.#request;
  }

  get response(): string {
    return this.#response;
  }
}

function holderAt(path: string): object | undefined {
  let holder: unknown = globalThis;
  for (const name of path.split('.')) holder = Reflect.get(Object(holder), name);
  return typeof holder === 'object' && holder !== null ? holder : undefined;
}

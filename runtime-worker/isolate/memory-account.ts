/**
 * What the service's own allocations hold: Wasm memories, ArrayBuffers and typed arrays. The JavaScript
 * heap itself cannot be measured from inside; a full one ends the frame's process.
 */
import type { Tell } from './tell';

// Taken before user code can replace them.
const later = setTimeout;
const NativeArrayBuffer = ArrayBuffer;
const { Memory } = WebAssembly;

/** Smaller buffers are not worth their own entry, in bytes. */
const SMALLEST = 1024;
/** A change that is told, in bytes. */
const NOTEWORTHY = 1024 * 1024;
/** Collected buffers are released by callbacks that come a little after the collection, in ms. */
const SETTLING = 20;

const TYPED_ARRAYS = [
  'Int8Array',
  'Uint8Array',
  'Uint8ClampedArray',
  'Int16Array',
  'Uint16Array',
  'Int32Array',
  'Uint32Array',
  'Float32Array',
  'Float64Array',
  'BigInt64Array',
  'BigUint64Array',
] as const;

type Constructor = abstract new (...values: never) => object;

/** Counts what is allocated and what is collected, and tells when it matters. */
export class MemoryAccount {
  readonly #tell: Tell;
  #limit = Number.POSITIVE_INFINITY;
  #buffers = 0;
  #told = 0;
  #checking = false;
  /** Wasm memories grow by themselves: each is measured again whenever the account is read. */
  readonly #memories = new Set<WeakRef<WebAssembly.Memory>>();
  readonly #known = new WeakSet<WebAssembly.Memory>();
  readonly #collected = new FinalizationRegistry<number>((bytes) => {
    this.#buffers -= bytes;
    this.#checkSoon();
  });

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  /** @param limit 1×, in bytes: from now on what crosses it, or twice it, is told soon. */
  limitTo(limit: number): void {
    this.#limit = limit;
  }

  /** Replaces the constructors, so that what user code allocates is counted. */
  install(): void {
    wrap(globalThis, 'ArrayBuffer', NativeArrayBuffer, (buffer) => this.#addBuffer(buffer));
    for (const name of TYPED_ARRAYS) {
      wrap(globalThis, name, globalThis[name], (array, [from]) => {
        if (!(from instanceof NativeArrayBuffer)) this.#addBuffer(Reflect.get(array, 'buffer'));
      });
    }
    wrap(WebAssembly, 'Memory', Memory, (memory) => this.#addMemory(memory));
    wrap(WebAssembly, 'Instance', WebAssembly.Instance, (instance) => this.#addExports(instance));
    const { instantiate } = WebAssembly;
    Object.defineProperty(WebAssembly, 'instantiate', {
      configurable: true,
      writable: true,
      value: async (...values: Parameters<typeof instantiate>) => {
        const made: unknown = await instantiate(...values);
        this.#addExports(instanceOf(made));
        return made;
      },
    });
  }

  /** Measures, and tells what changed much. */
  sample(): void {
    const bytes = this.#bytes();
    if (Math.abs(bytes - this.#told) < NOTEWORTHY && !crosses(this.#told, bytes, this.#limit))
      return;
    this.#told = bytes;
    this.#tell({ type: 'memory', bytes });
  }

  #bytes(): number {
    let bytes = Math.max(0, this.#buffers);
    for (const reference of this.#memories) {
      const memory = reference.deref();
      if (memory) bytes += memory.buffer.byteLength;
      else this.#memories.delete(reference);
    }
    return bytes;
  }

  #addBuffer(buffer: unknown): void {
    if (!(buffer instanceof NativeArrayBuffer) || buffer.byteLength < SMALLEST) return;
    this.#buffers += buffer.byteLength;
    this.#collected.register(buffer, buffer.byteLength);
    this.#checkSoon();
  }

  #addMemory(memory: unknown): void {
    if (!(memory instanceof Memory) || this.#known.has(memory)) return;
    this.#known.add(memory);
    this.#memories.add(new WeakRef(memory));
    this.#checkSoon();
  }

  #addExports(instance: unknown): void {
    if (!(instance instanceof WebAssembly.Instance)) return;
    for (const exported of Object.values(instance.exports)) this.#addMemory(exported);
  }

  /** Not at once: what is garbage by now would count, as nothing is released inside of a task. */
  #checkSoon(): void {
    if (this.#checking || Math.abs(this.#bytes() - this.#told) < NOTEWORTHY) return;
    this.#checking = true;
    later(() => {
      this.#checking = false;
      this.sample();
    }, SETTLING);
  }
}

function crosses(before: number, after: number, limit: number): boolean {
  return [limit, 2 * limit].some((line) => before > line !== after > line);
}

function instanceOf(made: unknown): unknown {
  if (made instanceof WebAssembly.Instance) return made;
  return typeof made === 'object' && made !== null ? Reflect.get(made, 'instance') : undefined;
}

/** Puts a constructor in place of `Native` that does the same and reports what it made. */
function wrap(
  holder: object,
  name: string,
  Native: Constructor,
  made: (value: object, values: readonly unknown[]) => void,
): void {
  const wrapped = new Proxy(Native, {
    construct(target, values: unknown[], newTarget) {
      const value: object = Reflect.construct(target, values, newTarget);
      made(value, values);
      return value;
    },
  });
  Object.defineProperty(holder, name, { value: wrapped, configurable: true, writable: true });
  // What derives from an instance (`slice`, `map`) is made by its `constructor`.
  Object.defineProperty(Native.prototype, 'constructor', {
    value: wrapped,
    configurable: true,
    writable: true,
  });
}

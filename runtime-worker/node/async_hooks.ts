/**
 * `node:async_hooks` as workerd has it: the storages are whole, the hooks do nothing.
 * @see https://github.com/cloudflare/workerd/blob/main/src/workerd/api/node/async-hooks.c%2B%2B
 */
import { captureFrameValues, frameValue, hasFrameValue, withFrameValue } from 'isolab:frame-values';

type Callback = (...values: unknown[]) => unknown;

const ILLEGAL_INVOCATION =
  'Illegal invocation: function called with incorrect `this` reference. See https://developers.cloudflare.com/workers/observability/errors/#illegal-invocation-errors for details.';

/** @throws {TypeError} where `value` is no function. */
function callback(value: unknown, failure: string): Callback {
  // What a function of the user's takes and gives is the user's.
  if (typeof value === 'function') return value as Callback;
  throw new TypeError(failure);
}

function wrongParameter(method: string, of: string, position: number, type = 'function'): string {
  return `Failed to execute '${method}' on '${of}': parameter ${position} is not of type '${type}'.`;
}

interface StorageOptions {
  readonly defaultValue?: unknown;
  readonly name?: unknown;
}

export class AsyncLocalStorage {
  readonly #defaultValue: unknown;
  readonly #name: string;

  constructor(options: StorageOptions = {}) {
    if (typeof options !== 'object' || options === null) {
      throw new TypeError(
        "Failed to construct 'AsyncLocalStorage': constructor parameter 1 is not of type 'AsyncLocalStorageOptions'.",
      );
    }
    this.#defaultValue = options.defaultValue;
    this.#name = options.name === undefined ? '' : String(options.name);
  }

  static bind(work: unknown): Callback {
    const bound = callback(work, wrongParameter('bind', 'AsyncLocalStorage', 1, 'Function'));
    return boundTo(captureFrameValues(), bound);
  }

  static snapshot(): Callback {
    const run = captureFrameValues();
    return (work, ...values) => {
      const called = callback(work, 'The first argument must be a function');
      return run(() => called(...values));
    };
  }

  run(...given: readonly unknown[]): unknown {
    AsyncLocalStorage.#check(this);
    const [value, work, ...values] = given;
    if (given.length === 0) {
      throw new TypeError(wrongParameter('run', 'AsyncLocalStorage', 1, 'Value'));
    }
    const called = callback(work, wrongParameter('run', 'AsyncLocalStorage', 2));
    return withFrameValue(this, value, () => called(...values));
  }

  exit(work: unknown, ...values: readonly unknown[]): unknown {
    AsyncLocalStorage.#check(this);
    const called = callback(work, wrongParameter('exit', 'AsyncLocalStorage', 1));
    return withFrameValue(this, undefined, () => called(...values));
  }

  getStore(): unknown {
    AsyncLocalStorage.#check(this);
    return hasFrameValue(this) ? frameValue(this) : this.#defaultValue;
  }

  enterWith(): never {
    throw new Error('asyncLocalStorage.enterWith() is not implemented');
  }

  disable(): never {
    throw new Error('asyncLocalStorage.disable() is not implemented');
  }

  get name(): string {
    AsyncLocalStorage.#check(this);
    return this.#name;
  }

  get [Symbol.toStringTag](): string {
    return 'AsyncLocalStorage';
  }

  static #check(storage: unknown): void {
    if (!(storage instanceof Object && #name in storage)) throw new TypeError(ILLEGAL_INVOCATION);
  }
}

interface ResourceOptions {
  readonly triggerAsyncId?: unknown;
}

/** It has no ids and no type here: all that it keeps is where it was made. */
export class AsyncResource {
  readonly #run: ReturnType<typeof captureFrameValues>;

  constructor(_type?: string, options: ResourceOptions = {}) {
    if (typeof options !== 'object' || options === null) {
      throw new TypeError(
        "Failed to construct 'AsyncResource': constructor parameter 2 is not of type 'Options'.",
      );
    }
    if (options.triggerAsyncId !== undefined) {
      throw new Error("The 'triggerAsyncId' field on 'Options' is not implemented.");
    }
    this.#run = captureFrameValues();
  }

  static bind(work: unknown, _type?: string, thisValue?: unknown): Callback {
    return new AsyncResource().bind(work, thisValue);
  }

  bind(work: unknown, thisValue?: unknown): Callback {
    AsyncResource.#check(this);
    const called = callback(work, wrongParameter('bind', 'AsyncResource', 1, 'Function'));
    const bound = boundTo(this.#run, called, thisValue);
    return Object.defineProperty(bound, 'asyncResource', {
      value: this,
      configurable: true,
      enumerable: true,
      writable: true,
    });
  }

  runInAsyncScope(work: unknown, thisValue?: unknown, ...values: readonly unknown[]): unknown {
    AsyncResource.#check(this);
    const called = callback(work, wrongParameter('runInAsyncScope', 'AsyncResource', 1));
    return this.#run(() => Reflect.apply(called, thisValue ?? globalThis, values));
  }

  asyncId(): number {
    return 0;
  }

  triggerAsyncId(): number {
    return 0;
  }

  emitDestroy(): void {}

  get [Symbol.toStringTag](): string {
    return 'AsyncResource';
  }

  static #check(resource: unknown): void {
    if (!(resource instanceof Object && #run in resource)) throw new TypeError(ILLEGAL_INVOCATION);
  }
}

/** Called with one `this`, whatever it is called on, and without a name or a length, as a native one. */
function boundTo(
  run: ReturnType<typeof captureFrameValues>,
  work: Callback,
  thisValue?: unknown,
): Callback {
  const bound = (...values: unknown[]) =>
    run(() => Reflect.apply(work, thisValue ?? globalThis, values));
  return Object.defineProperty(bound, 'name', { value: '' });
}

class AsyncHook {
  enable(): this {
    return this;
  }

  disable(): this {
    return this;
  }
}

export function createHook(): AsyncHook {
  return new AsyncHook();
}

export function executionAsyncId(): number {
  return 0;
}

export function executionAsyncResource(): object {
  return Object.create(null);
}

export function triggerAsyncId(): number {
  return 0;
}

/** Every provider's number is 0, as in workerd. */
export const asyncWrapProviders = Object.fromEntries(
  `NONE DIRHANDLE DNSCHANNEL ELDHISTOGRAM FILEHANDLE FILEHANDLECLOSEREQ BLOBREADER FSEVENTWRAP
   FSREQCALLBACK FSREQPROMISE GETADDRINFOREQWRAP GETNAMEINFOREQWRAP HEAPSNAPSHOT HTTP2SESSION
   HTTP2STREAM HTTP2PING HTTP2SETTINGS HTTPINCOMINGMESSAGE HTTPCLIENTREQUEST LOCKS JSSTREAM JSUDPWRAP
   MESSAGEPORT PIPECONNECTWRAP PIPESERVERWRAP PIPEWRAP PROCESSWRAP PROMISE QUERYWRAP QUIC_ENDPOINT
   QUIC_LOGSTREAM QUIC_SESSION QUIC_STREAM QUIC_UDP SHUTDOWNWRAP SIGNALWRAP STATWATCHER STREAMPIPE
   TCPCONNECTWRAP TCPSERVERWRAP TCPWRAP TTYWRAP UDPSENDWRAP UDPWRAP SIGINTWATCHDOG WORKER
   WORKERCPUPROFILE WORKERCPUUSAGE WORKERHEAPPROFILE WORKERHEAPSNAPSHOT WORKERHEAPSTATISTICS WRITEWRAP
   ZLIB CHECKPRIMEREQUEST PBKDF2REQUEST KEYPAIRGENREQUEST KEYGENREQUEST KEYEXPORTREQUEST ARGON2REQUEST
   CIPHERREQUEST DERIVEBITSREQUEST HASHREQUEST RANDOMBYTESREQUEST RANDOMPRIMEREQUEST SCRYPTREQUEST
   SIGNREQUEST TLSWRAP VERIFYREQUEST QUIC_PACKET`
    .split(/\s+/)
    .map((name) => [name, 0]),
);

export default {
  AsyncLocalStorage,
  AsyncResource,
  asyncWrapProviders,
  createHook,
  executionAsyncId,
  executionAsyncResource,
  triggerAsyncId,
};

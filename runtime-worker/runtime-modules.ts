import type { CacheAnswer, CacheQuestion } from './protocol';

/**
 * The modules that the runtime itself brings, and what each exports. The compiler resolves imports to
 * them; the isolate fills them. An export that is not listed is an error at compile time.
 */
export const RUNTIME_MODULES = {
  'cloudflare:workers': [
    'DurableObject',
    'RpcPromise',
    'RpcProperty',
    'RpcStub',
    'RpcTarget',
    'ServiceStub',
    'WorkerEntrypoint',
    'WorkflowEntrypoint',
    'abortIsolate',
    'cache',
    'env',
    'exports',
    'restore',
    'tracing',
    'waitUntil',
    'withEnv',
    'withEnvAndExports',
    'withExports',
  ],
  /** What compiled code calls around each `await`; see isolate/async-context.ts. */
  'isolab:async-context': [
    'asked',
    'caught',
    'check',
    'delegate',
    'enter',
    'restorer',
    'resume',
    'thenable',
  ],
  /** What the modules in node/ are made with. */
  'isolab:frame-values': ['captureFrameValues', 'frameValue', 'hasFrameValue', 'withFrameValue'],
  'isolab:diagnostics': ['publish'],
  'isolab:vars': ['vars'],
} as const;

export type RuntimeModule = keyof typeof RUNTIME_MODULES;

/** What the isolate puts on `globalThis` under {@link RUNTIME_KEY} for the compiled code to take. */
export interface RuntimeGlobal {
  readonly modules: {
    readonly [M in RuntimeModule]: Readonly<Record<(typeof RUNTIME_MODULES)[M][number], unknown>>;
  };
  /** What globals that the compiler brings need of the isolate. */
  readonly platform: {
    /** See isolate/async-context.ts. */
    readonly bindToFrame: <This, Values extends unknown[], Result>(
      callback: (this: This, ...values: Values) => Result,
    ) => (this: This, ...values: Values) => Result;
    /** Where the sandbox frame answers what is asked of Web Crypto. */
    readonly cryptoPort: MessagePort;
    /** What the supervisor answers for `caches`. */
    readonly askCache: (question: CacheQuestion) => Promise<CacheAnswer>;
  };
  /** The bytes of data and Wasm modules, by index. */
  readonly assets: readonly Uint8Array<ArrayBuffer>[];
}

/** `globalThis[Symbol.for(RUNTIME_KEY)]` inside an isolate. */
export const RUNTIME_KEY = 'isolab.runtime';

/** How the runtime's own code is named in stacks; such frames are dropped. */
export const RUNTIME_URL = 'isolab-runtime:///';

/** Globals that the compiler brings to a script whose code names them: too much for every isolate. */
export const BROUGHT_GLOBALS: readonly string[] = [
  'Cache',
  'CacheStorage',
  'Cloudflare',
  'CryptoKey',
  'EventSource',
  'FixedLengthStream',
  'HTMLRewriter',
  'IdentityTransformStream',
  'SubtleCrypto',
  'caches',
];

/** What a script exports: evaluates the project's modules once, and resolves with what the main one exports. */
export type Evaluate = () => Promise<Record<string, unknown>>;

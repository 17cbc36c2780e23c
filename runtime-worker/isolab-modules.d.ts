/** What the isolate brings for the modules in `node/`; see runtime-modules.ts. */
declare module 'isolab:frame-values' {
  export function frameValue(key: object): unknown;
  export function hasFrameValue(key: object): boolean;
  export function withFrameValue<T>(key: object, value: unknown, work: () => T): T;
  export function captureFrameValues(): <T>(work: () => T) => T;
}

declare module 'isolab:diagnostics' {
  /** Tells those who tail the service. */
  export function publish(channel: string, message: unknown): void;
}

declare module 'isolab:vars' {
  /** The plain bindings of the service: text or JSON. */
  export const vars: Readonly<Record<string, unknown>>;
}

/** The modules of Node.js as texts. See scripts/vite-node-modules.ts. */
declare module 'virtual:node-modules' {
  /** Their names, without `node:`. */
  export const NODE_MODULES: readonly string[];
  /** Their files, and those that they share. */
  export const NODE_FILES: Readonly<Record<string, () => Promise<{ readonly default: string }>>>;
}

/** The packages of the names, and not the modules of Node.js: the build tells them by the `/`. */
declare module 'events/' {
  import { EventEmitter } from 'node:events';
  export default EventEmitter;
}

declare module 'string_decoder/' {
  export * from 'node:string_decoder';
}

declare module 'punycode/' {
  import punycode from 'node:punycode';
  export default punycode;
}

declare module 'readable-stream' {
  import streams from 'node:stream';
  export = streams;
}

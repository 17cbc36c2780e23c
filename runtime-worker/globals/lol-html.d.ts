/** The glue of lol-html's Wasm, inside of `@worker-tools/html-rewriter`, which has no types of its own there. */
declare module '*/vendor/html_rewriter.js' {
  export class HTMLRewriter {
    constructor(output: (chunk: Uint8Array) => void, options?: { enableEsiTags?: boolean });
    /** @throws what lol-html says of the selector. */
    on(selector: string, handlers: object): void;
    onDocument(handlers: object): void;
    write(chunk: Uint8Array): Promise<void>;
    end(): Promise<void>;
    free(): void;
  }

  /** Must have resolved before anything else is used. */
  export default function init(module: WebAssembly.Module): Promise<unknown>;
}

/**
 * Globals that a script brings along because its code names them: too much for every isolate to load.
 * Each piece is a script of its own (`../globals/`), put before the project's modules.
 */

interface Piece {
  /** What the code names. A name in a comment brings it too, which costs little. */
  readonly named: RegExp;
  readonly load: () => Promise<{ readonly default: string }>;
  /** Where its Wasm is, which travels beside the script. */
  readonly wasm?: () => Promise<{ readonly default: string }>;
}

const PIECES: readonly Piece[] = [
  {
    // Before those that make streams of their own.
    named:
      /\b(?:ReadableStream|WritableStream|CompressionStream|DecompressionStream|getReader|getWriter|pipeTo|pipeThrough|tee)\b/,
    load: () => import('../globals/streams?script'),
  },
  {
    named: /\b(?:subtle|SubtleCrypto|CryptoKey|DigestStream|randomUUID|getRandomValues)\b/,
    load: () => import('../globals/crypto?script'),
  },
  {
    named: /\b(?:IdentityTransformStream|FixedLengthStream)\b/,
    load: () => import('../globals/byte-streams?script'),
  },
  {
    named: /\bHTMLRewriter\b/,
    load: () => import('../globals/html-rewriter?script'),
    wasm: () =>
      import('../../node_modules/@worker-tools/html-rewriter/esm/vendor/html_rewriter_bg.wasm?url'),
  },
  { named: /\bEventSource\b/, load: () => import('../globals/event-source?script') },
  {
    named: /\b(?:caches|CacheStorage|Cache)\b(?!-)/,
    load: () => import('../globals/caches?script'),
  },
  { named: /\bCloudflare\b/, load: () => import('../globals/cloudflare?script') },
];

/**
 * What goes before a project's modules because they name it.
 * @param assets What travels beside the script; the Wasm of what is brought is added.
 */
export async function broughtGlobals(
  modules: readonly { readonly code: string }[],
  assets: Uint8Array<ArrayBuffer>[],
): Promise<readonly string[]> {
  const pieces = PIECES.filter(({ named }) => modules.some(({ code }) => named.test(code)));
  return Promise.all(pieces.map((piece) => textOf(piece, assets)));
}

async function textOf({ load, wasm }: Piece, assets: Uint8Array<ArrayBuffer>[]): Promise<string> {
  const { default: text } = await load();
  if (!wasm) return text;
  const { default: url } = await wasm();
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} could not be loaded: ${response.status}.`);
  const index = assets.push(new Uint8Array(await response.arrayBuffer())) - 1;
  return `{ const ISOLAB_ASSET = ${index}; let ISOLAB_READY; ${text.trimEnd()} await ISOLAB_READY; }`;
}

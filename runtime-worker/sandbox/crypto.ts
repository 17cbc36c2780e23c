/**
 * Web Crypto for an isolate: browsers have it in secure contexts only, which a worker of an opaque
 * origin is not, and this frame is. The keys stay here; the isolate knows them by number.
 */
import type { CryptoAnswer, CryptoQuestion } from '../protocol';

const METHODS: ReadonlySet<string> = new Set([
  'decrypt',
  'deriveBits',
  'deriveKey',
  'digest',
  'encrypt',
  'exportKey',
  'generateKey',
  'importKey',
  'sign',
  'unwrapKey',
  'verify',
  'wrapKey',
]);

/** Answers the questions that come on `port`. They come from hostile code: only data, and only {@link METHODS}. */
export function serveCrypto(port: MessagePort): void {
  const keys = new Map<number, CryptoKey>();
  let last = 0;

  function keep(result: unknown): unknown {
    if (result instanceof CryptoKey) {
      last += 1;
      keys.set(last, result);
      const { type, extractable, algorithm, usages } = result;
      return { isolabKey: { key: last, type, extractable, algorithm, usages } };
    }
    if (isRecord(result) && result.privateKey instanceof CryptoKey) {
      return { publicKey: keep(result.publicKey), privateKey: keep(result.privateKey) };
    }
    return result;
  }

  function revive(value: unknown): unknown {
    if (!isRecord(value) || ArrayBuffer.isView(value)) return value;
    if (typeof value.isolabKey === 'number') return keys.get(value.isolabKey);
    const inner = value.public;
    return isRecord(inner) ? { ...value, public: revive(inner) } : value;
  }

  async function answer(method: string, values: readonly unknown[]): Promise<unknown> {
    const { subtle } = crypto;
    // The browser checks the values themselves.
    const call: unknown = METHODS.has(method) ? Reflect.get(subtle, method) : undefined;
    if (typeof call !== 'function') throw new TypeError(`SubtleCrypto has no ${method}.`);
    return keep(await Reflect.apply(call, subtle, values.map(revive)));
  }

  port.onmessage = async ({ data }: MessageEvent<CryptoQuestion>) => {
    if ('forget' in data) {
      keys.delete(data.forget);
      return;
    }
    const { question, method, values } = data;
    const tell = (message: CryptoAnswer) => port.postMessage(message);
    try {
      tell({ question, result: await answer(method, values) });
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      tell({ question, error: { name, message } });
    }
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

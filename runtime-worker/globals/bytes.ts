const encoder = new TextEncoder();

/**
 * A chunk as bytes of its own: of text its UTF-8.
 * @throws {TypeError} with `otherwise` where it is neither text nor bytes.
 */
export function bytesOf(chunk: unknown, otherwise: string): Uint8Array<ArrayBuffer> {
  if (typeof chunk === 'string') return encoder.encode(chunk);
  if (isBuffer(chunk)) return new Uint8Array(chunk.slice(0));
  if (ArrayBuffer.isView(chunk)) {
    return new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength).slice();
  }
  throw new TypeError(otherwise);
}

/** Whether it is an ArrayBuffer or a view of one. */
export function isBufferSource(value: unknown): value is BufferSource {
  return isBuffer(value) || ArrayBuffer.isView(value);
}

function isBuffer(value: unknown): value is ArrayBuffer {
  return Object.prototype.toString.call(value) === '[object ArrayBuffer]';
}

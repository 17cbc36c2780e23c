/** What a `data:` URL holds, as workerd reads it. @see https://fetch.spec.whatwg.org/#data-url-processor */

// Taken before user code can replace it.
const decodeBase64 = atob;

export interface DataUrl {
  /** Its MIME type, as a header says it. */
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const DEFAULT_TYPE = 'text/plain;charset=US-ASCII';

/** Reads a URL; `undefined` where it is no `data:` URL with a comma. @param url As `URL` writes it. */
export function readDataUrl(url: string): DataUrl | undefined {
  const [, head, data] = /^data:([^,#]*),([^#]*)/s.exec(url) ?? [];
  if (head === undefined || data === undefined) return undefined;
  const bytes = percentDecoded(data);
  const [, type] = /^(.*?); *base64 *$/is.exec(head) ?? [];
  return type === undefined
    ? { type: mimeType(head), bytes }
    : { type: mimeType(type), bytes: base64Decoded(bytes) };
}

function percentDecoded(text: string): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const hex = /^%([\da-f]{2})/i.exec(text.slice(at, at + 3))?.[1];
    bytes.push(hex === undefined ? text.charCodeAt(at) : Number.parseInt(hex, 16));
    if (hex !== undefined) at += 2;
  }
  return new Uint8Array(bytes);
}

/** What is no digit of base64 counts for nothing, and neither do bits that make no byte. */
function base64Decoded(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const digits = Array.from(bytes, (byte) => String.fromCharCode(byte))
    .join('')
    .replace(/[^a-z\d+/]/gi, '');
  const whole = digits.length % 4 === 1 ? digits.slice(0, -1) : digits;
  return Uint8Array.from(decodeBase64(whole), (unit) => unit.charCodeAt(0));
}

const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;

/** A MIME type as it is written again, or the default where it is none. */
function mimeType(given: string): string {
  const text = given.trim();
  const [essence = '', ...fields] = (text.startsWith(';') ? `text/plain${text}` : text).split(';');
  const [type = '', subtype = '', ...rest] = essence.trim().split('/');
  if (!TOKEN.test(type) || !TOKEN.test(subtype) || rest.length > 0) return DEFAULT_TYPE;
  const parameters = new Map<string, string>();
  for (const field of fields) {
    const [, name = '', value = ''] = /^\s*([^=]*)=(.*)$/s.exec(field) ?? [];
    const key = name.toLowerCase();
    const read = value.startsWith('"') ? unquoted(value) : value.trimEnd();
    if (!TOKEN.test(key) || parameters.has(key) || (read === '' && value === '')) continue;
    parameters.set(key, read);
  }
  return [
    `${type}/${subtype}`.toLowerCase(),
    ...[...parameters].map(
      ([name, value]) => `${name}=${TOKEN.test(value) ? value : quoted(value)}`,
    ),
  ].join(';');
}

function unquoted(text: string): string {
  const [, inner = ''] = /^"((?:[^"\\]|\\.)*)/s.exec(text) ?? [];
  return inner.replace(/\\(.)/gs, '$1');
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

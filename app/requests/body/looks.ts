import { kindOf } from '../../bytes/kind';
import type { ContentType } from './content-type';

/** A way to look at a body. */
export type Look = 'json' | 'html' | 'image' | 'text' | 'hex';

/** The ways to look at a body: those that make sense, the best first. */
export type Looks = readonly [Look, ...Look[]];

/** So many first bytes tell whether a body is text. */
const TELLING = 4096;

/**
 * How a body can be looked at, by its type and, where that says nothing, by its first bytes. What claims
 * to be text and is not, and the other way round, goes by its bytes.
 */
export function looksOf({ type }: ContentType, bytes: Uint8Array): Looks {
  const start = bytes.subarray(0, TELLING);
  if (imageTypeOf(type, start)) {
    return type === 'image/svg+xml' ? ['image', 'text', 'hex'] : ['image', 'hex'];
  }
  const text = textOf(start);
  if (text === undefined) return isText(type) ? ['text', 'hex'] : ['hex', 'text'];
  const begin = text.trimStart();
  if (isJson(type) || (type !== 'application/x-ndjson' && /^[[{]/.test(begin))) {
    return isHtml(type) || /^text\/plain$/.test(type)
      ? ['text', 'json', 'hex']
      : ['json', 'text', 'hex'];
  }
  if (isHtml(type)) return ['html', 'text', 'hex'];
  if (/^<(!doctype html|html)/i.test(begin)) {
    return type === '' ? ['html', 'text', 'hex'] : ['text', 'html', 'hex'];
  }
  return ['text', 'hex'];
}

/** The type by which a browser shows it as an image, if it is one. */
export function imageTypeOf(type: string, bytes: Uint8Array): string | undefined {
  if (/^image\/[a-z0-9.+-]+$/.test(type)) return type;
  return type === '' || type === 'application/octet-stream' ? kindOf(bytes).image : undefined;
}

function isJson(type: string): boolean {
  return /^[a-z]+\/([a-z0-9.+-]+\+)?json$/.test(type);
}

function isHtml(type: string): boolean {
  return type === 'text/html' || type === 'application/xhtml+xml';
}

function isText(type: string): boolean {
  return /^text\/|[+/](json|xml|javascript|x-www-form-urlencoded)$/.test(type);
}

/** The bytes as UTF-8, if they are that. A character cut off at the end is no fault. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return text.includes('\u0000') ? undefined : text;
  } catch {
    return undefined;
  }
}

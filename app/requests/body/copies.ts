import type { Header } from '../draft/header-lines';

/** Bytes as hexadecimal digits. */
export function hex(bytes: Uint8Array): string {
  let digits = '';
  for (const byte of bytes) digits += byte.toString(16).padStart(2, '0');
  return digits;
}

/** Headers one to a line. */
export function headerText(headers: readonly Header[]): string {
  return headers.map(([name, value]) => `${name}: ${value}`).join('\n');
}

interface Head {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly Header[];
}

/** A response as it would stand in HTTP/1.1. */
export function responseText({ status, statusText, headers }: Head, body: string): string {
  const line = `HTTP/1.1 ${status} ${statusText}`.trimEnd();
  return [line, ...(headers.length > 0 ? [headerText(headers)] : []), '', body].join('\n');
}

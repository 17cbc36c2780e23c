import type { BodyDraft, Field, Part } from './draft';

type Encoded =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array<ArrayBuffer> | null;
      /** What its type is, where no header says otherwise. */
      readonly contentType: string | undefined;
    }
  | { readonly ok: false; readonly message: string };

/** What a body of this type is called, where no header says otherwise. */
export const CONTENT_TYPES = {
  json: 'application/json',
  form: 'application/x-www-form-urlencoded',
  text: 'text/plain;charset=UTF-8',
} as const;

/** The bytes of a body, and their content-type; or what is missing. */
export function encodeBody(body: BodyDraft): Encoded {
  switch (body.type) {
    case 'none':
      return { ok: true, bytes: null, contentType: undefined };
    case 'json':
    case 'text':
      return { ok: true, bytes: utf8(body.text), contentType: CONTENT_TYPES[body.type] };
    case 'form':
      return { ok: true, bytes: utf8(encodeForm(body.form)), contentType: CONTENT_TYPES.form };
    case 'multipart':
      return encodeParts(body.parts.filter(({ on }) => on));
    case 'file':
      if (!body.file) return { ok: false, message: 'Choose the file to send in the body.' };
      if (!body.file.bytes) return { ok: false, message: chooseAgain(body.file.name) };
      return {
        ok: true,
        bytes: body.file.bytes,
        contentType: body.file.type || 'application/octet-stream',
      };
  }
}

/** The fields that are on, as a form sends them. */
export function encodeForm(fields: readonly Field[]): string {
  const pairs = fields.filter(({ on }) => on).map(({ name, value }) => [name, value]);
  return new URLSearchParams(pairs).toString();
}

/** As RFC 7578 and the HTML standard have it. */
function encodeParts(parts: readonly Part[]): Encoded {
  const boundary = `----isolab${crypto.randomUUID().replaceAll('-', '')}`;
  const pieces: (string | Uint8Array<ArrayBuffer>)[] = [];
  for (const { name, value } of parts) {
    pieces.push(`--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"`);
    if (typeof value === 'string') {
      pieces.push(`\r\n\r\n${value.replace(/\r\n|\r|\n/g, '\r\n')}\r\n`);
      continue;
    }
    if (!value.bytes) return { ok: false, message: chooseAgain(value.name) };
    const type = value.type || 'application/octet-stream';
    pieces.push(`; filename="${quoted(value.name)}"\r\nContent-Type: ${type}\r\n\r\n`);
    pieces.push(value.bytes, '\r\n');
  }
  pieces.push(`--${boundary}--\r\n`);
  const contentType = `multipart/form-data; boundary=${boundary}`;
  return { ok: true, bytes: joined(pieces), contentType };
}

function chooseAgain(name: string): string {
  return name === ''
    ? 'Choose the file to send.'
    : `Choose the file “${name}” again: a page that was loaded anew cannot read it.`;
}

function quoted(name: string): string {
  return name.replace(/\r\n|\r|\n/g, '%0D%0A').replaceAll('"', '%22');
}

function joined(pieces: readonly (string | Uint8Array<ArrayBuffer>)[]): Uint8Array<ArrayBuffer> {
  const all = pieces.map((piece) => (typeof piece === 'string' ? utf8(piece) : piece));
  const bytes = new Uint8Array(all.reduce((size, piece) => size + piece.length, 0));
  let end = 0;
  for (const piece of all) {
    bytes.set(piece, end);
    end += piece.length;
  }
  return bytes;
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

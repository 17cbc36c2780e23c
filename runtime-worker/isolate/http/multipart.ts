/**
 * Forms as bodies, as workerd writes and reads them.
 * @see https://github.com/cloudflare/workerd/blob/main/src/workerd/api/form-data.c%2B%2B
 * @see https://www.rfc-editor.org/rfc/rfc7578
 */
import { WorkerFormData } from './form-data';

// Taken before user code can replace them.
const NativeBlob = Blob;
const NativeFile = File;
const NativeSearchParams = URLSearchParams;
const random = crypto.getRandomValues.bind(crypto);
const utf8 = new TextDecoder();
const decode = utf8.decode.bind(utf8);

const PARAMETER = /;\s*([\w-]+)\s*=\s*"((?:[^"\n\\]|\\[^\n])+)"\s*/gy;
const UTF8 = /^(?:utf-?8|unicode-1-1-utf-8)$/i;

/** A form as a body, and the type to send it with. */
export function serializeForm(form: WorkerFormData): { blob: Blob; type: string } {
  const boundary = [...random(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  const parts: BlobPart[] = [];
  for (const [name, value] of form) {
    parts.push(`--${boundary}\r\nContent-Disposition: form-data; name="${escaped(name)}"`);
    if (typeof value === 'string') parts.push(`\r\n\r\n${value}\r\n`);
    else {
      const type = value.type || 'application/octet-stream';
      parts.push(`; filename="${escaped(value.name)}"\r\nContent-Type: ${type}\r\n\r\n`);
      parts.push(value, '\r\n');
    }
  }
  const blob = new NativeBlob([...parts, `--${boundary}--`]);
  return { blob, type: `multipart/form-data; boundary=${boundary}` };
}

/** @throws {TypeError} with workerd's messages where the body is no form of that type. */
export function parseForm(bytes: Uint8Array<ArrayBuffer>, type: string | null): WorkerFormData {
  if (type === null) {
    throw new TypeError('Parsing a Body as FormData requires a Content-Type header.');
  }
  const [essence = '', ...parameters] = type.split(';').map((part) => part.trim());
  const parameter = (wanted: string) =>
    parameters
      .map((each) => /^([^=]*)=\s*"?([^"]*)"?$/.exec(each))
      .find((match) => match?.[1]?.trim().toLowerCase() === wanted)?.[2];
  switch (essence.toLowerCase()) {
    case 'multipart/form-data': {
      const boundary = parameter('boundary');
      if (boundary) return parseMultipart(bytes, boundary);
      throw new TypeError(
        `No boundary string in Content-Type header. The multipart/form-data MIME type requires a boundary parameter, e.g. 'Content-Type: multipart/form-data; boundary="abcd"'. See RFC 7578, section 4.`,
      );
    }
    case 'application/x-www-form-urlencoded': {
      if (!UTF8.test(parameter('charset') ?? 'utf-8')) {
        throw new TypeError('Non-utf-8 application/x-www-form-urlencoded body.');
      }
      const form = new WorkerFormData();
      for (const [name, value] of new NativeSearchParams(decode(bytes))) form.append(name, value);
      return form;
    }
  }
  throw new TypeError(
    'Unrecognized Content-Type header value. FormData can only parse the following MIME types: multipart/form-data, application/x-www-form-urlencoded',
  );
}

/** Its positions are those of a text with one character for each byte. */
function parseMultipart(bytes: Uint8Array<ArrayBuffer>, boundary: string): WorkerFormData {
  const text = latin1(bytes);
  const delimiter = `--${latin1(new TextEncoder().encode(boundary))}`;
  const form = new WorkerFormData();
  let at = text.indexOf(delimiter) + delimiter.length;
  if (at < delimiter.length || at === text.length) {
    throw new TypeError('No initial boundary string (or you have a truncated message).');
  }
  for (;;) {
    const [newline] = /^(?:\r?\n|--)/.exec(text.slice(at, at + 2)) ?? [];
    if (newline === '--') return form;
    if (newline === undefined) {
      throw new TypeError("Boundary string was not succeeded by CRLF, LF, or '--'.");
    }
    at += newline.length;
    const end = /\r?\n\r?\n/.exec(text.slice(at));
    if (!end) throw new TypeError('No multipart message header termination found.');
    const content = at + end.index + end[0].length;
    const { name, file, type } = readHead(decode(bytes.subarray(at, at + end.index)));
    const next = text.indexOf(`\n${delimiter}`, content);
    at = next + 1 + delimiter.length;
    if (next < 0 || at === text.length) {
      throw new TypeError('No subsequent boundary string after multipart message.');
    }
    const value = bytes.subarray(content, text[next - 1] === '\r' ? next - 1 : next);
    form.append(name, file === undefined ? decode(value) : new NativeFile([value], file, { type }));
  }
}

function readHead(head: string): { name: string; file: string | undefined; type: string } {
  const lines = head.split(/\r?\n/).map((line) => /^([\w-]+):\s*(.*?)\s*$/.exec(line));
  if (lines.includes(null)) throw new TypeError('FormData part had invalid headers.');
  const field = (wanted: string) => lines.find((line) => line?.[1]?.toLowerCase() === wanted)?.[2];
  const disposition = field('content-disposition');
  if (disposition === undefined) {
    throw new TypeError('No valid Content-Disposition header found in FormData part.');
  }
  const [kind = ''] = /^[\w-]+\s*/.exec(disposition) ?? [];
  if (kind.trim() !== 'form-data') {
    throw new TypeError(
      `Content-Disposition header for FormData part must have the value "form-data", possibly followed by parameters. Got: "${kind.trim()}"`,
    );
  }
  const parameters = new Map(
    [...disposition.slice(kind.length).matchAll(PARAMETER)].map(([, name, value = '']) => [
      name,
      value.replace(/\\([^\n])/g, '$1'),
    ]),
  );
  const name = parameters.get('name');
  if (name === undefined) {
    throw new TypeError('Content-Disposition header in FormData part is missing a name.');
  }
  return { name, file: parameters.get('filename'), type: field('content-type') ?? '' };
}

function escaped(name: string): string {
  if (name.endsWith('\\')) throw new TypeError("Name or filename can't end with backslash");
  return name.replaceAll('"', '%22').replaceAll('\n', '%0A').replaceAll('\\', '\\\\');
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return text;
}

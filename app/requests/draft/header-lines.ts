export type Header = readonly [name: string, value: string];

export type HeaderLines =
  | { readonly ok: true; readonly headers: readonly Header[] }
  | { readonly ok: false; readonly line: number; readonly message: string };

/** A token of RFC 9110, section 5.6.2: what a header name and a method are made of. */
export const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** What RFC 9110, section 5.5 leaves out of a field value: all control characters but the tab. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN_IN_VALUE = /[\u0000-\u0008\u000a-\u001f\u007f]/;

/** Header values are bytes: Fetch's "ByteString" and HTTP have no way to write these. */
const BEYOND_LATIN_1 = /[\u0100-\u{10ffff}]/u;

/**
 * Reads headers written one to a line, as `Name: value`. Empty lines are skipped.
 * @returns the headers in order, or what is wrong with the first bad line (counted from 1).
 */
export function readHeaderLines(text: string): HeaderLines {
  const headers: Header[] = [];
  for (const [index, written] of text.split(/\r?\n/).entries()) {
    if (written.trim() === '') continue;
    const header = readHeader(written);
    if (typeof header === 'string') {
      return { ok: false, line: index + 1, message: `Header line ${index + 1}: ${header}` };
    }
    headers.push(header);
  }
  return { ok: true, headers };
}

/** Reads one header, or says what is wrong with it. */
export function readHeader(line: string): Header | string {
  const colon = line.indexOf(':');
  if (colon === -1) return `“${line.trim()}” has no colon. Write it as “Name: value”.`;
  const name = line.slice(0, colon).trim();
  const value = line.slice(colon + 1).trim();
  if (name === '') return 'there is no name before the colon.';
  if (!TOKEN.test(name)) {
    return `“${name}” cannot be a header name: only letters, digits and !#$%&'*+-.^_\`|~ can.`;
  }
  if (FORBIDDEN_IN_VALUE.test(value)) return `the value of “${name}” holds a control character.`;
  const [beyond] = BEYOND_LATIN_1.exec(value) ?? [];
  if (beyond !== undefined) {
    return `the value of “${name}” has a “${beyond}” in it; only Latin-1 can be sent. Percent-encode it.`;
  }
  return [name, value];
}

import type { Header } from '../draft/header-lines';

const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/json': 'json',
  'application/javascript': 'js',
  'application/pdf': 'pdf',
  'application/wasm': 'wasm',
  'application/xml': 'xml',
  'application/zip': 'zip',
  'image/avif': 'avif',
  'image/gif': 'gif',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/svg+xml': 'svg',
  'image/webp': 'webp',
  'text/css': 'css',
  'text/csv': 'csv',
  'text/html': 'html',
  'text/javascript': 'js',
  'text/markdown': 'md',
  'text/plain': 'txt',
};

/**
 * What the body of a response is called as a file: as `Content-Disposition` says, else like the end of
 * its URL. The worker may be hostile, so it is a plain name in any case.
 * @param url of the request, where it has one.
 * @param type Its media type, without parameters.
 */
export function bodyFileName(
  url: string | undefined,
  type: string,
  headers: readonly Header[],
): string {
  const [, disposition = ''] =
    headers.find(([name]) => name.toLowerCase() === 'content-disposition') ?? [];
  const given = /\bfilename\s*=\s*(?:"([^"]*)"|([^\s;"]+))/i.exec(disposition);
  const named = plainName(given?.[1] ?? given?.[2] ?? '');
  if (named !== '') return named;
  const last = plainName(url === undefined ? '' : (new URL(url).pathname.split('/').at(-1) ?? ''));
  if (/\.[a-z0-9]{1,5}$/i.test(last)) return last;
  const subtype = /\+(json|xml)$/.exec(type)?.[1];
  const extension = EXTENSIONS[type] ?? subtype ?? (type.startsWith('text/') ? 'txt' : 'bin');
  return `${last || 'response'}.${extension}`;
}

function plainName(name: string): string {
  return name
    .replace(/[^\p{L}\p{N}._ -]+/gu, '_')
    .replace(/^[._ -]+/, '')
    .slice(0, 80);
}

import { TOKEN } from './header-lines';

/** What relative URLs are resolved against. */
export const BASE_URL = 'https://playground.example';

/** The URL that was written, absolute; or what is wrong with it. */
export function readUrl(written: string): { readonly url: string } | { readonly problem: string } {
  const trimmed = written.trim();
  if (/\s/.test(trimmed)) return { problem: `“${trimmed}” has a space in it. Write it as %20.` };
  if (!URL.canParse(trimmed, BASE_URL)) return { problem: `“${trimmed}” is not a URL.` };
  const url = new URL(trimmed, BASE_URL);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return { problem: `“${trimmed}” is no http: or https: URL. A path such as /slow will do.` };
  }
  if (url.username !== '' || url.password !== '') {
    return {
      problem: `“${trimmed}” has a user name or password in it, which a Request refuses. Send an Authorization header.`,
    };
  }
  url.hash = '';
  return { url: url.href };
}

/** The method that was written, in capitals where it is a usual one; or what is wrong with it. */
export function readMethod(
  written: string,
): { readonly method: string } | { readonly problem: string } {
  const method = written.trim();
  if (!TOKEN.test(method)) return { problem: `“${method}” cannot be a method.` };
  const usual = method.toUpperCase();
  return { method: METHODS.some((known) => known === usual) ? usual : method };
}

export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;

/** Path and query of a URL of ours, the whole URL of any other host. */
export function shortUrl(url: string): string {
  if (!URL.canParse(url)) return url;
  const parsed = new URL(url);
  return parsed.origin === BASE_URL ? parsed.pathname + parsed.search : url;
}

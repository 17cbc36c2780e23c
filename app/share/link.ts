import { LinkError } from './link-error';

/**
 * Whether the part of an address from its # on means to be a link that opens here, of any version and
 * in any state: one of ours, or of Cloudflare's Playground, which all begin with what lz-string makes
 * of `multipart`.
 */
export function looksLikeLink(hash: string): boolean {
  return /^#(v\d{1,6}\.|LYVwNgLglgDg)/.test(hash);
}

/**
 * What makes and reads links. It comes with the first of them: most visits are without one.
 * @throws {LinkError} where it cannot be loaded.
 */
export async function loadLinks() {
  try {
    return await import('./links');
  } catch {
    throw new LinkError(
      'What makes and reads links could not be loaded. Check the connection and try again.',
    );
  }
}

import { loadLinks } from './link';
import type { Opens } from './links';
import { looksLikeLink } from './looks-like-link';

export type LinkOpening = 'none' | 'opened' | { readonly error: string };

/**
 * Opens the project that the page's address carries.
 * @param hash of the page's address.
 * @returns whether there was one; where it cannot be opened, why, and all is left as it was.
 */
export async function openLinkInHash(project: Opens, hash = location.hash): Promise<LinkOpening> {
  if (!looksLikeLink(hash)) return 'none';
  try {
    await (await loadLinks()).openLink(project, hash);
    return 'opened';
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

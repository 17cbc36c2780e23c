import type { ProjectState } from '../project/store';
import { decodeLink, looksLikeLink } from './link';

export type LinkOpening = 'none' | 'opened' | { readonly error: string };

/**
 * Opens the project that the page's address carries. Opening runs nothing: the next event does.
 * @param hash of the page's address.
 * @returns whether there was one; where it cannot be opened, why, and all is left as it was.
 */
export async function openLinkInHash(
  project: { getState(): Pick<ProjectState, 'open'> },
  hash = location.hash,
): Promise<LinkOpening> {
  if (!looksLikeLink(hash)) return 'none';
  try {
    const files = await decodeLink(hash);
    project.getState().open(files, 'link');
    return 'opened';
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

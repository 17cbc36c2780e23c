import type { ProjectState } from '../project/store';
import { decodeLink, looksLikeLink } from './link';

export type LinkOpening = 'none' | 'opened' | { readonly error: string };

interface Opens {
  getState(): Pick<ProjectState, 'open' | 'select'>;
}

/**
 * Opens the project of a link, in place of the open one, which keeps what was saved of it. Opening runs
 * nothing: the next event does.
 * @throws {LinkError} where it cannot be opened, {ProjectError} where there is no project to be read
 * from its files: all is left as it was.
 */
export async function openLink(project: Opens, textOrUrl: string): Promise<void> {
  const { files, openFile } = await decodeLink(textOrUrl);
  project.getState().open(files, 'link');
  if (openFile !== undefined) project.getState().select(openFile);
}

/**
 * Opens the project that the page's address carries.
 * @param hash of the page's address.
 * @returns whether there was one; where it cannot be opened, why, and all is left as it was.
 */
export async function openLinkInHash(project: Opens, hash = location.hash): Promise<LinkOpening> {
  if (!looksLikeLink(hash)) return 'none';
  try {
    await openLink(project, hash);
    return 'opened';
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

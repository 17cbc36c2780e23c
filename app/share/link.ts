import { LinkError } from './link-error';
import { splitLink } from './link-text';
import type { LinkedProject } from './linked-project';

export { LinkError } from './link-error';

/** Whether a text means to be a link of ours, of any version and in any state. */
export function looksLikeLink(textOrUrl: string): boolean {
  return splitLink(textOrUrl) !== undefined;
}

/**
 * Makes a link to this page with the project in it.
 * @param page URL of the page that opens it.
 * @throws {LinkError} where the project is too large for a link, has a file name that links refuse, or
 * what makes links cannot be loaded.
 */
export async function encodeLink(project: LinkedProject, page = location.href): Promise<string> {
  const { encode } = await loadCodec();
  return encode(project, page);
}

/**
 * Reads the project from a link, or from the part of it after `#`. Nothing of it is run.
 * @returns what it carries; the files are in an object without prototype.
 * @throws {LinkError} with what is wrong: no link, of a newer version, cut short, altered, too large,
 * with a file name that is refused, or what reads links cannot be loaded.
 */
export async function decodeLink(textOrUrl: string): Promise<LinkedProject> {
  const { decode } = await loadCodec();
  return decode(textOrUrl);
}

/** With the first link: most visits come without one. */
async function loadCodec() {
  try {
    return await import('./link-codec');
  } catch {
    throw new LinkError(
      'What makes and reads links could not be loaded. Check the connection and try again.',
    );
  }
}

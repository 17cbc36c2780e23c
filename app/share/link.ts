import { LinkError } from './link-error';
import { isOfCloudflare, splitLink } from './link-text';
import type { LinkedProject } from './linked-project';

export { LinkError } from './link-error';

/** Whether a text means to be a link that opens here, of any version and in any state. */
export function looksLikeLink(textOrUrl: string): boolean {
  return splitLink(textOrUrl) !== undefined || isOfCloudflare(textOrUrl);
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
 * Reads the project from a link, ours or one of Cloudflare's Playground, or from the part of it after
 * `#`. Nothing of it is run.
 * @returns what it carries; the files are in an object without prototype.
 * @throws {LinkError} with what is wrong: no link, of a newer version, cut short, altered, too large,
 * with a file name that is refused, or what reads links cannot be loaded.
 */
export async function decodeLink(textOrUrl: string): Promise<LinkedProject> {
  if (!splitLink(textOrUrl) && isOfCloudflare(textOrUrl)) {
    const { readCloudflareLink } = await loaded(import('./cloudflare/read-link'));
    return readCloudflareLink(textOrUrl);
  }
  const { decode } = await loadCodec();
  return decode(textOrUrl);
}

/** With the first link: most visits come without one. */
function loadCodec() {
  return loaded(import('./link-codec'));
}

async function loaded<Part>(part: Promise<Part>): Promise<Part> {
  try {
    return await part;
  } catch {
    throw new LinkError(
      'What makes and reads links could not be loaded. Check the connection and try again.',
    );
  }
}

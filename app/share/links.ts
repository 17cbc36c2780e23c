import { mainModuleOf, type ProjectFiles } from '../../runtime-worker/index';
import type { ProjectState } from '../project/store';
import { checkedFiles } from './checked-files';
import { contentHash } from './content-hash';
import { decode, encode } from './link-codec';
import { LinkError } from './link-error';
import { isOfCloudflare, splitLink } from './link-text';
import type { LinkedProject } from './linked-project';
import { sharing } from './sharing';
import { LARGEST_PAYLOAD } from './unpack';

export { contentHash } from './content-hash';

/**
 * Makes a link to this page with the project in it.
 * @param page URL of the page that opens it.
 * @throws {LinkError} where the project is too large for a link, or has a file name that links refuse.
 */
export function encodeLink(project: LinkedProject, page = location.href): string {
  return encode(project, page);
}

/** The file that a link is to ask for: none where it shows that by itself. */
export function openFileToAsk(files: ProjectFiles, openFile: string): string | undefined {
  return openFile === '' || openFile === mainModuleOf(files) ? undefined : openFile;
}

/** A link to the open project, as it is shown. */
export function linkTo({ files, openFile }: Pick<ProjectState, 'files' | 'openFile'>): string {
  return encodeLink({ files, openFile: openFileToAsk(files, openFile) });
}

/**
 * Reads the project from a link, ours or one of Cloudflare's Playground, or from the part of it after
 * `#`. Nothing of it is run.
 * @returns what it carries; the files are in an object without prototype.
 * @throws {LinkError} with what is wrong: no link, of a newer version, cut short, altered, too large,
 * or with a file name that is refused.
 */
export async function decodeLink(textOrUrl: string): Promise<LinkedProject> {
  if (splitLink(textOrUrl) || !isOfCloudflare(textOrUrl)) return decode(textOrUrl);
  const { readCloudflareLink } = await loadReader();
  return { files: checkedFiles(await readCloudflareLink(textOrUrl, LARGEST_PAYLOAD)) };
}

async function loadReader() {
  try {
    return await import('./cloudflare/read-link');
  } catch {
    throw new LinkError(
      "What reads links of Cloudflare's Playground could not be loaded. Check the connection and try again.",
    );
  }
}

/** The part of the project's store that opens. */
export interface Opens {
  getState(): Pick<ProjectState, 'open' | 'select'> & {
    readonly opening: object;
    readonly files: ProjectFiles;
  };
}

/**
 * Opens the project of a link as one of its own: what was open before stays as it was saved. Opening
 * runs nothing: the next event does.
 * @throws {LinkError} where it cannot be opened, {ProjectError} where there is no project to be read
 * from its files: all is left as it was.
 */
export async function openLink(project: Opens, textOrUrl: string): Promise<void> {
  const linked = await decodeLink(textOrUrl);
  const at = performance.now();
  project.getState().open(linked.files, 'link');
  if (linked.openFile !== undefined) project.getState().select(linked.openFile);
  const { opening, files } = project.getState();
  const { layout } = linked;
  sharing.setState({ arrival: { opening, files, hash: contentHash(files), at, layout } });
}

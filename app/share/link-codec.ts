import { NotReadable } from './byte-reader';
import { problemOfFileNames } from './file-names';
import { LinkError } from './link-error';
import { splitLink } from './link-text';
import { openV1 } from './link-v1';
import { makeV2, openV2 } from './link-v2';
import type { LinkedProject } from './linked-project';
import { refusal } from './refusals';

/** A link carries the whole project in its fragment, which browsers send to nobody: `#v2.…`. */
const NEWEST = 2;

/** What a version means never changes: links of it open for ever. */
const VERSIONS: ReadonlyMap<number, (data: string) => LinkedProject> = new Map([
  [1, openV1],
  [2, openV2],
]);

export function encode(project: LinkedProject, page: string): string {
  const problem = problemOfFileNames(Object.keys(project.files));
  if (problem !== undefined) throw new LinkError(`No link can be made: ${problem}.`);
  const url = new URL(page);
  url.hash = `v${NEWEST}.${makeV2(project)}`;
  return url.href;
}

export function decode(textOrUrl: string): LinkedProject {
  const link = splitLink(textOrUrl);
  if (!link) {
    throw new LinkError(
      `This is not an Isolab link: those have #v${NEWEST}. and then the project in them.`,
    );
  }
  const open = VERSIONS.get(link.version);
  if (!open) {
    throw new LinkError(
      `This link is of version ${link.version}, and this page opens versions ${[...VERSIONS.keys()].join(' and ')}. Reload the page for a newer one, or open the link where it was made.`,
    );
  }
  const strange = /[^\w-]/u.exec(link.data);
  if (strange) throw new LinkError(refusal.strange(strange[0]));
  try {
    return open(link.data);
  } catch (error) {
    throw error instanceof NotReadable ? new LinkError(refusal.noProject) : error;
  }
}

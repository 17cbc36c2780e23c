import { sizeText } from '../bytes/kind';
import type { Incoming } from '../files/dropped-entries';
import { contentOf, MOST_BYTES } from '../files/incoming';
import type { ProjectStore } from '../project/store';
import { BringInError } from './bring-in-error';
import { leftOutIn } from './left-out';
import { projectOf } from './project-of';
import { unzip } from './unzip';

/** As large as a zip may be: a project that fits does not become much larger when it is packed. */
const LARGEST_ZIP = 2 * MOST_BYTES;

/**
 * Opens files, a folder or a zip as a project of its own; what was open is kept. Says what was left out or
 * turned into something else; where nothing can be opened, why, and leaves the open project as it is.
 */
export async function bringInProject(
  project: ProjectStore,
  read: () => Promise<readonly Incoming[]>,
): Promise<void> {
  try {
    const incoming = await read();
    const [only] = incoming;
    const isZip = only && incoming.length === 1 && /\.zip$/i.test(only.path);
    const { files, said } = projectOf(
      isZip ? await unzipped(only.file) : await contentsOf(incoming),
    );
    project.getState().open(files, 'saved');
    project.getState().notify(said.length > 0 ? said.join(' ') : undefined);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    project.getState().notify(`Not opened: ${why.replace(/\.$/, '')}.`);
  }
}

async function unzipped(file: File) {
  if (file.size > LARGEST_ZIP) {
    throw new BringInError(`the zip is larger than ${sizeText(LARGEST_ZIP)}`);
  }
  const entries = unzip(new Uint8Array(await file.arrayBuffer()));
  return Promise.all(
    entries.map(async ([path, bytes]) => [path, await contentOf(new File([bytes], path))] as const),
  );
}

/** What is left out is not read. */
async function contentsOf(incoming: readonly Incoming[]) {
  const meant = incoming.filter(({ path }) => leftOutIn(path) === undefined);
  if (meant.reduce((size, { file }) => size + file.size, 0) > MOST_BYTES) {
    throw new BringInError(
      `it is more than ${sizeText(MOST_BYTES)}, and a project has at most that`,
    );
  }
  return Promise.all(
    incoming.map(async ({ path, file }) => {
      const content = leftOutIn(path) === undefined ? await contentOf(file) : '';
      return [path, content] as const;
    }),
  );
}

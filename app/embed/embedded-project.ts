import { mainModuleOf, type ProjectFiles, readProject } from '../../runtime-worker/index';
import { storyExample } from '../examples/index';
import type { RunView } from '../layout/layout';
import type { ProjectOrigin } from '../project/store';
import { loadLinks } from '../share/link';
import { looksLikeLink } from '../share/looks-like-link';
import type { Asked } from './asked';

/** The project that an embed shows. Nothing of it runs. */
export interface EmbeddedProject {
  readonly files: ProjectFiles;
  readonly origin: ProjectOrigin;
  /** Empty where there is none to show. */
  readonly openFile: string;
  readonly view: RunView | undefined;
  /** What was asked for and is not there; then the story is shown in its place. */
  readonly problem: string | undefined;
}

/**
 * Finds the project that an embed's address names: that of its link, else the example by that name, else
 * the story.
 */
export async function findProject(
  { example }: Pick<Asked, 'example'>,
  hash: string,
): Promise<EmbeddedProject> {
  try {
    if (looksLikeLink(hash)) {
      const { files, openFile, layout } = await (await loadLinks()).decodeLink(hash);
      // Throws where there is no project to be read from them.
      readProject(files);
      return { ...shown(files, 'link', openFile), view: layout?.view };
    }
    if (hash.length > 1) throw new Error('What is after the # is no link of Isolab.');
    return shown(example === undefined ? storyExample() : await exampleCalled(example), 'example');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { ...shown(storyExample(), 'example'), problem: `${why} This is the story instead.` };
  }
}

function shown(files: ProjectFiles, origin: ProjectOrigin, openFile?: string): EmbeddedProject {
  const asked = openFile !== undefined && Object.hasOwn(files, openFile) ? openFile : undefined;
  return {
    files,
    origin,
    openFile: asked ?? mainModuleOf(files) ?? Object.keys(files)[0] ?? '',
    view: undefined,
    problem: undefined,
  };
}

async function exampleCalled(name: string): Promise<ProjectFiles> {
  const { EXAMPLES } = await loadExamples();
  const files = EXAMPLES.get(name);
  if (files) return files;
  const names = [...EXAMPLES.keys()].join(', ');
  throw new Error(`There is no example called ${name}. There are ${names}.`);
}

async function loadExamples() {
  try {
    return await import('../examples/all');
  } catch {
    throw new Error('The example could not be loaded. Reload the page to try again.');
  }
}

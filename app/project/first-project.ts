import { storyExample } from '../examples/index';
import { lastSaved } from './saved-projects';
import type { ProjectStore } from './store';

/** ms after which the page no longer waits for storage to show itself, and then for storage at all. */
const PATIENCE = 500;
const LONGEST = 10_000;

type LinkOpening = 'none' | 'opened' | { readonly error: string };

interface FirstProject {
  /** There is a project to be shown. */
  readonly shown: Promise<void>;
  /** No other will come in its place by itself. */
  readonly settled: Promise<void>;
}

/**
 * Opens what a visit begins with: what a link in the URL names, else what was edited last, else the
 * story. The story is open at once, so that it compiles while the others are looked for; they come in
 * its place, however late, unless something else was opened or edited meanwhile.
 * @param openLink opens the project of the URL's link, if there is one.
 */
export function openFirstProject(
  project: ProjectStore,
  openLink: () => Promise<LinkOpening>,
): FirstProject {
  project.getState().open(storyExample(), 'example');
  const settled = replaceStory(project, openLink);
  return { shown: within(settled, PATIENCE), settled };
}

async function replaceStory(
  project: ProjectStore,
  openLink: () => Promise<LinkOpening>,
): Promise<void> {
  const { opening, files } = project.getState();
  const link = await openLink();
  if (typeof link === 'object') project.getState().notify(link.error);
  if (link === 'opened') return;
  const saved = await within(lastSaved(), LONGEST);
  const now = project.getState();
  if (!saved || now.opening !== opening || now.files !== files) return;
  now.reopen(saved.files, 'saved', saved);
  if (typeof link === 'object') now.notify(link.error);
}

/** What comes of `work`, or nothing after so many ms. */
function within<Result>(work: Promise<Result>, ms: number): Promise<Result | undefined> {
  return Promise.race([work, new Promise<undefined>((resolve) => setTimeout(resolve, ms))]);
}

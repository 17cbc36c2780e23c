import { storyExample } from '../examples/index';
import { autosave, lastSaved } from './autosave';
import type { ProjectStore } from './store';

/** ms after which the page no longer waits for storage. */
const PATIENCE = 500;

type LinkOpening = 'none' | 'opened' | { readonly error: string };

/**
 * Opens what a visit begins with: what a link in the URL names, else what was edited last, else the
 * story. The story is open at once, so that it compiles while the others are looked for; they come in
 * its place unless something else was opened meanwhile.
 * @param openLink opens the project of the URL's link, if there is one.
 * @returns when it is open, or storage took too long.
 */
export async function openFirstProject(
  project: ProjectStore,
  openLink: () => Promise<LinkOpening>,
): Promise<void> {
  project.getState().open(storyExample(), 'example');
  const { opening, files } = project.getState();

  const link = await openLink();
  const saved = link === 'opened' ? undefined : await soon(lastSaved());
  const now = project.getState();
  const restored = now.opening === opening && now.files === files ? saved : undefined;
  if (restored) now.open(restored.files, 'saved');
  autosave(project, restored, forgetLink);
  if (typeof link === 'object') now.notify(link.error);
}

/** Once an edit of a link's project is saved, a reload opens that, not the link again. */
function forgetLink(): void {
  if (location.hash !== '')
    history.replaceState(history.state, '', location.pathname + location.search);
}

function soon<Result>(result: Promise<Result>): Promise<Result | undefined> {
  return Promise.race([result, new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE))]);
}

import type { ProjectStore } from '../project/store';
import { copyText } from '../ui/copy-text';
import { loadLinks } from './link';

/** Copies a link to the open project and says so; where nothing can be copied, shows the link. */
export async function copyLink(project: ProjectStore): Promise<void> {
  const { notify } = project.getState();
  try {
    const { linkTo } = await loadLinks();
    const link = linkTo(project.getState());
    notify((await copyText(link)) ? 'The link is copied.' : `Copy this link: ${link}`);
  } catch (error) {
    notify(error instanceof Error ? error.message : String(error));
  }
}

import { createStore } from 'zustand/vanilla';
import type { ProjectStore } from '../project/store';

/** Whether the examples are over the page, to choose from. */
export const gallery = createStore<{ readonly shown: boolean }>(() => ({ shown: false }));

/** Shows the examples; where they cannot be loaded it says so. */
export async function openGallery(project: ProjectStore): Promise<void> {
  try {
    await import('./Gallery');
    gallery.setState({ shown: true });
  } catch {
    project
      .getState()
      .notify('The examples could not be loaded. Reload the page with a network to try again.');
  }
}

export function closeGallery(): void {
  gallery.setState({ shown: false });
}

import { saveLastWords } from '../project/saved-projects';
import type { ProjectStore } from '../project/store';
import type { Saving } from './saving';
import { isEdit, type Transition } from './transition';

/**
 * Sees to it that the project is saved from its first edit on. What saves it is loaded then, or when it
 * is asked for.
 * @returns what saves. It rejects where that cannot be loaded; the next edit tries again.
 */
export function autosave(project: ProjectStore): () => Promise<Saving> {
  let missed: Transition[] = [];
  let loading: Promise<Saving> | undefined;

  const load = () => {
    loading ??= import('./saving').then(
      ({ createSaving }) => {
        stop();
        removeEventListener('pagehide', leave);
        return createSaving(project, missed);
      },
      (error) => {
        loading = undefined;
        project.getState().notify('Not saved: what saves could not be loaded. Share keeps it.');
        throw error;
      },
    );
    return loading;
  };

  const stop = project.subscribe((now, before) => {
    if (now.files === before.files && now.opening === before.opening) return;
    const last = missed.at(-1);
    // Of the edits in a row, only what came of them.
    const isMore = now.opening === before.opening && last && isEdit(last);
    missed = isMore ? [...missed.slice(0, -1), [now, last[1]]] : [...missed, [now, before]];
    if (now.opening === before.opening) load().catch(() => {});
  });

  const leave = () => {
    for (const [now] of missed.filter(isEdit)) {
      // Nobody knows whether another tab has it: then this is a copy.
      saveLastWords(now.continues ? crypto.randomUUID() : now.id, now.files);
    }
  };
  addEventListener('pagehide', leave);
  return load;
}

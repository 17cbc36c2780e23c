import { forget, type Saved, saveAsLast, saveForLater, saveLastWords } from './saved-projects';
import type { ProjectStore } from './store';

const SAVE_DELAY = 500;

interface Autosave {
  /** What is open now was saved before as `saved`; that goes once an edit of it is saved. */
  supersedes(saved: Saved): void;
}

/**
 * Saves the open project from its first edit on, under an id of this visit: two tabs that began with
 * the same project never write over each other. Where storage refuses, it says so once and the work
 * goes on in memory.
 * @param onSaved Called after each save.
 */
export function autosave(project: ProjectStore, onSaved: () => void): Autosave {
  let id = crypto.randomUUID();
  let superseded: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let refused = false;

  const save = async () => {
    timer = undefined;
    const old = superseded;
    superseded = undefined;
    try {
      await saveAsLast(id, project.getState().files);
      if (old !== undefined) await forget(old);
      onSaved();
    } catch {
      if (refused) return;
      refused = true;
      project
        .getState()
        .notify('Not saved: this browser gives the page no storage. Share keeps it.');
    }
  };

  project.subscribe((now, before) => {
    if (now.opening !== before.opening) {
      if (timer !== undefined) {
        clearTimeout(timer);
        void saveForLater(id, before.files);
      }
      timer = undefined;
      id = crypto.randomUUID();
      superseded = undefined;
      return;
    }
    if (now.files === before.files) return;
    clearTimeout(timer);
    timer = setTimeout(save, SAVE_DELAY);
  });

  addEventListener('pagehide', () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    saveLastWords(id, project.getState().files);
    void save();
  });

  return {
    supersedes(saved) {
      superseded = saved.id;
    },
  };
}

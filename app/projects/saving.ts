import type { ProjectFiles } from '../../runtime-worker/index';
import { saveLastWords } from '../project/saved-projects';
import type { ProjectState, ProjectStore } from '../project/store';
import { createGuard, type Guard } from './guard';
import { keeping } from './keeping';
import { saveAsLast, saveForLater } from './saves';
import { isEdit, type Transition } from './transition';

/** ms from an edit until it is saved. */
const SAVE_DELAY = 500;

export interface Saving {
  /** Saves what is not saved yet. Settles when that is done, whether or not storage took it. */
  flush(): Promise<void>;
  /** By their ids, what was open before and could not be saved so far. */
  readonly unkept: ReadonlyMap<string, ProjectFiles>;
  /** Makes the open project this tab's: the tab that has it saves its last edit and gives it up. */
  takeOver(): void;
}

/**
 * Saves the open project from its first edit on, under its id. Where another tab has that project, what
 * is typed here is kept as a copy under an id of its own. Where storage refuses, `keeping` says so and
 * the work goes on in memory.
 * @param missed what became of the project before.
 */
export function createSaving(project: ProjectStore, missed: readonly Transition[]): Saving {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let kept = (missed[0]?.[1] ?? project.getState()).files;
  const unkept = new Map<string, ProjectFiles>();
  let saving = Promise.resolve();

  /** Under which the open project may be saved. */
  const ownId = () => {
    const state = project.getState();
    if (isOwn(state)) return state.id;
    const copy = crypto.randomUUID();
    state.become(copy);
    return copy;
  };

  const save = async () => {
    const { opening } = project.getState();
    if (keeping.getState().place !== 'here') await guard.decided();
    // Another was opened meanwhile: this one was saved as it was left.
    if (project.getState().opening !== opening) return;
    const id = ownId();
    const { files } = project.getState();
    try {
      await saveAsLast(id, files);
      if (project.getState().opening === opening) kept = files;
      if (unkept.size === 0) keeping.setState({ trouble: undefined });
      forgetLink();
    } catch (error) {
      refused(error);
    }
  };

  const saveLeft = async () => {
    try {
      for (const [id, files] of unkept) {
        await saveForLater(id, files);
        if (unkept.get(id) === files) unkept.delete(id);
      }
      if (project.getState().files === kept) keeping.setState({ trouble: undefined });
    } catch (error) {
      refused(error);
    }
  };

  const flush = () => {
    clearTimeout(timer);
    if (unkept.size > 0) saving = saving.then(saveLeft);
    if (project.getState().files !== kept) saving = saving.then(save);
    return saving;
  };

  const follow = ([now, before]: Transition) => {
    if (!isEdit([now, before])) {
      clearTimeout(timer);
      if (before.files !== kept) {
        unkept.set(isOwn(before) ? before.id : crypto.randomUUID(), before.files);
        const left = saveLeft();
        saving = saving.then(() => left);
      }
      kept = unkept.get(now.id) === now.files ? {} : now.files;
      unkept.delete(now.id);
    } else if (now.files !== before.files) {
      clearTimeout(timer);
      timer = setTimeout(flush, SAVE_DELAY);
    }
    // The id of a copy is this tab's alone.
    if (now.id !== before.id) {
      keeping.setState({ place: isEdit([now, before]) ? 'here' : 'undecided' });
    }
  };
  missed.forEach(follow);
  project.subscribe((now, before) => follow([now, before]));

  addEventListener('pagehide', () => {
    if (project.getState().files === kept) return;
    saveLastWords(ownId(), project.getState().files);
    void flush();
  });

  const guard: Guard = createGuard(project, { flush, kept: () => kept });
  return { flush, unkept, takeOver: guard.takeOver };
}

/** Whether no other tab may have the project that is, or was until now, open here. */
function isOwn({ continues }: ProjectState): boolean {
  const { place } = keeping.getState();
  return place === 'here' || (place === 'undecided' && !continues);
}

function refused(error: unknown): void {
  const isFull = error instanceof Error && error.name === 'QuotaExceededError';
  keeping.setState({ trouble: isFull ? 'full' : 'shut' });
}

/** Once an edit of a link's project is saved, a reload opens that, not the link again. */
function forgetLink(): void {
  if (location.hash !== '')
    history.replaceState(history.state, '', location.pathname + location.search);
}

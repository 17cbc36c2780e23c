import { createStore, del, get, promisifyRequest, set } from 'idb-keyval';
import * as v from 'valibot';
import type { ProjectFiles } from '../../runtime-worker/index';
import type { ProjectStore } from './store';

const LAST_OPENED = 'last-opened';
/** In the tab's own storage, which a reload keeps: the id of the project it edited last. */
const OF_THIS_TAB = 'isolab:project';
const SAVE_DELAY = 500;

/** The names are those of idb-keyval itself. */
const STORE = createStore('keyval-store', 'keyval');

const SavedProject = v.object({
  files: v.record(
    v.string(),
    v.union([
      v.string(),
      v.custom<Uint8Array<ArrayBuffer>>((content) => content instanceof Uint8Array),
    ]),
  ),
});

/** What was saved before, and the id it was saved under. */
export interface Saved {
  readonly id: string;
  readonly files: ProjectFiles;
}

/**
 * The project that this tab edited last, else the one that any did; `undefined` where there is none or
 * storage is shut.
 */
export async function lastSaved(): Promise<Saved | undefined> {
  try {
    const own = sessionStorage.getItem(OF_THIS_TAB);
    return (own !== null && (await savedAs(own))) || (await savedAs(await get(LAST_OPENED, STORE)));
  } catch {
    return undefined;
  }
}

/**
 * Saves the open project in IndexedDB from its first edit on, under an id of this visit: two tabs that
 * began with the same project never write over each other. Where storage refuses, it says so once and
 * the work goes on in memory.
 * @param restored What the visit began with; goes once an edit of it is saved.
 * @param onSaved Called after each save.
 */
export function autosave(
  project: ProjectStore,
  restored: Saved | undefined,
  onSaved: () => void,
): void {
  let id = crypto.randomUUID();
  let superseded = restored?.id;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let refused = false;

  const save = async () => {
    timer = undefined;
    const old = superseded;
    superseded = undefined;
    try {
      sessionStorage.setItem(OF_THIS_TAB, id);
      await saveAsLast(id, project.getState().files);
      if (old !== undefined) await del(keyOf(old), STORE);
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
        void saveAs(id, before.files);
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
    void save();
  });
}

async function savedAs(id: unknown): Promise<Saved | undefined> {
  if (typeof id !== 'string') return undefined;
  const saved = v.safeParse(SavedProject, await get<unknown>(keyOf(id), STORE));
  return saved.success ? { id, files: saved.output.files } : undefined;
}

/** In one transaction that is committed at once: one that waits is aborted where the page goes. */
async function saveAsLast(id: string, files: ProjectFiles): Promise<void> {
  await STORE('readwrite', (store) => {
    store.put({ files }, keyOf(id));
    store.put(id, LAST_OPENED);
    store.transaction.commit();
    return promisifyRequest(store.transaction);
  });
}

async function saveAs(id: string, files: ProjectFiles): Promise<void> {
  try {
    await set(keyOf(id), { files }, STORE);
  } catch {
    // The project is no longer the open one: there is nobody to tell.
  }
}

function keyOf(id: string): string {
  return `project:${id}`;
}

import { promisifyRequest, set } from 'idb-keyval';
import type { ProjectFiles } from '../../runtime-worker/index';
import {
  keyOf,
  LAST_LEFT,
  LAST_OPENED,
  LAST_WORDS,
  OF_THIS_TAB,
  STORE,
} from '../project/saved-projects';

/**
 * Saves the project as the one to begin with, in one transaction that is committed at once.
 * @throws where storage refuses.
 */
export async function saveAsLast(id: string, files: ProjectFiles): Promise<void> {
  sessionStorage.setItem(OF_THIS_TAB, id);
  await STORE('readwrite', (store) => {
    store.put({ files, edited: Date.now() }, keyOf(id));
    store.put(id, LAST_OPENED);
    store.transaction.commit();
    return promisifyRequest(store.transaction);
  });
  localStorage.removeItem(LAST_WORDS + id);
  localStorage.removeItem(LAST_LEFT);
}

/** Saves a project that is no longer the open one. @throws where storage refuses. */
export async function saveForLater(id: string, files: ProjectFiles): Promise<void> {
  await set(keyOf(id), { files, edited: Date.now() }, STORE);
  localStorage.removeItem(LAST_WORDS + id);
}

/** From now on the next visit begins with this one. @throws where storage refuses. */
export async function rememberOpen(id: string): Promise<void> {
  sessionStorage.setItem(OF_THIS_TAB, id);
  localStorage.removeItem(LAST_LEFT);
  await set(LAST_OPENED, id, STORE);
}

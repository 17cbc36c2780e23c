import { createStore, del, get, promisifyRequest, set } from 'idb-keyval';
import * as v from 'valibot';
import type { ProjectFiles } from '../../runtime-worker/index';
import { fromBase64Url, toBase64Url } from '../share/base64';

const LAST_OPENED = 'last-opened';
/** In the tab's own storage, which a reload keeps: the id of the project it edited last. */
const OF_THIS_TAB = 'isolab:project';
/** In local storage: projects whose page went before IndexedDB could take their last edit. */
const LAST_WORDS = 'isolab:last-words:';

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

/** JSON has no bytes. */
const LastWords = v.record(v.string(), v.union([v.string(), v.object({ base64url: v.string() })]));

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
    for (const id of [
      sessionStorage.getItem(OF_THIS_TAB),
      await get<unknown>(LAST_OPENED, STORE),
    ]) {
      const saved = typeof id === 'string' && (lastWordsOf(id) ?? (await savedAs(id)));
      if (saved) return saved;
    }
    return undefined;
  } catch {
    return undefined;
  }
}

/**
 * Saves the project as the one to begin with, in one transaction that is committed at once.
 * @throws where storage refuses.
 */
export async function saveAsLast(id: string, files: ProjectFiles): Promise<void> {
  sessionStorage.setItem(OF_THIS_TAB, id);
  await STORE('readwrite', (store) => {
    store.put({ files }, keyOf(id));
    store.put(id, LAST_OPENED);
    store.transaction.commit();
    return promisifyRequest(store.transaction);
  });
  localStorage.removeItem(LAST_WORDS + id);
}

/**
 * Saves the project before it returns, as far as there is room: a transaction of IndexedDB that has not
 * ended when the page goes may be lost with it.
 */
export function saveLastWords(id: string, files: ProjectFiles): void {
  const words: v.InferOutput<typeof LastWords> = {};
  for (const [path, content] of Object.entries(files)) {
    words[path] = typeof content === 'string' ? content : { base64url: toBase64Url(content) };
  }
  try {
    sessionStorage.setItem(OF_THIS_TAB, id);
    localStorage.setItem(LAST_WORDS + id, JSON.stringify(words));
  } catch {
    // Too large, or shut: IndexedDB may still take it.
  }
}

/** Saves a project that is no longer the open one: where that fails there is nobody to tell. */
export async function saveForLater(id: string, files: ProjectFiles): Promise<void> {
  await set(keyOf(id), { files }, STORE).catch(() => {});
}

/** @throws where storage refuses. */
export async function forget(id: string): Promise<void> {
  localStorage.removeItem(LAST_WORDS + id);
  await del(keyOf(id), STORE);
}

async function savedAs(id: string): Promise<Saved | undefined> {
  const saved = v.safeParse(SavedProject, await get<unknown>(keyOf(id), STORE));
  return saved.success ? { id, files: saved.output.files } : undefined;
}

function lastWordsOf(id: string): Saved | undefined {
  const text = localStorage.getItem(LAST_WORDS + id);
  if (text === null) return undefined;
  const words = v.safeParse(LastWords, JSON.parse(text));
  if (!words.success) return undefined;
  const files = Object.entries(words.output).map(
    ([path, content]) =>
      [path, typeof content === 'string' ? content : fromBase64Url(content.base64url)] as const,
  );
  return { id, files: Object.fromEntries(files) };
}

function keyOf(id: string): string {
  return `project:${id}`;
}

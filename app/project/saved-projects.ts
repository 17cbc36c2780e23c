import { createStore, get } from 'idb-keyval';
import * as v from 'valibot';
import type { ProjectFiles } from '../../runtime-worker/index';
import { fromBase64Url, toBase64Url } from '../share/base64';
import type { KeptAs } from './store';

export const LAST_OPENED = 'last-opened';
/** In the tab's own storage, which a reload keeps: the id of the project it edited last. */
export const OF_THIS_TAB = 'isolab:project';
/** In local storage: the id of the project whose page went last, until any is saved. */
export const LAST_LEFT = 'isolab:last-left';
/** In local storage: projects whose page went before IndexedDB could take their last edit. */
export const LAST_WORDS = 'isolab:last-words:';

/** The names are those of idb-keyval itself. */
export const STORE = createStore('keyval-store', 'keyval');

export const SavedFiles = v.record(
  v.string(),
  v.union([
    v.string(),
    v.custom<Uint8Array<ArrayBuffer>>((content) => content instanceof Uint8Array),
  ]),
);

export const SavedProject = v.object({
  files: SavedFiles,
  /** ms since the epoch; what was saved before this was noted has none. */
  edited: v.optional(v.number(), 0),
});

/** What the user says of a project. It has a key of its own, so that a save need not read it first. */
export const About = v.object({ name: v.optional(v.string()) });

/** JSON has no bytes. */
const LastWords = v.record(v.string(), v.union([v.string(), v.object({ base64url: v.string() })]));

/** What was saved before, and as what. */
export interface Saved extends KeptAs {
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
      localStorage.getItem(LAST_LEFT),
      await get<unknown>(LAST_OPENED, STORE),
    ]) {
      const saved = typeof id === 'string' && (await savedAs(id));
      if (saved) return saved;
    }
    return undefined;
  } catch {
    return undefined;
  }
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
    localStorage.setItem(LAST_LEFT, id);
  } catch {
    // Too large, or shut: IndexedDB may still take it.
  }
}

/**
 * What is kept as `id`; `undefined` where nothing is, or nothing that can be read.
 * @throws where storage is shut.
 */
export async function savedAs(id: string): Promise<Saved | undefined> {
  const [saved, about] = [
    v.safeParse(SavedProject, await get<unknown>(keyOf(id), STORE)),
    v.safeParse(About, await get<unknown>(aboutOf(id), STORE)),
  ];
  const files = lastWordsOf(id) ?? (saved.success ? saved.output.files : undefined);
  return files && { id, name: about.success ? about.output.name : undefined, files };
}

/** What its page said last of a project; `undefined` where it is saved, or this cannot be read. */
export function lastWordsOf(id: string): ProjectFiles | undefined {
  const text = localStorage.getItem(LAST_WORDS + id);
  if (text === null) return undefined;
  try {
    const words = Object.entries(v.parse(LastWords, JSON.parse(text)));
    return Object.fromEntries(
      words.map(([path, content]) => [
        path,
        typeof content === 'string' ? content : fromBase64Url(content.base64url),
      ]),
    );
  } catch {
    return undefined;
  }
}

export function keyOf(id: string): string {
  return `project:${id}`;
}

export function aboutOf(id: string): string {
  return `about:${id}`;
}

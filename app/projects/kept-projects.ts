import { get, promisifyRequest, set } from 'idb-keyval';
import * as v from 'valibot';
import type { ProjectFiles } from '../../runtime-worker/index';
import { serviceNameOf } from '../project/marks';
import {
  About,
  aboutOf,
  keyOf,
  LAST_WORDS,
  lastWordsOf,
  SavedProject,
  STORE,
} from '../project/saved-projects';

import { putVersionsBack, type TakenVersions, takeVersions } from './history/versions';

const KEPT = keyOf('');

/** A project that is kept in this browser. */
export interface KeptProject {
  readonly id: string;
  /** What the user calls it, else the name of its worker service. */
  readonly name: string;
  /** ms since the epoch; 0 where nobody noted it. */
  readonly edited: number;
  readonly files: ProjectFiles;
}

export interface KeptProjects {
  /** The last one first. */
  readonly projects: readonly KeptProject[];
  /** Ids of what is there and cannot be read. */
  readonly unreadable: readonly string[];
}

/** All that is kept. @throws where storage is shut. */
export async function listKept(): Promise<KeptProjects> {
  const kept = new Map(await valuesWith(KEPT));
  const about = new Map(await valuesWith(aboutOf('')));
  const ids = new Set([...kept.keys(), ...idsOfLastWords()]);
  const projects: KeptProject[] = [];
  const unreadable: string[] = [];
  for (const id of ids) {
    const saved = v.safeParse(SavedProject, kept.get(id));
    const words = lastWordsOf(id);
    const files = words ?? (saved.success ? saved.output.files : undefined);
    if (!files) {
      unreadable.push(id);
      continue;
    }
    const edited = saved.success ? saved.output.edited : 0;
    projects.push({ id, name: nameIn(about.get(id)) ?? serviceNameOf(files), edited, files });
  }
  projects.sort((some, others) => others.edited - some.edited);
  return { projects, unreadable };
}

/** What a kept project is called. @param files of it. */
export async function nameOfKept(id: string, files: ProjectFiles): Promise<string> {
  const about = await get<unknown>(aboutOf(id), STORE).catch(() => undefined);
  return nameIn(about) ?? serviceNameOf(files);
}

/** Calls a kept project by a name, or again by that of its service. @throws where storage refuses. */
export async function callKept(id: string, name: string | undefined): Promise<void> {
  await set(aboutOf(id), { name }, STORE);
}

/** Keeps files as a project of their own. @returns its id. @throws where storage refuses. */
export async function keep(name: string, files: ProjectFiles): Promise<string> {
  const id = crypto.randomUUID();
  await STORE('readwrite', (store) => {
    store.put({ files, edited: Date.now() }, keyOf(id));
    store.put({ name }, aboutOf(id));
    return promisifyRequest(store.transaction);
  });
  return id;
}

/** All that is kept of a project, as it is put back. */
export interface TakenAway {
  readonly id: string;
  readonly values: ReadonlyMap<string, unknown>;
  readonly lastWords: string | null;
  readonly versions: TakenVersions;
}

/** Deletes a project, though it cannot be read. @throws where storage refuses. */
export async function takeAway(id: string): Promise<TakenAway> {
  const versions = await takeVersions(id);
  const keys = [keyOf(id), aboutOf(id)];
  const values = await STORE('readwrite', async (store) => {
    const read = await Promise.all(keys.map((key) => promisifyRequest<unknown>(store.get(key))));
    for (const key of keys) store.delete(key);
    await promisifyRequest(store.transaction);
    return new Map(keys.map((key, index) => [key, read[index]]));
  });
  const lastWords = localStorage.getItem(LAST_WORDS + id);
  localStorage.removeItem(LAST_WORDS + id);
  return { id, values, lastWords, versions };
}

/** Takes a deletion back. @throws where storage refuses. */
export async function putBack({ id, values, lastWords, versions }: TakenAway): Promise<void> {
  await STORE('readwrite', (store) => {
    for (const [key, value] of values) if (value !== undefined) store.put(value, key);
    return promisifyRequest(store.transaction);
  });
  if (lastWords !== null) localStorage.setItem(LAST_WORDS + id, lastWords);
  await putVersionsBack(versions);
}

/** By id, the values whose keys begin like this. */
async function valuesWith(prefix: string): Promise<(readonly [string, unknown])[]> {
  const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
  const [keys, values] = await STORE('readonly', (store) =>
    Promise.all([
      promisifyRequest(store.getAllKeys(range)),
      promisifyRequest<unknown[]>(store.getAll(range)),
    ]),
  );
  return keys.map((key, index) => [String(key).slice(prefix.length), values[index]] as const);
}

function idsOfLastWords(): string[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(LAST_WORDS))
    .map((key) => key.slice(LAST_WORDS.length));
}

function nameIn(about: unknown): string | undefined {
  const parsed = v.safeParse(About, about);
  return parsed.success ? parsed.output.name : undefined;
}

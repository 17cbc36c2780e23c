import { createStore, promisifyRequest } from 'idb-keyval';
import * as v from 'valibot';
import type { ProjectFiles } from '../../../runtime-worker/index';
import { SavedFiles } from '../../project/saved-projects';
import { isSame } from '../same-files';
import { type Listed, surplusOf } from './limits';

/** Apart from the projects: a version is written once, and read when somebody looks at the history. */
const STORE = createStore('isolab-history', 'versions');

const REASONS = ['opened', 'run', 'before'] as const;

/** Why a version was kept: as it was opened, as it ran, or before another one was brought back. */
export type Reason = (typeof REASONS)[number];

const Listing = v.array(v.object({ at: v.number(), size: v.number() }));

const Stored = v.object({ files: SavedFiles, why: v.picklist(REASONS) });

/** A version of a project. */
export interface Version {
  /** ms since the epoch. */
  readonly at: number;
  readonly why: Reason;
  readonly files: ProjectFiles;
}

/**
 * Keeps a version, unless the last one has the same files; the oldest go where there are too many.
 * @param opened the files as they were opened: of a project without history, the first version.
 * @throws where storage refuses.
 */
export async function addVersion(
  id: string,
  files: ProjectFiles,
  why: Reason,
  opened?: ProjectFiles,
): Promise<void> {
  await STORE('readwrite', async (store) => {
    const listed = listingIn(await promisifyRequest<unknown>(store.get([id])));
    const last = listed.at(-1);
    const stored =
      last && v.safeParse(Stored, await promisifyRequest<unknown>(store.get([id, last.at])));
    if (stored?.success && isSame(stored.output.files, files)) return;

    const put = (files: ProjectFiles, why: Reason) => {
      const at = Math.max(Date.now(), (listed.at(-1)?.at ?? 0) + 1);
      store.put({ files, why }, [id, at]);
      listed.push({ at, size: sizeOf(files) });
    };
    if (!last && opened && !isSame(opened, files)) put(opened, 'opened');
    put(files, why);
    const surplus = new Set(surplusOf(listed));
    for (const { at } of surplus) store.delete([id, at]);
    store.put(
      listed.filter((each) => !surplus.has(each)),
      [id],
    );
    await promisifyRequest(store.transaction);
  });
}

/** A project's versions, the last one first; and how many more there are that cannot be read. */
export async function versionsOf(
  id: string,
): Promise<{ readonly versions: readonly Version[]; readonly unreadable: number }> {
  const [keys, values] = await STORE('readonly', (store) =>
    Promise.all([
      promisifyRequest(store.getAllKeys(rangeOf(id))),
      promisifyRequest<unknown[]>(store.getAll(rangeOf(id))),
    ]),
  );
  const versions: Version[] = [];
  let unreadable = 0;
  keys.forEach((key, index) => {
    const at = Array.isArray(key) ? key[1] : undefined;
    const stored = v.safeParse(Stored, values[index]);
    if (stored.success && typeof at === 'number') versions.unshift({ at, ...stored.output });
    else unreadable += 1;
  });
  return { versions, unreadable };
}

/** All that is kept of a project's history, as it is put back. */
export type TakenVersions = readonly (readonly [IDBValidKey, unknown])[];

/** Deletes a project's history. @throws where storage refuses. */
export async function takeVersions(id: string): Promise<TakenVersions> {
  return STORE('readwrite', async (store) => {
    const all = IDBKeyRange.bound([id], [id, []]);
    const [keys, values] = await Promise.all([
      promisifyRequest(store.getAllKeys(all)),
      promisifyRequest<unknown[]>(store.getAll(all)),
    ]);
    store.delete(all);
    await promisifyRequest(store.transaction);
    return keys.map((key, index) => [key, values[index]] as const);
  });
}

/** Takes a deletion back. @throws where storage refuses. */
export async function putVersionsBack(taken: TakenVersions): Promise<void> {
  await STORE('readwrite', (store) => {
    for (const [key, value] of taken) store.put(value, key);
    return promisifyRequest(store.transaction);
  });
}

function rangeOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id, 0], [id, Number.POSITIVE_INFINITY]);
}

function listingIn(value: unknown): Listed[] {
  const listing = v.safeParse(Listing, value);
  return listing.success ? listing.output : [];
}

function sizeOf(files: ProjectFiles): number {
  return Object.values(files).reduce((sum, content) => sum + content.length, 0);
}

import * as v from 'valibot';
import { persist } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';
import { visitorsStorage } from '../embed/visitors-storage';
import { layout, showPane } from '../layout/layout';
import type { Incoming } from './dropped-entries';

/** A name that is being typed in the tree. */
export type Draft =
  /** @param folder where the new one comes to lie, with a `/` at its end; empty for the root. */
  | { readonly kind: 'newFile' | 'newFolder'; readonly folder: string }
  /** `rename`: its name in its folder; `move`: its whole path. */
  | { readonly kind: 'rename' | 'move'; readonly path: string };

const Kept = v.object({
  /** Whether the tree of files shows; undefined where nobody said: then where there is room. */
  shown: v.fallback(v.optional(v.boolean()), undefined),
  /** Percent of the editor's width. */
  width: v.fallback(v.pipe(v.number(), v.minValue(20), v.maxValue(80)), 30),
});

interface FilesPane extends v.InferOutput<typeof Kept> {
  readonly draft: Draft | undefined;
  /** Files that wait to be put into a folder. */
  readonly incoming:
    | { readonly folder: string; readonly read: () => Promise<readonly Incoming[]> }
    | undefined;
}

/** How the tree of files shows; kept for the next visit, where the browser lets it. */
export const filesPane = createStore<FilesPane>()(
  persist((): FilesPane => ({ ...v.parse(Kept, {}), draft: undefined, incoming: undefined }), {
    name: 'isolab:files',
    storage: visitorsStorage<v.InferOutput<typeof Kept>>(),
    partialize: ({ shown, width }) => ({ shown, width }),
    merge: (kept, now) => ({ ...now, ...v.parse(Kept, kept ?? {}) }),
  }),
);

/** Where the page is narrower, the tree shows once it is asked for. */
const ROOM = '(min-width: 1200px)';

/** Whether the tree of files shows. */
export function filesAreShown({ shown }: Pick<FilesPane, 'shown'>): boolean {
  return shown ?? matchMedia(ROOM).matches;
}

/** Hides the tree of files, or shows it, and with it the editor that it is part of. */
export function toggleFiles(): void {
  const isHidden = layout.getState().hidden.includes('editor');
  const shown = isHidden || !filesAreShown(filesPane.getState());
  showPane('editor');
  filesPane.setState({ shown, draft: undefined });
}

/** Shows the tree with a field in it, for a name. */
export function startDraft(draft: Draft): void {
  showPane('editor');
  filesPane.setState({ shown: true, draft });
}

/** Puts the field away. */
export function endDraft(): void {
  filesPane.setState({ draft: undefined });
}

/** Has files put into a folder: the tree asks what to do where something is there already. */
export function bringIn(folder: string, read: () => Promise<readonly Incoming[]>): void {
  filesPane.setState({ shown: true, incoming: { folder, read } });
}

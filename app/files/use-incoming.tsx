import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useProjectStore } from '../project/context';
import { putFiles } from './actions';
import { contentOf, sortOut } from './incoming';
import { filesPane } from './pane';
import { freeCopyOf } from './paths';
import { listed, useQuestion } from './Question';

/**
 * Puts files that wait into the project, and asks where something is there already.
 * @param onAdded Called with the first path of those that were put.
 */
export function useIncoming(onAdded: (path: string) => void) {
  const project = useProjectStore();
  const incoming = useStore(filesPane, (state) => state.incoming);
  const { ask, dialog } = useQuestion();

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for what came in
  useEffect(() => {
    if (!incoming) return;
    filesPane.setState({ incoming: undefined });
    void bring(incoming);
  }, [incoming]);

  const bring = async ({ folder, read }: NonNullable<typeof incoming>) => {
    try {
      const all = (await read()).map(({ path, file }) => ({ path: folder + path, file }));
      const { taken, leftOut } = sortOut(all, project.getState());
      if (leftOut.length > 0) project.getState().notify(leftOut.join(' '));
      if (taken.length === 0) return;
      const contents = await Promise.all(
        taken.map(async ({ path, file }) => [path, await contentOf(file)] as const),
      );
      await put(new Map(contents));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      project.getState().notify(`The files could not be read: ${why}. Nothing was added.`);
    }
  };

  const put = async (contents: ReadonlyMap<string, string | Uint8Array<ArrayBuffer>>) => {
    const isThere = (path: string) => Object.hasOwn(project.getState().files, path);
    const there = [...contents.keys()].filter(isThere);
    const answer =
      there.length === 0
        ? REPLACE
        : await ask(
            there.length === 1 ? 'Replace the file?' : `Replace ${there.length} files?`,
            `Already in the project: ${listed(there)}.`,
            [REPLACE, KEEP_BOTH],
          );
    if (answer === undefined) return;
    const paths = new Set(Object.keys(project.getState().files));
    const placed = new Map(
      [...contents].map(([path, content]) => {
        const free =
          answer === KEEP_BOTH && isThere(path)
            ? freeCopyOf(path, (other) => paths.has(other) || contents.has(other))
            : path;
        paths.add(free);
        return [free, content] as const;
      }),
    );
    const [first] = placed.keys();
    putFiles(project, placed.size === 1 ? `Added ${first}` : `Added ${placed.size} files`, placed);
    if (first === undefined) return;
    onAdded(first);
    if (placed.size === 1) project.getState().select(first);
  };

  return dialog;
}

const REPLACE = 'Replace';
const KEEP_BOTH = 'Keep both';

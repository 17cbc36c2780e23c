import { useRef } from 'react';
import type { DragAndDropOptions, Key } from 'react-aria-components';
import { useProjectStore } from '../project/context';
import { inTheWay, moveInto } from './actions';
import { folderOf, isWithin, nameOf } from './paths';
import { listed, useQuestion } from './Question';

/** A type of our own: nothing that another page drags is taken for a file of the project. */
const PATH = 'application/x-isolab-path';

/**
 * Dragging files and folders into folders.
 * @param isFolder whether a path is that of a folder.
 */
export function useMoving(isFolder: (path: string) => boolean) {
  const project = useProjectStore();
  const dragged = useRef<readonly string[]>([]);
  const { ask, dialog } = useQuestion();

  const folderAt = (key: Key) => {
    const path = String(key);
    return isFolder(path) ? `${path}/` : folderOf(path);
  };

  const moveTo = async (folder: string) => {
    const paths = dragged.current;
    const there = inTheWay(project.getState(), paths, folder);
    if (there.length > 0) {
      const answer = await ask(
        there.length === 1 ? 'Replace it?' : `Replace ${there.length} of them?`,
        `Already in ${folder || 'the project'}: ${listed(there.map(nameOf))}.`,
        ['Replace'],
      );
      if (answer === undefined) return;
    }
    const problem = moveInto(project, paths, folder);
    if (problem !== undefined) project.getState().notify(problem);
  };

  const options: DragAndDropOptions = {
    getItems: (keys) => {
      dragged.current = [...keys].map(String);
      return dragged.current.map((path) => ({ [PATH]: path, 'text/plain': path }));
    },
    acceptedDragTypes: [PATH],
    getDropOperation: (target, types) => {
      if (!types.has(PATH) || (target.type === 'item' && target.dropPosition !== 'on')) {
        return 'cancel';
      }
      const folder = target.type === 'root' ? '' : folderAt(target.key);
      return dragged.current.every((path) => canMove(path, folder)) ? 'move' : 'cancel';
    },
    onDrop: ({ target }) => void moveTo(target.type === 'root' ? '' : folderAt(target.key)),
  };
  return { options, dialog };
}

/** Not where it is, and no folder into itself. */
function canMove(path: string, folder: string): boolean {
  return folderOf(path) !== folder && !isWithin(folder.slice(0, -1), path);
}

import { useEffect, useRef } from 'react';
import { Menu, MenuItem, Popover, Separator } from 'react-aria-components';
import { useProjectStore } from '../project/context';
import { copyText } from '../ui/copy-text';
import { duplicate } from './actions';
import { startDraft } from './pane';
import { folderOf } from './paths';
import { pick } from './pick';

/** Where a menu opens, in CSS pixels of the window, and what it is of. */
export interface MenuPlace {
  readonly left: number;
  readonly top: number;
  /** The row; none for the project as a whole. */
  readonly path: string | undefined;
  readonly isFolder: boolean;
}

interface FileMenuProps {
  readonly place: MenuPlace;
  readonly onClose: () => void;
  /** What an action on the row is for: all that is selected, if the row is. */
  readonly meant: (path: string) => readonly string[];
  readonly onRemove: (path: string) => void;
}

/** What can be done with a file or folder. */
export function FileMenu({ place, onClose, meant, onRemove }: FileMenuProps) {
  const project = useProjectStore();
  const anchor = useRef<HTMLSpanElement>(null);
  const chosen = useRef<() => void>(undefined);
  const { path, isFolder, left, top } = place;
  const folder = path === undefined ? '' : isFolder ? `${path}/` : folderOf(path);

  const copyPaths = async (paths: readonly string[]) => {
    if (await copyText(paths.join('\n'))) return;
    project.getState().notify(`The browser does not let this page copy: ${paths.join(', ')}`);
  };

  const actions: Record<string, () => void> = {
    newFile: () => startDraft({ kind: 'newFile', folder }),
    newFolder: () => startDraft({ kind: 'newFolder', folder }),
    addFiles: () => pick('files', folder),
    addFolder: () => pick('folder', folder),
    ...(path !== undefined && {
      rename: () => startDraft({ kind: 'rename', path }),
      move: () => startDraft({ kind: 'move', path }),
      duplicate: () => duplicate(project, meant(path)),
      copyPath: () => void copyPaths(meant(path)),
      delete: () => onRemove(path),
    }),
  };

  // Only when the focus is back where it was: a name is typed where it is moved to then.
  useEffect(
    () => () => {
      requestAnimationFrame(() => setTimeout(() => chosen.current?.()));
    },
    [],
  );

  return (
    <>
      <span ref={anchor} className="menu-anchor" style={{ left, top }} />
      <Popover
        className="menu-popover"
        aria-label={path ?? 'Files'}
        triggerRef={anchor}
        isOpen
        onOpenChange={onClose}
        placement="bottom start"
        offset={2}
      >
        <Menu
          className="menu"
          aria-label={path ?? 'Files'}
          autoFocus="first"
          onAction={(key) => {
            chosen.current = actions[key];
            onClose();
          }}
        >
          <MenuItem id="newFile" className="menu-item">
            New file…
          </MenuItem>
          <MenuItem id="newFolder" className="menu-item">
            New folder…
          </MenuItem>
          <MenuItem id="addFiles" className="menu-item">
            Add files…
          </MenuItem>
          <MenuItem id="addFolder" className="menu-item">
            Add a folder…
          </MenuItem>
          {path !== undefined && (
            <>
              <Separator className="menu-separator" />
              <MenuItem id="rename" className="menu-item" textValue="Rename">
                Rename… <kbd>F2</kbd>
              </MenuItem>
              <MenuItem id="move" className="menu-item">
                Move…
              </MenuItem>
              <MenuItem id="duplicate" className="menu-item">
                Duplicate
              </MenuItem>
              <MenuItem id="copyPath" className="menu-item">
                Copy the path
              </MenuItem>
              <Separator className="menu-separator" />
              <MenuItem id="delete" className="menu-item" textValue="Delete">
                Delete <kbd>Del</kbd>
              </MenuItem>
            </>
          )}
        </Menu>
      </Popover>
    </>
  );
}

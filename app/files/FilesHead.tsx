import { Ellipsis, FilePlus, FolderPlus } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useProject, useProjectStore } from '../project/context';
import { IconButton } from '../ui/IconButton';
import { redo, undo } from './actions';
import { startDraft } from './pane';
import { folderOf } from './paths';
import { pick } from './pick';

interface FilesHeadProps {
  readonly onCollapse: () => void;
}

/** What can be done with all the files. */
export function FilesHead({ onCollapse }: FilesHeadProps) {
  const project = useProjectStore();
  // What is made comes to lie where the open file does.
  const folder = useProject((state) => folderOf(state.openFile));
  const done = useProject((state) => state.done.at(-1)?.name);
  const undone = useProject((state) => state.undone.at(-1)?.name);
  return (
    <>
      <IconButton name="New file" onClick={() => startDraft({ kind: 'newFile', folder })}>
        <FilePlus size={15} aria-hidden="true" />
      </IconButton>
      <IconButton name="New folder" onClick={() => startDraft({ kind: 'newFolder', folder })}>
        <FolderPlus size={15} aria-hidden="true" />
      </IconButton>
      <MenuTrigger>
        <Button className="icon-button" aria-label="More of files">
          <Ellipsis size={15} aria-hidden="true" />
        </Button>
        <Popover className="menu-popover" placement="bottom end">
          <Menu className="menu" aria-label="Files">
            <MenuItem className="menu-item" onAction={() => pick('files', folder)}>
              Add files…
            </MenuItem>
            <MenuItem className="menu-item" onAction={() => pick('folder', folder)}>
              Add a folder…
            </MenuItem>
            <MenuItem className="menu-item" onAction={onCollapse}>
              Close all folders
            </MenuItem>
            <MenuItem
              className="menu-item"
              isDisabled={done === undefined}
              onAction={() => undo(project)}
            >
              {done === undefined ? 'Undo' : `Undo: ${done}`}
            </MenuItem>
            <MenuItem
              className="menu-item"
              isDisabled={undone === undefined}
              onAction={() => redo(project)}
            >
              {undone === undefined ? 'Redo' : `Redo: ${undone}`}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
    </>
  );
}

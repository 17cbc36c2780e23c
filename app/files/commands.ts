import type { Command } from '../commands/commands';
import type { ProjectStore } from '../project/store';
import {
  closeOtherTabs,
  closeTab,
  duplicate,
  redo,
  remove,
  reopenTab,
  showTab,
  undo,
} from './actions';
import { type Draft, startDraft, toggleFiles } from './pane';
import { folderOf } from './paths';
import { pick } from './pick';

/** What can be done with the files wherever the focus is; what is of one file is done to the one that is shown. */
export function fileCommands(project: ProjectStore): readonly Command[] {
  const shownFile = (act: (path: string) => void) => () => {
    const { openFile } = project.getState();
    if (openFile !== '') act(openFile);
  };
  const folder = () => folderOf(project.getState().openFile);
  const commands: Omit<Command, 'group'>[] = [
    {
      id: 'files.toggle',
      title: 'Hide or show: files',
      key: '$mod+Alt+KeyF',
      run: toggleFiles,
    },
    {
      id: 'files.new',
      title: 'New file',
      key: '$mod+Alt+KeyN',
      run: () => draftSoon({ kind: 'newFile', folder: folder() }),
    },
    {
      id: 'files.newFolder',
      title: 'New folder',
      run: () => draftSoon({ kind: 'newFolder', folder: folder() }),
    },
    { id: 'files.add', title: 'Add files from this computer', run: () => pick('files', folder()) },
    {
      id: 'files.addFolder',
      title: 'Add a folder from this computer',
      run: () => pick('folder', folder()),
    },
    {
      id: 'files.rename',
      title: 'Rename the file',
      run: shownFile((path) => draftSoon({ kind: 'rename', path })),
    },
    {
      id: 'files.move',
      title: 'Move the file',
      run: shownFile((path) => draftSoon({ kind: 'move', path })),
    },
    {
      id: 'files.duplicate',
      title: 'Duplicate the file',
      run: shownFile((path) => void duplicate(project, [path])),
    },
    {
      id: 'files.delete',
      title: 'Delete the file',
      run: shownFile((path) => remove(project, [path])),
    },
    { id: 'files.undo', title: 'Undo the last change of files', run: () => void undo(project) },
    { id: 'files.redo', title: 'Redo the change of files', run: () => void redo(project) },
    {
      id: 'files.nextTab',
      title: 'Next tab',
      key: '$mod+Alt+PageDown',
      run: () => showTab(project, 1),
    },
    {
      id: 'files.previousTab',
      title: 'Previous tab',
      key: '$mod+Alt+PageUp',
      run: () => showTab(project, -1),
    },
    {
      id: 'files.closeTab',
      title: 'Close the tab',
      key: '$mod+Alt+KeyW',
      run: () => closeTab(project),
    },
    {
      id: 'files.closeOtherTabs',
      title: 'Close the other tabs',
      run: shownFile((path) => closeOtherTabs(project, path)),
    },
    {
      id: 'files.reopenTab',
      title: 'Open the closed tab again',
      key: '$mod+Alt+Shift+KeyW',
      run: () => reopenTab(project),
    },
  ];
  return commands.map((command) => ({ ...command, group: 'Files' }));
}

/** Once the palette that was chosen from has given the focus back: a field that loses it goes. */
function draftSoon(draft: Draft): void {
  setTimeout(() => startDraft(draft));
}

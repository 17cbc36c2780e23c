import { type Incoming, picked } from './dropped';
import { filesPane } from './pane';

/** Asks for files, or a folder with all that is in it, to be put into a folder (empty: the root). */
export function pick(what: 'files' | 'folder', folder: string): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.webkitdirectory = what === 'folder';
  input.onchange = () => {
    const { files } = input;
    if (files && files.length > 0) bringIn(folder, async () => picked(files));
  };
  input.click();
}

/** Has files put into a folder: the tree asks what to do where something is there already. */
export function bringIn(folder: string, read: () => Promise<readonly Incoming[]>): void {
  filesPane.setState({ shown: true, incoming: { folder, read } });
}

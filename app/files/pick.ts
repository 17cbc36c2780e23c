import type { Incoming } from './dropped-entries';
import { bringIn } from './pane';

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

/** What was picked in a dialog of the browser: of a folder, with the paths in it. */
export function picked(files: FileList): Incoming[] {
  return [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

import type { Command } from '../commands/commands';
import { takeDropped } from '../files/dropped';
import type { Incoming } from '../files/dropped-entries';
import { picked } from '../files/pick';
import type { ProjectStore } from '../project/store';

/** How a project comes into the page from this computer. */
export function bringInCommands(project: ProjectStore): readonly Command[] {
  return [
    {
      id: 'project.openFolder',
      title: 'Open a folder …',
      group: 'Project',
      run: () => pick(project, 'folder'),
    },
    {
      id: 'project.openZip',
      title: 'Open a zip …',
      group: 'Project',
      run: () => pick(project, 'zip'),
    },
  ];
}

/**
 * Opens a zip that is dropped anywhere, and whatever else is dropped where nothing takes it: without this
 * the browser would leave the page for it. Returns how to stop.
 */
export function followDrops(project: ProjectStore): () => void {
  const take = (event: DragEvent) => {
    if (!event.dataTransfer) return;
    event.preventDefault();
    event.stopPropagation();
    void bringIn(project, takeDropped(event.dataTransfer));
  };
  const takeZip = (event: DragEvent) => {
    const { files } = event.dataTransfer ?? {};
    if (files?.length === 1 && /\.zip$/i.test(files[0]?.name ?? '')) take(event);
  };
  const takeRest = (event: DragEvent) => {
    if (!event.defaultPrevented && hasFiles(event)) take(event);
  };
  const allow = (event: DragEvent) => {
    if (hasFiles(event)) event.preventDefault();
  };
  // The tree and the timeline take what is dropped on them: a zip is no file of a project.
  addEventListener('drop', takeZip, { capture: true });
  addEventListener('drop', takeRest);
  addEventListener('dragover', allow);
  return () => {
    removeEventListener('drop', takeZip, { capture: true });
    removeEventListener('drop', takeRest);
    removeEventListener('dragover', allow);
  };
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}

function pick(project: ProjectStore, what: 'folder' | 'zip'): void {
  const input = document.createElement('input');
  input.type = 'file';
  if (what === 'folder') input.webkitdirectory = true;
  else input.accept = '.zip,application/zip';
  input.onchange = () => {
    const { files } = input;
    if (files && files.length > 0) void bringIn(project, async () => picked(files));
  };
  input.click();
}

async function bringIn(
  project: ProjectStore,
  read: () => Promise<readonly Incoming[]>,
): Promise<void> {
  try {
    const { bringInProject } = await import('./bring-in');
    await bringInProject(project, read);
  } catch {
    project.getState().notify('Not opened: a part of the page could not be loaded. Reload it.');
  }
}

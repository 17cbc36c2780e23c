import type { Runtime } from '../../runtime-worker/index';
import type { Command } from '../commands/commands';
import type { ProjectStore } from '../project/store';

/** How a project is taken out of the page. */
export function takeOutCommands(project: ProjectStore, runtime: Runtime): readonly Command[] {
  return [
    {
      id: 'project.download',
      title: 'Download as a zip',
      group: 'Project',
      run: () => void download(project, runtime),
    },
  ];
}

async function download(project: ProjectStore, runtime: Runtime): Promise<void> {
  try {
    const { downloadZip } = await import('./download-zip');
    await downloadZip(project, runtime);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    project.getState().notify(`The zip could not be made: ${why}`);
  }
}

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
      run: () => void downloadProject(project, runtime),
    },
  ];
}

/** Has the open project downloaded as a zip; where that fails, the user is told. */
export async function downloadProject(project: ProjectStore, runtime: Runtime): Promise<void> {
  try {
    const { downloadZip } = await import('./download-zip');
    await downloadZip(project, runtime);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    project.getState().notify(`The zip could not be made: ${why}`);
  }
}

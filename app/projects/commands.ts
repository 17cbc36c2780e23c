import type { Command } from '../commands/commands';
import { storyExample } from '../examples/index';
import type { ProjectStore } from '../project/store';
import { NEW_PROJECT } from './new-project';

/** What can be done with the project as a whole. */
export function projectCommands(project: ProjectStore): readonly Command[] {
  return [
    {
      id: 'project.new',
      title: 'New project',
      group: 'Project',
      run: () => project.getState().reopen(NEW_PROJECT, 'new'),
    },
    {
      id: 'project.story',
      title: 'Open the story',
      group: 'Project',
      run: () => project.getState().reopen(storyExample(), 'example'),
    },
  ];
}

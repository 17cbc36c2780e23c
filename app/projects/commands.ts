import type { Command } from '../commands/commands';
import { storyExample } from '../examples/index';
import { duplicate, openKept, openNew, type Projects } from './actions';
import { shownOfProjects } from './open';

/** What can be done with the project as a whole. */
export function projectCommands(projects: Projects): readonly Command[] {
  const { project } = projects;
  const commands: Omit<Command, 'group'>[] = [
    { id: 'project.new', title: 'New project', run: () => openNew(projects) },
    {
      id: 'project.list',
      title: 'Your projects',
      key: '$mod+Alt+KeyO',
      run: () => shownOfProjects.setState({ shown: 'projects' }),
    },
    {
      id: 'project.history',
      title: 'History of this project',
      run: () => shownOfProjects.setState({ shown: 'history' }),
    },
    {
      id: 'project.duplicate',
      title: 'Duplicate the project',
      run: () => void duplicateOpen(projects),
    },
    {
      id: 'project.story',
      title: 'Open the story',
      run: () => project.getState().reopen(storyExample(), 'example'),
    },
  ];
  return commands.map((command) => ({ ...command, group: 'Project' }));
}

/** Goes on with a copy of the open project. */
async function duplicateOpen(projects: Projects): Promise<void> {
  const { project } = projects;
  try {
    await openKept(projects, await duplicate(projects, project.getState().id));
    const { name, notify } = project.getState();
    notify(`This is ${name} now.`);
  } catch {
    project.getState().notify('Not duplicated: this browser gives the page no room for a copy.');
  }
}

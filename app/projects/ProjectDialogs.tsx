import { lazy } from 'react';
import { useStore } from 'zustand';
import { UnlessUnloadable } from '../ui/UnlessUnloadable';
import type { Projects } from './actions';
import { shownOfProjects } from './open';

const ProjectsDialog = lazy(async () => {
  const { ProjectsDialog } = await import('./ProjectsDialog');
  return { default: ProjectsDialog };
});

const HistoryDialog = lazy(async () => {
  const { HistoryDialog } = await import('./history/HistoryDialog');
  return { default: HistoryDialog };
});

/** The dialogs of the projects, each loaded when it is first shown. */
export function ProjectDialogs({ projects }: { readonly projects: Projects }) {
  const { shown } = useStore(shownOfProjects);
  const close = () => shownOfProjects.setState({ shown: 'nothing' });
  return (
    <UnlessUnloadable instead={null}>
      {shown === 'projects' && <ProjectsDialog projects={projects} onClose={close} />}
      {shown === 'history' && <HistoryDialog projects={projects} onClose={close} />}
    </UnlessUnloadable>
  );
}

import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { ProjectState, ProjectStore } from './store';

const ProjectContext = createContext<ProjectStore | undefined>(undefined);

export const ProjectProvider = ProjectContext.Provider;

/** The store of the open project, for handlers that read it when they are called. */
export function useProjectStore(): ProjectStore {
  const store = useContext(ProjectContext);
  if (!store) throw new Error('There is no <ProjectProvider> around this component.');
  return store;
}

/** A slice of the open project, kept current. */
export function useProject<Slice>(select: (project: ProjectState) => Slice): Slice {
  return useStore(useProjectStore(), select);
}

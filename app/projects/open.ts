import { createStore } from 'zustand/vanilla';

/** Which dialog of the projects is over the page. */
export const shownOfProjects = createStore<{
  readonly shown: 'nothing' | 'projects' | 'history';
}>(() => ({ shown: 'nothing' }));

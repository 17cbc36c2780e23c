import { createStore } from 'zustand/vanilla';

/** What of the commands is over the page: all of them to choose from, those of the project, or the keys to be read. */
export const shownOfCommands = createStore<{
  readonly shown: 'nothing' | 'palette' | 'project' | 'keys';
}>(() => ({ shown: 'nothing' }));

export function openPalette(): void {
  shownOfCommands.setState({ shown: 'palette' });
}

export function openKeyList(): void {
  shownOfCommands.setState({ shown: 'keys' });
}

import { createStore } from 'zustand/vanilla';

/** What of the commands is over the page: all of them to choose from, or the keys to be read. */
export const shownOfCommands = createStore<{ readonly shown: 'nothing' | 'palette' | 'keys' }>(
  () => ({ shown: 'nothing' }),
);

export function openPalette(): void {
  shownOfCommands.setState({ shown: 'palette' });
}

export function openKeyList(): void {
  shownOfCommands.setState({ shown: 'keys' });
}

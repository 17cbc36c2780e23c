import { useEffect } from 'react';
import { createStore } from 'zustand/vanilla';

/** In the order in which they are listed. */
export const COMMAND_GROUPS = [
  'Run',
  'Files',
  'Editor',
  'Requests',
  'Timeline',
  'View',
  'Project',
  'Help',
] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** Something to be done, by its name or by its key. */
export interface Command {
  /** Unique in the page: `view.console`. */
  readonly id: string;
  /** What it does, as an order: `Show the console`. */
  readonly title: string;
  readonly group: CommandGroup;
  /** As tinykeys writes keys: `$mod+Shift+Enter`. Works wherever the focus is, unless what has it takes the key. */
  readonly key?: string;
  /** Of a command of the editor: listed, and listened for by the editor alone, while it has the focus. */
  readonly ownKey?: string;
  run(): void;
}

/** What can be done now. */
export const commands = createStore<readonly Command[]>(() => []);

/**
 * Offers commands, by palette and by key.
 * @returns how to take them back.
 */
export function offerCommands(offered: readonly Command[]): () => void {
  commands.setState((before) => [...before, ...offered], true);
  return () =>
    commands.setState((before) => before.filter((each) => !offered.includes(each)), true);
}

/** Offers commands while the component is there. @param offered the same array while nothing of it changes. */
export function useCommands(offered: readonly Command[]): void {
  useEffect(() => offerCommands(offered), [offered]);
}

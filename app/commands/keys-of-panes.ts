/** Where the keys of the editor's commands are listed, too. */
export const IN_THE_EDITOR = 'In the editor';

interface KeysOfPane {
  readonly where: string;
  readonly keys: readonly { readonly does: string; readonly keys: readonly string[] }[];
}

/**
 * The keys that mean something only where the focus is. They are each pane's own, not commands; the
 * editor's are those of its commands too.
 */
export const KEYS_OF_PANES: readonly KeysOfPane[] = [
  {
    where: 'In the timeline',
    keys: [
      { does: 'Zoom in, out', keys: ['W', 'S'] },
      { does: 'Move to earlier, later', keys: ['A', 'D'] },
      {
        does: 'From request to request',
        keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
      },
      { does: 'First, last request', keys: ['Home', 'End'] },
      { does: 'Show everything', keys: ['F'] },
      { does: 'Follow what happens', keys: ['L'] },
      { does: 'Mark what shows', keys: ['M'] },
      { does: 'Unmark', keys: ['Escape'] },
      { does: 'Find', keys: ['/'] },
    ],
  },
  {
    where: 'While a run is replayed',
    keys: [
      { does: 'Play, pause', keys: ['Space'] },
      { does: 'To the next, previous event', keys: ['.', ','] },
    ],
  },
  {
    where: 'In the tree of files',
    keys: [
      { does: 'Open, or fold', keys: ['Enter'] },
      { does: 'Rename', keys: ['F2'] },
      { does: 'Delete', keys: ['Delete'] },
      { does: 'All that can be done with it', keys: ['Shift+F10'] },
      { does: 'Undo, redo', keys: ['$mod+Z', '$mod+Shift+Z'] },
    ],
  },
  {
    where: 'On a tab',
    keys: [
      { does: 'The tab before, the next', keys: ['ArrowLeft', 'ArrowRight'] },
      { does: 'Close it', keys: ['Delete'] },
    ],
  },
  {
    where: IN_THE_EDITOR,
    keys: [
      { does: 'Let Tab move the focus, or indent again', keys: ['Control+M'] },
      { does: 'What could stand here', keys: ['Control+Space'] },
    ],
  },
  {
    where: 'In the request',
    keys: [{ does: 'Send', keys: ['$mod+Enter'] }],
  },
  {
    where: 'In the scenario',
    keys: [{ does: 'Move the event up, down', keys: ['Alt+ArrowUp', 'Alt+ArrowDown'] }],
  },
  {
    where: 'In the history',
    keys: [{ does: 'To the entry before, after', keys: ['ArrowUp', 'ArrowDown'] }],
  },
  {
    where: 'In the console',
    keys: [
      { does: 'From line to line, and what unfolds in it', keys: ['ArrowUp', 'ArrowDown'] },
      { does: 'Unfold, fold', keys: ['ArrowRight', 'ArrowLeft'] },
      { does: 'Oldest, newest line', keys: ['Home', 'End'] },
      { does: 'Copy the line', keys: ['$mod+C'] },
      { does: 'Filter', keys: ['$mod+F'] },
      { does: 'Clear', keys: ['$mod+L'] },
    ],
  },
  {
    where: 'On a line between panes',
    keys: [
      { does: 'Move it', keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] },
      { does: 'Hide the files, the editor, the timeline', keys: ['Enter'] },
    ],
  },
];

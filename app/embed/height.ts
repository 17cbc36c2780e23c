import type { Pane } from '../layout/layout';

/** CSS pixels: the line of tabs and the space around the code, and a line of it. */
const AROUND_CODE = 36 + 16;
const LINE = 20;
/** CSS pixels of a pane that has the room it needs. */
const LEAST_EDITOR = 220;
const MOST_EDITOR = 460;
const RUN = 320;
const TIMELINE = 300;
/** CSS pixels of the line between two rows. */
const GAP = 1;

/** CSS pixels of the rows that the panes of an embed stand in, from top to bottom. */
export interface PaneHeights {
  /** Beside each other, the editor and what was sent share a row. */
  readonly rows: readonly number[];
  readonly total: number;
}

/**
 * How high the panes are where nothing keeps them low. It does not depend on how high the frame is: told
 * to the page around, which then makes the frame so high, it leads to no other.
 * @param lines of the file that is shown first.
 */
export function heightsOf(
  panes: readonly Pane[],
  lines: number,
  across: 'wide' | 'narrow',
): PaneHeights {
  const code = AROUND_CODE + LINE * lines;
  const height: Record<Pane, number> = {
    editor: Math.min(MOST_EDITOR, Math.max(LEAST_EDITOR, code)),
    run: RUN,
    timeline: TIMELINE,
  };
  const above = panes.filter((pane) => pane !== 'timeline').map((pane) => height[pane]);
  const rows = [
    ...(across === 'wide' && above.length > 1 ? [Math.max(...above)] : above),
    ...(panes.includes('timeline') ? [height.timeline] : []),
  ];
  return { rows, total: rows.reduce((sum, row) => sum + row, GAP * (rows.length - 1)) };
}

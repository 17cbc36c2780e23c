import type { ReactNode } from 'react';
import type { Pane } from '../layout/layout';
import { heightsOf } from './height';
import '../layout/layout.css';

interface EmbedPanesProps {
  /** Those that show. */
  readonly panes: readonly Pane[];
  /** Of the file that is shown first: the panes stay as high as they began. */
  readonly lines: number;
  readonly content: Readonly<Record<Pane, ReactNode>>;
}

/** The panes that an embed was asked for, and no way to others: it has little room. */
export function EmbedPanes({ panes, lines, content }: EmbedPanesProps) {
  const isBeside = panes.includes('editor') && panes.includes('run');
  return (
    <main
      className="embed-panes"
      data-beside={isBeside || undefined}
      style={{
        '--wide-rows': heightsOf(panes, lines, 'wide').rows.map(sharedRow).join(' '),
        '--narrow-rows': heightsOf(panes, lines, 'narrow').rows.map(ownRow).join(' '),
      }}
    >
      {panes.map((pane) => (
        <div key={pane} className={`pane embed-pane-${pane}`}>
          {content[pane]}
        </div>
      ))}
    </main>
  );
}

/** A frame has one height for all rows: they share it, and none vanishes. */
function sharedRow(height: number): string {
  return `minmax(150px, ${height}fr)`;
}

/** A narrow frame is scrolled through. */
function ownRow(height: number): string {
  return `${height}px`;
}

import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { Splitter } from '../ui/Splitter';
import { layout, type Pane, togglePane } from './layout';
import { PaneStrip } from './PaneStrip';
import './layout.css';

type PanesProps = Readonly<Record<Pane, ReactNode>>;

/**
 * The three panes of the page, each as large as it was made, or hidden: then its name brings it back.
 * What is hidden stays as it is, with what was typed and where it was scrolled to.
 */
export function Panes({ editor, run, timeline }: PanesProps) {
  const { editorWidth, topHeight, hidden } = useStore(layout);
  const hides = (pane: Pane) => hidden.includes(pane);
  const onlyStrips = hides('editor') && hides('run');

  return (
    <main
      className="panes"
      style={{
        '--top-height': onlyStrips ? 'auto' : share(hides('timeline') ? 100 : topHeight),
        '--bottom-height': hides('timeline') ? 'auto' : share(100 - topHeight),
      }}
    >
      <div
        className="panes-top"
        data-only-strips={onlyStrips || undefined}
        style={{
          '--editor-width': hides('editor') && !onlyStrips ? 'auto' : share(editorWidth),
          '--run-width': hides('run') && !onlyStrips ? 'auto' : share(100 - editorWidth),
        }}
      >
        <PaneSlot pane="editor" hidden={hides('editor')}>
          {editor}
        </PaneSlot>
        {hides('editor') || hides('run') ? (
          <div className="pane-seam" />
        ) : (
          <Splitter
            label="Width of the editor"
            orientation="vertical"
            value={editorWidth}
            onChange={(editorWidth) => layout.setState({ editorWidth })}
            onHide={() => togglePane('editor')}
          />
        )}
        <PaneSlot pane="run" hidden={hides('run')}>
          {run}
        </PaneSlot>
      </div>
      {hides('timeline') || onlyStrips ? (
        <div className="pane-seam" />
      ) : (
        <Splitter
          label="Height above the timeline"
          orientation="horizontal"
          value={topHeight}
          onChange={(topHeight) => layout.setState({ topHeight })}
          onHide={() => togglePane('timeline')}
        />
      )}
      <PaneSlot pane="timeline" hidden={hides('timeline')}>
        {timeline}
      </PaneSlot>
    </main>
  );
}

interface PaneSlotProps {
  readonly pane: Pane;
  readonly hidden: boolean;
  readonly children: ReactNode;
}

function PaneSlot({ pane, hidden, children }: PaneSlotProps) {
  return (
    <div className={`pane-slot pane-slot-${pane}`} data-hidden={hidden || undefined}>
      {hidden && <PaneStrip pane={pane} />}
      <div className="pane" hidden={hidden}>
        {children}
      </div>
    </div>
  );
}

/** @param percent of what there is to share */
function share(percent: number): string {
  return `minmax(0, ${percent}fr)`;
}

import { lazy, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Problems } from '../editor/problems';
import { Splitter } from '../ui/Splitter';
import { UnlessUnloadable } from '../ui/UnlessUnloadable';
import { filesAreShown, filesPane, toggleFiles } from './pane';
import './FilesColumn.css';

interface FilesColumnProps {
  readonly problems: Problems;
  /** Whether the page is done with what must not wait for the tree. */
  readonly mayLoad: boolean;
}

const FileTree = lazy(() => import('./FileTree'));

const UNLOADABLE = (
  <p className="files-unloadable">
    The tree of files could not be loaded. Tabs and editor work; reload the page to try again.
  </p>
);

/** The tree of the project's files, where it shows, and the line beside it. */
export function FilesColumn({ problems, mayLoad }: FilesColumnProps) {
  const shown = useStore(filesPane, filesAreShown);
  const width = useStore(filesPane, (state) => state.width);
  const column = useRef<HTMLElement>(null);
  const wasShown = useRef(shown);
  const [loads, setLoads] = useState(false);

  // After the commit: what else waits for this, the editor above all, is asked for first.
  useEffect(() => {
    if (mayLoad) setLoads(true);
  }, [mayLoad]);

  // In a narrow window it may open below what is in sight.
  useEffect(() => {
    if (shown && !wasShown.current) column.current?.scrollIntoView({ block: 'nearest' });
    wasShown.current = shown;
  }, [shown]);

  if (!shown) return null;
  return (
    <>
      <section
        ref={column}
        className="files-column"
        id="files-column"
        aria-label="Files"
        style={{ '--files-width': `${width}%` }}
      >
        <UnlessUnloadable instead={UNLOADABLE}>
          {loads && <FileTree problems={problems} />}
        </UnlessUnloadable>
      </section>
      <Splitter
        label="Width of the files"
        orientation="vertical"
        value={width}
        onChange={(width) => filesPane.setState({ width })}
        onHide={toggleFiles}
      />
    </>
  );
}

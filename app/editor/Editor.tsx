import { type DragEvent, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { Runtime } from '../../runtime-worker/index';
import { takeDropped } from '../files/dropped';
import { FilesColumn } from '../files/FilesColumn';
import { bringIn, filesAreShown, filesPane, toggleFiles } from '../files/pane';
import { folderOf } from '../files/paths';
import { CodeArea } from './CodeArea';
import { FileTabs } from './FileTabs';
import { ProblemLine } from './ProblemLine';
import type { Problems } from './problems';
import './Editor.css';

interface EditorProps {
  readonly runtime: Pick<Runtime, 'events' | 'subscribe'>;
  readonly problems: Problems;
  readonly mayLoadMonaco: boolean;
  /** Whether the files are only to be read: then tabs are the way to them, and nothing is brought in. */
  readonly readOnly: boolean;
}

/** The project's files: their tree, the open ones in tabs, the one to be edited, what is wrong with them. */
export function Editor({ runtime, problems, mayLoadMonaco, readOnly }: EditorProps) {
  const found = useSyncExternalStore(problems.subscribe, problems.snapshot);

  return (
    <section
      className="editor"
      aria-label="Editor"
      onDragOverCapture={readOnly ? undefined : allowFiles}
      onDropCapture={readOnly ? undefined : takeFiles}
    >
      {!readOnly && <FilesColumn problems={problems} mayLoad={mayLoadMonaco} />}
      <div className="editor-main">
        <FileTabs problems={found} aside={!readOnly && <FilesToggle />}>
          <CodeArea
            runtime={runtime}
            problems={problems}
            mayLoadMonaco={mayLoadMonaco}
            readOnly={readOnly}
          />
        </FileTabs>
        <ProblemLine problems={found} />
      </div>
    </section>
  );
}

function FilesToggle() {
  const shown = useStore(filesPane, filesAreShown);
  return (
    <button
      type="button"
      className="files-toggle"
      title={shown ? 'Hide the files' : 'Show the files'}
      aria-label="Files"
      aria-expanded={shown}
      aria-controls={shown ? 'files-column' : undefined}
      onClick={toggleFiles}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d="M2 3h12v10H2zM6 3v10" fill="none" stroke="currentColor" strokeWidth="1.3" />
      </svg>
    </button>
  );
}

/** Files of the desktop are taken anywhere in the editor: a browser would open them in place of the page. */
function allowFiles(event: DragEvent) {
  if (!event.dataTransfer.types.includes('Files')) return;
  event.preventDefault();
  event.stopPropagation();
  event.dataTransfer.dropEffect = 'copy';
}

function takeFiles(event: DragEvent) {
  if (!event.dataTransfer.types.includes('Files')) return;
  event.preventDefault();
  event.stopPropagation();
  bringIn(folderUnder(event.target), takeDropped(event.dataTransfer));
}

/** The folder of the tree's row under the pointer, or that its file lies in; the root everywhere else. */
function folderUnder(target: EventTarget): string {
  const row = target instanceof Element && target.closest<HTMLElement>('.file-item');
  const path = row ? row.dataset.key : undefined;
  if (!row || path === undefined) return '';
  return row.dataset.kind === 'folder' ? `${path}/` : folderOf(path);
}

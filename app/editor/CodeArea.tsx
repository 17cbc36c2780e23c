import { lazy, type ReactNode, useRef } from 'react';
import type { Runtime } from '../../runtime-worker/index';
import { useProject } from '../project/context';
import type { ProjectState } from '../project/store';
import { EmptyPane } from '../ui/EmptyPane';
import { UnlessUnloadable } from '../ui/UnlessUnloadable';
import { PlainEditor } from './PlainEditor';
import type { Problems } from './problems';

interface CodeAreaProps {
  readonly runtime: Pick<Runtime, 'events' | 'subscribe'>;
  readonly problems: Problems;
  /** Whether the page is done with what must not wait for Monaco. */
  readonly mayLoadMonaco: boolean;
}

const MonacoEditor = lazy(() => import('./MonacoEditor'));
const BinaryView = lazy(() => import('../bytes/BinaryView'));

const NO_BINARY_VIEW = (
  <EmptyPane>
    <p>This file is binary, and what shows it could not be loaded. Reload the page to try again.</p>
  </EmptyPane>
);

/** The open file: in a plain editor first, in Monaco as soon as that is there; a binary one as what it is. */
export function CodeArea({ runtime, problems, mayLoadMonaco }: CodeAreaProps) {
  const openFile = useProject((state) => state.openFile);
  const kind = useProject(kindOfOpenFile);
  const caret = useRef({ focused: false, offset: 0 });

  const plain =
    kind === 'text' ? <PlainEditor key={openFile} path={openFile} caret={caret.current} /> : null;

  return (
    <div className="code-area">
      {kind === 'none' && (
        <EmptyPane>
          <p>No file is open. Choose one under Files.</p>
        </EmptyPane>
      )}
      {kind === 'binary' && <BinaryFile path={openFile} />}
      <div className="code-editor" hidden={kind !== 'text'}>
        {mayLoadMonaco ? (
          <UnlessUnloadable instead={<PlainForGood>{plain}</PlainForGood>} meanwhile={plain}>
            <MonacoEditor runtime={runtime} problems={problems} caret={caret.current} />
          </UnlessUnloadable>
        ) : (
          plain
        )}
      </div>
    </div>
  );
}

function BinaryFile({ path }: { readonly path: string }) {
  const content = useProject(({ files }) => files[path]);
  if (content === undefined || typeof content === 'string') return null;
  return (
    <UnlessUnloadable instead={NO_BINARY_VIEW}>
      <BinaryView key={path} name={path} bytes={content} />
    </UnlessUnloadable>
  );
}

function kindOfOpenFile({ files, openFile }: ProjectState): 'text' | 'binary' | 'none' {
  const content = files[openFile];
  if (content === undefined) return 'none';
  return typeof content === 'string' ? 'text' : 'binary';
}

/** The plain editor where Monaco cannot be loaded, and that it is. */
function PlainForGood({ children }: { readonly children: ReactNode }) {
  return (
    <div className="plain-for-good">
      {children}
      <p>
        The full editor could not be loaded. This plain one edits as well; reload the page to try
        again.
      </p>
    </div>
  );
}

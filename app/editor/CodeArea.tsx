import { lazy, type ReactNode, useMemo, useRef } from 'react';
import type { Runtime } from '../../runtime-worker/index';
import { useProject } from '../project/context';
import { EmptyPane } from '../ui/EmptyPane';
import { UnlessUnloadable } from '../ui/UnlessUnloadable';
import { PlainEditor } from './PlainEditor';
import type { Problems } from './problems';

interface CodeAreaProps {
  readonly runtime: Pick<Runtime, 'events' | 'subscribe'>;
  readonly problems: Problems;
  /** Whether the page is done with what must not wait for Monaco. */
  readonly mayLoadMonaco: boolean;
  readonly readOnly: boolean;
}

const MonacoEditor = lazy(() => import('./MonacoEditor'));
const BinaryView = lazy(() => import('../bytes/BinaryView'));

const NO_BINARY_VIEW = (
  <EmptyPane>
    <p>This file is binary, and what shows it could not be loaded. Reload the page to try again.</p>
  </EmptyPane>
);

/** The open file: in a plain editor first, in Monaco as soon as that is there; a binary one as what it is. */
export function CodeArea({ runtime, problems, mayLoadMonaco, readOnly }: CodeAreaProps) {
  const openFile = useProject((state) => state.openFile);
  // What the file is, not what is in it: with each key this would be drawn again.
  const isText = useProject((state) => typeof state.files[state.openFile] === 'string');
  const bytes = useProject((state) => {
    const content = state.files[state.openFile];
    return typeof content === 'string' ? undefined : content;
  });
  const caret = useRef({ focused: false, offset: 0, end: 0 });

  // Not drawn again with each file.
  const monaco = useMemo(
    () => (
      <MonacoEditor
        runtime={runtime}
        problems={problems}
        caret={caret.current}
        readOnly={readOnly}
      />
    ),
    [runtime, problems, readOnly],
  );

  const plain = isText ? (
    <PlainEditor key={openFile} caret={caret.current} readOnly={readOnly} />
  ) : null;

  return (
    <div className="code-area">
      {openFile === '' && (
        <EmptyPane>
          <p>No file is open. Choose one under Files.</p>
        </EmptyPane>
      )}
      {bytes && (
        <UnlessUnloadable instead={NO_BINARY_VIEW}>
          <BinaryView key={openFile} name={openFile} bytes={bytes} />
        </UnlessUnloadable>
      )}
      <div className="code-editor" hidden={!isText}>
        {mayLoadMonaco ? (
          <UnlessUnloadable instead={<PlainForGood>{plain}</PlainForGood>} meanwhile={plain}>
            {monaco}
          </UnlessUnloadable>
        ) : (
          plain
        )}
      </div>
    </div>
  );
}

/** The plain editor where Monaco cannot be loaded, and that it is. */
function PlainForGood({ children }: { readonly children: ReactNode }) {
  return (
    <div className="plain-for-good">
      {children}
      <p>
        The full editor could not be loaded. This plain one does as well; reload the page to try
        again.
      </p>
    </div>
  );
}

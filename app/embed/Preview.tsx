import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { mainModuleOf, mainModulesOf } from '../../runtime-worker/index';
import type { Pane } from '../layout/layout';
import { firstTabs } from '../project/tabs';
import { Button } from '../ui/Button';
import { EmptyPane } from '../ui/EmptyPane';
import type { EmbeddedProject } from './embedded-project';
import '../ui/Tabs.css';
import '../editor/Editor.css';
import '../editor/FileTabs.css';

interface PreviewProps {
  readonly shown: EmbeddedProject;
  readonly readOnly: boolean;
  /** What the button that runs it is called. */
  readonly runs: string;
  /** Called when the reader touches it. @param offset in the text that they clicked at, if it was there. */
  readonly onTouch: (offset?: number) => void;
}

/**
 * What the panes of an embed show until it is touched: what is in them looks as it will, and is text.
 * Of the editor and the runtime nothing is loaded.
 */
export function previewOf(props: PreviewProps): Readonly<Record<Pane, ReactNode>> {
  const { runs, onTouch } = props;
  return {
    editor: <CodePreview {...props} />,
    run: (
      <Waiting onTouch={onTouch}>
        Press <strong>{runs}</strong>: the requests come here, and what the Worker answers and logs.
      </Waiting>
    ),
    timeline: (
      <Waiting onTouch={onTouch}>
        <Sketch />
        The timeline of its isolates comes here: who is in flight, and what an abort ends.
      </Waiting>
    ),
  };
}

function CodePreview({ shown, readOnly, onTouch }: PreviewProps) {
  const { files, openFile } = shown;
  const content = files[openFile];
  const { tabs } = firstTabs(files, mainModuleOf(files));
  const paths = new Set([...tabs, openFile, ...(readOnly ? Object.keys(files) : [])]);
  const mains = new Set(mainModulesOf(files));

  const click = ({ clientX, clientY }: MouseEvent) => {
    // Whoever marks code to copy it does not want it to change.
    if (getSelection()?.isCollapsed === false) return;
    onTouch(offsetAt(clientX, clientY));
  };

  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.target !== event.currentTarget) return;
    // It would be typed into the text, which has the focus by then.
    event.preventDefault();
    onTouch(0);
  };

  return (
    <section className="editor" aria-label="Editor">
      <div className="editor-main">
        <div className="tabs">
          <div className="tabs-line">
            {!readOnly && <span className="embed-toggle-place" />}
            <div className="tab-list">
              {[...paths].map((path) => (
                <div key={path} className="file-tab">
                  <span className="tab embed-tab" data-shown={path === openFile || undefined}>
                    {path.slice(path.lastIndexOf('/') + 1)}
                    {mains.has(path) && <span className="badge">main</span>}
                  </span>
                </div>
              ))}
            </div>
            <span className="embed-edit">
              <Button onClick={() => onTouch(0)}>{readOnly ? 'Explore' : 'Edit'}</Button>
            </span>
          </div>
          <div className="tab-panel">
            {typeof content === 'string' ? (
              // biome-ignore lint/a11y/noNoninteractiveElementInteractions: a shortcut to the button above
              <section
                className="plain-editor embed-code"
                aria-label={`Code of ${openFile}`}
                // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
                tabIndex={0}
                onClick={click}
                onKeyDown={press}
              >
                <pre className="plain-editor-numbers" aria-hidden="true">
                  {Array.from(content.split('\n'), (_, index) => index + 1).join('\n')}
                </pre>
                <pre className="embed-code-text">{content}</pre>
              </section>
            ) : (
              <Waiting onTouch={onTouch}>The file {openFile} is binary.</Waiting>
            )}
          </div>
        </div>
      </div>
    </section>
  );
}

interface WaitingProps {
  readonly onTouch: () => void;
  readonly children: ReactNode;
}

function Waiting({ onTouch, children }: WaitingProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: a shortcut for pointers to the buttons above
    // biome-ignore lint/a11y/noStaticElementInteractions: as above
    // biome-ignore lint/a11y/useKeyWithClickEvents: the buttons are there for keys
    <div className="embed-waiting" onClick={() => onTouch()}>
      <EmptyPane>
        <p>{children}</p>
      </EmptyPane>
    </div>
  );
}

/** What a timeline looks like: requests that an abort ends, and the one after it. */
function Sketch() {
  return (
    <svg viewBox="0 0 150 48" width="150" height="48" className="embed-sketch" aria-hidden="true">
      <path d="M10 8h74M22 18h62M34 28h50" className="embed-sketch-requests" />
      <path d="M84 2v38" className="embed-sketch-abort" />
      <path d="M88 40h46" className="embed-sketch-next" />
    </svg>
  );
}

/** Where in the text a point of the window is; not every browser tells. */
function offsetAt(x: number, y: number): number | undefined {
  const isText = (node: Node) => !!node.parentElement?.matches('.embed-code-text');
  const caret = document.caretPositionFromPoint?.(x, y);
  return caret && isText(caret.offsetNode) ? caret.offset : undefined;
}

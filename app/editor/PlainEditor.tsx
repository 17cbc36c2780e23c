import { type SyntheticEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { useProject, useProjectStore } from '../project/context';
import type { Caret } from './caret';

interface PlainEditorProps {
  readonly caret: Caret;
  readonly readOnly: boolean;
}

/** A text area of Monaco's geometry: stands in its place until it is there, or for good if it cannot load. */
export function PlainEditor({ caret, readOnly }: PlainEditorProps) {
  const project = useProjectStore();
  const openFile = useProject((state) => state.openFile);
  const content = useProject((state) => state.files[state.openFile]);
  const reveal = useProject((state) => state.reveal);
  const area = useRef<HTMLTextAreaElement>(null);
  const text = typeof content === 'string' ? content : '';
  const lines = text.split('\n').length;

  const remember = ({ currentTarget }: SyntheticEvent<HTMLTextAreaElement>) => {
    caret.focused = true;
    caret.offset = currentTarget.selectionStart;
    caret.end = currentTarget.selectionEnd;
  };

  // Where the page puts one text area in place of another, whoever is typing types on.
  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return;
    if (caret.focused) {
      const { offset, end } = caret;
      element.focus({ preventScroll: true });
      element.setSelectionRange(offset, end);
    }
    return () => {
      // The event of a selection comes later than it: what was selected just now would be lost.
      caret.offset = element.selectionStart;
      caret.end = element.selectionEnd;
    };
  }, [caret]);

  useEffect(() => {
    if (!reveal || !area.current) return;
    const start = offsetOf(area.current.value, reveal.line, reveal.column);
    area.current.focus();
    area.current.setSelectionRange(start, start);
  }, [reveal]);

  return (
    <div className="plain-editor">
      <pre className="plain-editor-numbers" aria-hidden="true">
        {Array.from({ length: lines }, (_, index) => index + 1).join('\n')}
      </pre>
      <textarea
        ref={area}
        aria-label={`Code of ${openFile}`}
        readOnly={readOnly}
        value={text}
        rows={lines}
        wrap="off"
        spellCheck={false}
        autoCapitalize="none"
        autoComplete="off"
        onChange={(event) => {
          remember(event);
          project.getState().edit(openFile, event.currentTarget.value);
        }}
        onFocus={remember}
        onSelect={remember}
        onBlur={() => {
          caret.focused = false;
        }}
      />
    </div>
  );
}

function offsetOf(text: string, line: number, column: number): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((offset, { length }) => offset + length + 1, 0) + column - 1;
}

import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useProjectStore } from '../project/context';
import { makeFile, makeFolder, move } from './actions';
import { type Draft, endDraft } from './pane';
import { problemOfPath } from './path-problem';
import { folderOf, nameOf } from './paths';

interface NameFieldProps {
  readonly draft: Draft;
  /** Enter was pressed: what is called `path` now has the focus; nothing where the file's editor has it. */
  readonly onEnd: (path: string | undefined) => void;
}

const LABELS: Record<Draft['kind'], string> = {
  newFile: 'Name of the new file',
  newFolder: 'Name of the new folder',
  rename: 'New name',
  move: 'New path',
};

/** Where a name or a path is typed; Enter is the form's, Escape the tree's. One that is refused says why below, and stays as it was typed. */
export function NameField({ draft, onEnd }: NameFieldProps) {
  const project = useProjectStore();
  const from = 'path' in draft ? draft.path : undefined;
  const [text, setText] = useState(() =>
    from === undefined ? '' : draft.kind === 'move' ? from : nameOf(from),
  );
  const [problem, setProblem] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  /** Whether whoever types may mean to leave the field. */
  const mayLeave = useRef(false);
  const id = useId();

  const pathOf = (typed: string) => {
    if ('folder' in draft) return draft.folder + typed;
    return draft.kind === 'move' ? typed : folderOf(draft.path) + typed;
  };

  useLayoutEffect(() => {
    const input = field.current;
    if (!input) return;
    input.focus();
    const name = input.value.lastIndexOf('/') + 1;
    const dot = input.value.lastIndexOf('.');
    input.setSelectionRange(
      draft.kind === 'move' ? 0 : name,
      dot > name ? dot : input.value.length,
    );
  }, [draft]);

  /** @returns whether it is named so now. */
  const commit = (): boolean => {
    // A name that is missing is asked for here: the folder alone would be refused with other words.
    const found = text.trim() === '' ? problemOfPath(project.getState(), '') : act(pathOf(text));
    if (found !== undefined) {
      setProblem(found);
      return false;
    }
    endDraft();
    return true;
  };

  const act = (path: string) => {
    if (from !== undefined) return move(project, from, path);
    return draft.kind === 'newFile' ? makeFile(project, path) : makeFolder(project, path);
  };

  useEffect(() => {
    const pressed = (event: Event) => {
      const isKey = event instanceof KeyboardEvent;
      if (isKey && event.key !== 'Tab' && !event.ctrlKey && !event.metaKey) return;
      if (event.target !== field.current || isKey) mayLeave.current = true;
    };
    for (const type of ['pointerdown', 'keydown']) addEventListener(type, pressed, true);
    return () => {
      for (const type of ['pointerdown', 'keydown']) removeEventListener(type, pressed, true);
    };
  }, []);

  const leave = () => {
    // Another window is in front: it is typed on later.
    if (!document.hasFocus()) return;
    if (!mayLeave.current) {
      // The menu or palette that this was chosen from gave the focus back as it went. Once: two may not fight.
      mayLeave.current = true;
      requestAnimationFrame(() => field.current?.focus());
      return;
    }
    if (text.trim() === '' || pathOf(text) === from) endDraft();
    else commit();
  };

  return (
    <form
      className="name-field"
      onSubmit={(event) => {
        event.preventDefault();
        if (commit()) onEnd(draft.kind === 'newFile' ? undefined : pathOf(text));
      }}
    >
      <input
        ref={field}
        className="field"
        aria-label={LABELS[draft.kind]}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : id}
        value={text}
        spellCheck={false}
        autoCapitalize="none"
        autoComplete="off"
        onChange={({ currentTarget: { value } }) => {
          setText(value);
          const path = pathOf(value);
          setProblem(
            value === '' || path.endsWith('/')
              ? undefined
              : problemOfPath(project.getState(), path, from),
          );
        }}
        onBlur={leave}
        onPointerDown={(event) => event.stopPropagation()}
      />
      {problem !== undefined && (
        <span id={id} role="alert" className="name-problem">
          {problem}
        </span>
      )}
    </form>
  );
}

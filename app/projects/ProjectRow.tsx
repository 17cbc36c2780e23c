import { Copy, Pencil, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { IconButton } from '../ui/IconButton';
import { LONGEST_NAME } from './actions';
import type { KeptProject } from './kept-projects';

interface ProjectRowProps {
  readonly kept: KeptProject;
  readonly isOpen: boolean;
  /** Whether the focus comes here when the list is first shown. */
  readonly takesFocus: boolean;
  readonly onOpen: () => void;
  readonly onRename: (name: string) => void;
  readonly onDuplicate: () => void;
  readonly onDelete: () => void;
}

const TIME = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

/** A project of the list: its first button opens it; F2 renames it and Delete deletes it there. */
export function ProjectRow({
  kept: { name, edited, files },
  isOpen,
  takesFocus,
  onOpen,
  onRename,
  onDuplicate,
  onDelete,
}: ProjectRowProps) {
  const [typed, setTyped] = useState<string>();
  const opener = useRef<HTMLButtonElement>(null);
  const count = Object.keys(files).length;

  // biome-ignore lint/correctness/useExhaustiveDependencies: when the list is first shown, and not again
  useEffect(() => {
    if (takesFocus) opener.current?.focus();
  }, []);

  const end = (name?: string) => {
    setTyped(undefined);
    if (name !== undefined) onRename(name);
    requestAnimationFrame(() => opener.current?.focus());
  };

  const press = (event: KeyboardEvent) => {
    if (event.key === 'F2') setTyped(name);
    else if (event.key === 'Delete') onDelete();
    else return;
    event.preventDefault();
  };

  return (
    <li className="projects-row">
      {typed === undefined ? (
        <button
          ref={opener}
          type="button"
          className="projects-open"
          aria-current={isOpen || undefined}
          onClick={onOpen}
          onKeyDown={press}
        >
          <span className="projects-name">
            <bdi>{name}</bdi>
            {isOpen && <span className="badge">open</span>}
          </span>
          <span className="projects-facts">
            {count === 1 ? '1 file' : `${count} files`}
            {edited > 0 && (
              <>
                {', edited '}
                <time dateTime={new Date(edited).toISOString()}>{TIME.format(edited)}</time>
              </>
            )}
          </span>
        </button>
      ) : (
        <form
          className="projects-rename"
          onSubmit={(event) => {
            event.preventDefault();
            end(typed);
          }}
        >
          <input
            className="field"
            aria-label={`New name of ${name}`}
            // biome-ignore lint/a11y/noAutofocus: it was asked for just now
            autoFocus
            maxLength={LONGEST_NAME}
            value={typed}
            onFocus={({ currentTarget }) => currentTarget.select()}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            onBlur={() => {
              setTyped(undefined);
              if (typed !== name) onRename(typed);
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              event.stopPropagation();
              end();
            }}
          />
        </form>
      )}
      <IconButton name={`Rename ${name}`} title="Rename (F2)" onClick={() => setTyped(name)}>
        <Pencil size={14} aria-hidden />
      </IconButton>
      <IconButton name={`Duplicate ${name}`} title="Duplicate" onClick={onDuplicate}>
        <Copy size={14} aria-hidden />
      </IconButton>
      <IconButton name={`Delete ${name}`} title="Delete (Del)" onClick={onDelete}>
        <Trash2 size={14} aria-hidden />
      </IconButton>
    </li>
  );
}

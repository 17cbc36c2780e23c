import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { IconButton } from '../../ui/IconButton';
import { FOUND_LIMIT } from './find-text';

interface FindBarProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** How many places there are. */
  readonly count: number;
  /** Which of them is looked at, counted from 0. */
  readonly at: number;
  /** To the next one, or with -1 the one before. */
  readonly onStep: (by: 1 | -1) => void;
  readonly onClose: () => void;
}

/** Finds text in a body: Enter goes to the next place, Shift+Enter to the one before, Escape ends it. */
export function FindBar({ text, onText, count, at, onStep, onClose }: FindBarProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') onStep(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <search className="find-bar">
      <input
        ref={field}
        type="search"
        className="field"
        aria-label="Find in the body"
        placeholder="Find"
        value={text}
        onChange={({ target }) => onText(target.value)}
        onKeyDown={press}
      />
      <span className="find-count" role="status">
        {text !== '' && countText(count, at)}
      </span>
      <IconButton
        name="Previous place"
        title="Previous place (Shift+Enter)"
        disabled={count === 0}
        onClick={() => onStep(-1)}
      >
        <ChevronUp size={15} aria-hidden="true" />
      </IconButton>
      <IconButton
        name="Next place"
        title="Next place (Enter)"
        disabled={count === 0}
        onClick={() => onStep(1)}
      >
        <ChevronDown size={15} aria-hidden="true" />
      </IconButton>
      <IconButton name="End the search" title="End the search (Escape)" onClick={onClose}>
        <X size={15} aria-hidden="true" />
      </IconButton>
    </search>
  );
}

function countText(count: number, at: number): string {
  if (count === 0) return 'Not found';
  const all = count.toLocaleString('en') + (count === FOUND_LIMIT ? '+' : '');
  return `${(at + 1).toLocaleString('en')} of ${all}`;
}

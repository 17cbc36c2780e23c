import { type KeyboardEvent, type Ref, useId } from 'react';
import { type Filter, NO_FILTER, WANTED_ENDS, type WantedEnd } from './filter';
import './FilterField.css';

interface FilterFieldProps {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  /** How many requests match, of how many. */
  readonly found: { readonly matching: number; readonly all: number };
  readonly onNext: (direction: 'forward' | 'back') => void;
  /** Back to the picture. */
  readonly onLeave: () => void;
  readonly input: Ref<HTMLInputElement>;
}

const ENDS: Record<WantedEnd, string> = {
  any: 'Any end',
  ok: 'Ok',
  failed: 'Not ok',
  aborted: 'Aborted',
  inFlight: 'In flight',
};

/** Looks for requests: Enter goes to the next one, Shift + Enter to the one before, Escape clears. */
export function FilterField(props: FilterFieldProps) {
  const { filter, onFilter, found, onNext, onLeave, input } = props;
  const status = useId();
  const looking = filter !== NO_FILTER;

  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') onNext(event.shiftKey ? 'back' : 'forward');
    else if (event.key === 'Escape') {
      onFilter(NO_FILTER);
      onLeave();
    } else return;
    event.preventDefault();
  };

  const change = (changed: Filter) =>
    onFilter(changed.text === '' && changed.end === 'any' ? NO_FILTER : changed);

  return (
    <search className="timeline-filter">
      <input
        ref={input}
        type="search"
        aria-label="Find requests"
        aria-describedby={status}
        title="By path, service, status, reason or error. Enter: the next one ( / )"
        placeholder="Find"
        value={filter.text}
        onChange={({ currentTarget }) => change({ ...filter, text: currentTarget.value })}
        onKeyDown={press}
      />
      <select
        aria-label="How they ended"
        value={filter.end}
        onChange={({ currentTarget }) => {
          const end = WANTED_ENDS.find((each) => each === currentTarget.value);
          if (end) change({ ...filter, end });
        }}
      >
        {WANTED_ENDS.map((end) => (
          <option key={end} value={end}>
            {ENDS[end]}
          </option>
        ))}
      </select>
      <output id={status}>
        {looking && `${found.matching.toLocaleString('en')} of ${found.all.toLocaleString('en')}`}
      </output>
    </search>
  );
}

import { ArrowDown, ArrowUp, ChevronRight, Copy, PencilLine, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { IconButton } from '../../ui/IconButton';
import type { Draft } from '../draft/draft';
import { draftOf } from '../draft/draft-of';
import { METHODS } from '../draft/request-line';
import { joinBlocks } from './blocks';
import { readScenario } from './read-scenario';
import type { Row, RowKind } from './rows';
import { TypedText } from './TypedText';
import { writeRow } from './write-row';

interface ScenarioRowProps {
  readonly row: Row;
  /** 1, 2, 3 …: its place in the file. */
  readonly number: number;
  readonly isLast: boolean;
  readonly onChange: (change: Partial<Row>) => void;
  readonly onDuplicate: () => void;
  readonly onDelete: () => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onLoad: (draft: Draft) => void;
}

const KINDS: readonly RowKind[] = ['scheduled', 'queue', 'test'];

/** An event of a scenario. Alt with the up and down arrows moves it. */
export function ScenarioRow(props: ScenarioRowProps) {
  const { row, number, isLast, onChange, onMove } = props;
  const [open, setOpen] = useState(false);
  const line = useRef<HTMLTableRowElement>(null);
  const id = useId();
  const { kind, method } = row;
  const of = (what: string) => `${what} of event ${number}`;

  const move = (by: -1 | 1) => {
    if (by === -1 ? number === 1 : isLast) return;
    // The focus goes along: the rows change places, and their fields are alike.
    const fields = 'input, select, textarea, button';
    const { activeElement } = document;
    const own = [...(line.current?.querySelectorAll(fields) ?? [])];
    const field = activeElement ? own.indexOf(activeElement) : -1;
    const rows = [...(line.current?.parentElement?.querySelectorAll('tr[data-event]') ?? [])];
    const target = line.current ? rows[rows.indexOf(line.current) + by] : undefined;
    target?.querySelectorAll<HTMLElement>(fields)[field]?.focus();
    onMove(by);
  };

  const press = (event: KeyboardEvent) => {
    const by = ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key];
    if (!event.altKey || by === undefined) return;
    event.preventDefault();
    move(by);
  };

  return (
    <>
      <tr ref={line} data-event onKeyDown={press}>
        <td className="scenario-time">
          <TypedText
            className="scenario-number"
            label={of('Time')}
            value={row.at}
            onChange={(at) => onChange({ at })}
          />
        </td>
        <td className="scenario-count">
          <TypedText
            className="scenario-number"
            label={of('Count')}
            value={row.count}
            onChange={(count) => onChange({ count })}
          />
        </td>
        <td>
          <select
            className="field field-mono"
            aria-label={of('Kind')}
            value={kind === 'fetch' ? `m ${method}` : kind}
            onChange={({ target: { value } }) => {
              const other = KINDS.find((one) => one === value);
              if (other) onChange({ kind: other });
              else onChange({ kind: 'fetch', method: value.slice(2) });
            }}
          >
            {[...new Set([...METHODS, ...(kind === 'fetch' ? [method] : [])])].map((one) => (
              <option key={one} value={`m ${one}`}>
                {one}
              </option>
            ))}
            <optgroup label="Other events">
              {KINDS.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </optgroup>
          </select>
        </td>
        <td className="scenario-target">
          {kind !== 'test' && (
            <TypedText
              label={of(TARGETS[kind])}
              value={row.target}
              onChange={(target) => onChange({ target })}
            />
          )}
        </td>
        <td className="scenario-actions">
          <IconButton
            name={open ? of('Less') : of('Headers, body and more')}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            <ChevronRight size={14} aria-hidden="true" data-open={open ? '' : undefined} />
          </IconButton>
          <IconButton
            name={`Move event ${number} up`}
            disabled={number === 1}
            onClick={() => move(-1)}
          >
            <ArrowUp size={14} aria-hidden="true" />
          </IconButton>
          <IconButton name={`Move event ${number} down`} disabled={isLast} onClick={() => move(1)}>
            <ArrowDown size={14} aria-hidden="true" />
          </IconButton>
          <IconButton name={`Duplicate event ${number}`} onClick={props.onDuplicate}>
            <Copy size={14} aria-hidden="true" />
          </IconButton>
          <IconButton
            name={`Load event ${number} into the request bar`}
            onClick={() => {
              const draft = draftOfRow(row);
              if (draft) props.onLoad(draft);
            }}
          >
            <PencilLine size={14} aria-hidden="true" />
          </IconButton>
          <IconButton name={`Delete event ${number}`} onClick={props.onDelete}>
            <Trash2 size={14} aria-hidden="true" />
          </IconButton>
        </td>
      </tr>
      {open && (
        <tr className="scenario-more">
          <td colSpan={5}>
            <div className="scenario-more-fields">
              <label htmlFor={`${id}-name`}>
                Name
                <TypedText
                  id={`${id}-name`}
                  value={row.title}
                  onChange={(title) => onChange({ title })}
                />
              </label>
              <label htmlFor={`${id}-service`}>
                Worker service
                <TypedText
                  id={`${id}-service`}
                  placeholder="the main one"
                  value={row.service}
                  onChange={(service) => onChange({ service })}
                />
              </label>
              {kind !== 'fetch' && (
                <label htmlFor={`${id}-entrypoint`}>
                  Entrypoint
                  <TypedText
                    id={`${id}-entrypoint`}
                    placeholder="default"
                    value={row.entrypoint}
                    onChange={(entrypoint) => onChange({ entrypoint })}
                  />
                </label>
              )}
              {kind === 'fetch' && (
                <label htmlFor={`${id}-headers`}>
                  Headers, one to a line
                  <TypedText
                    id={`${id}-headers`}
                    lines={3}
                    value={row.headers}
                    onChange={(headers) => onChange({ headers })}
                  />
                </label>
              )}
              {(kind === 'fetch' || kind === 'queue') && (
                <label htmlFor={`${id}-body`}>
                  {kind === 'fetch' ? 'Body' : 'Messages, one to a line'}
                  <TypedText
                    id={`${id}-body`}
                    lines={3}
                    value={row.body}
                    onChange={(body) => onChange({ body })}
                  />
                </label>
              )}
            </div>
          </td>
        </tr>
      )}
    </>
  );
}

const TARGETS = { fetch: 'URL', scheduled: 'Cron', queue: 'Queue', test: '' } as const;

/** The row as a draft; `undefined` where it cannot be read. */
function draftOfRow(row: Row): Draft | undefined {
  try {
    const [step] = readScenario('row', joinBlocks([writeRow(row)])).steps;
    return step && { ...draftOf(step.event), count: String(step.count) };
  } catch {
    return undefined;
  }
}

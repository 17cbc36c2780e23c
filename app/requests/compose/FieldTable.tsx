import { X } from 'lucide-react';
import { type ReactNode, useId, useRef } from 'react';
import { IconButton } from '../../ui/IconButton';

interface FieldTableProps<Row extends { readonly name: string; readonly on?: boolean }> {
  /** What the table is of. */
  readonly label: string;
  /** What a row is called: `Header`. */
  readonly what: string;
  readonly rows: readonly Row[];
  /** A row as it begins when its name is typed. */
  readonly fresh: Row;
  /** Suggestions for names. */
  readonly names?: readonly string[];
  /** The field of a row's value. @param label its name for those who cannot see it. */
  readonly value: (row: Row, change: (row: Row) => void, label: string) => ReactNode;
  /** `undefined`: the row goes. An index past the last adds one. */
  readonly onChange: (index: number, row: Row | undefined) => void;
}

/** Names and values, a row each; typing in the last, empty one adds it. */
export function FieldTable<Row extends { readonly name: string; readonly on?: boolean }>(
  props: FieldTableProps<Row>,
) {
  const { label, what, rows, fresh, names, value, onChange } = props;
  const id = useId();
  const table = useRef<HTMLFieldSetElement>(null);

  const remove = (index: number) => {
    onChange(index, undefined);
    // The focus goes on to what takes the row's place.
    requestAnimationFrame(() =>
      table.current?.querySelectorAll<HTMLElement>('.field-name')[index]?.focus(),
    );
  };

  return (
    <fieldset ref={table} className="field-table" aria-label={label}>
      {names && (
        <datalist id={`${id}-names`}>
          {names.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </datalist>
      )}
      {[...rows, fresh].map((row, index) => {
        const isNew = index === rows.length;
        const called = isNew ? `New ${what.toLowerCase()}` : `${what} ${index + 1}`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; names may be equal
          <div key={index} className="field-row" data-off={row.on === false ? '' : undefined}>
            {row.on !== undefined && (
              <input
                type="checkbox"
                aria-label={`Send ${called.toLowerCase()}`}
                disabled={isNew}
                checked={row.on}
                onChange={({ target }) => onChange(index, { ...row, on: target.checked })}
              />
            )}
            <input
              className="field field-mono field-name"
              aria-label={isNew ? called : `Name of ${called.toLowerCase()}`}
              placeholder={isNew ? `Add: name` : 'Name'}
              list={names && `${id}-names`}
              spellCheck={false}
              autoComplete="off"
              autoCapitalize="none"
              value={row.name}
              onChange={({ target }) => onChange(index, { ...row, name: target.value })}
            />
            {value(row, (changed) => onChange(index, changed), `Value of ${called.toLowerCase()}`)}
            <IconButton
              name={`Remove ${called.toLowerCase()}`}
              disabled={isNew}
              onClick={() => remove(index)}
            >
              <X size={14} aria-hidden="true" />
            </IconButton>
          </div>
        );
      })}
    </fieldset>
  );
}

/** Changes, adds or (`undefined`) takes away a row. */
export function withRow<Row>(
  rows: readonly Row[],
  index: number,
  row: Row | undefined,
): readonly Row[] {
  return row ? [...rows.slice(0, index), row, ...rows.slice(index + 1)] : rows.toSpliced(index, 1);
}

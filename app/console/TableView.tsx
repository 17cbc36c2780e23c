import { useMemo, useState } from 'react';
import type { PreviewedValue, ValuePreviews } from '../../runtime-worker/index';
import { Button } from '../ui/Button';
import { InlineValue } from './InlineValue';
import { tableOf } from './table';

const SHOWN = 50;

/** What `console.table` was given, as a table. */
export function TableView({ values }: { readonly values: ValuePreviews }) {
  const table = useMemo(() => tableOf(values), [values]);
  const [all, setAll] = useState(false);
  if (!table) return null;
  const rows = all ? table.rows : table.rows.slice(0, SHOWN);
  const cell = (value: PreviewedValue | undefined) =>
    value && <InlineValue value={value} objects={values.objects} />;
  return (
    <div className="console-table">
      <table>
        <thead>
          <tr>
            <th scope="col">(index)</th>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
            {table.hasValues && <th scope="col">Value</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ index, cells, value }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a table never change
            <tr key={at}>
              <th scope="row">{typeof index === 'string' ? index : cell(index)}</th>
              {table.columns.map((column, at) => (
                <td key={column}>{cell(cells[at])}</td>
              ))}
              {table.hasValues && <td>{cell(value)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length < table.rows.length && (
        <Button look="quiet" onClick={() => setAll(true)}>
          Show all {table.rows.length.toLocaleString('en')} rows
        </Button>
      )}
      {table.more > 0 && (
        <p className="muted">{table.more.toLocaleString('en')} more rows were not kept.</p>
      )}
    </div>
  );
}

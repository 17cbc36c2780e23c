import { FieldTable } from './FieldTable';
import { readPairs, withPair } from './query';
import { TextValue } from './TextValue';

interface QueryEditorProps {
  readonly url: string;
  readonly onChange: (url: string) => void;
}

/** The query of the URL as a table: both are the same text. */
export function QueryEditor({ url, onChange }: QueryEditorProps) {
  return (
    <FieldTable
      label="Query"
      what="Parameter"
      rows={readPairs(url)}
      fresh={{ name: '', value: '' }}
      value={(row, change, label) => <TextValue row={row} label={label} onChange={change} />}
      onChange={(index, pair) => onChange(withPair(url, index, pair))}
    />
  );
}

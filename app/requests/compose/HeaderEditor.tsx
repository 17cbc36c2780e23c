import { useId, useState } from 'react';
import { Button } from '../../ui/Button';
import { type Draft, type Field, isBodyless } from '../draft/draft';
import { contentTypeOf } from '../draft/draft-of';
import { fieldsToText, textToFields } from '../draft/fields-text';
import { FieldTable, withRow } from './FieldTable';
import { KNOWN_HEADERS, usualValues } from './known-headers';
import { TextValue } from './TextValue';

interface HeaderEditorProps {
  readonly draft: Draft;
  readonly onChange: (headers: readonly Field[]) => void;
}

const NAMES = Object.keys(KNOWN_HEADERS);

/** The headers as a table with suggestions, or as text. */
export function HeaderEditor({ draft, onChange }: HeaderEditorProps) {
  const { headers } = draft;
  const [asText, setAsText] = useState(false);
  const own = implied(draft);
  return (
    <>
      {asText ? (
        <HeaderText headers={headers} onChange={onChange} />
      ) : (
        <FieldTable
          label="Headers"
          what="Header"
          rows={headers}
          fresh={{ name: '', value: '', on: true }}
          names={NAMES}
          value={(row, change, label) => <HeaderValue row={row} label={label} onChange={change} />}
          onChange={(index, row) => onChange(withRow(headers, index, row))}
        />
      )}
      <p className="composer-hint">
        <Button look="link" onClick={() => setAsText(!asText)}>
          {asText ? 'Edit as a table' : 'Edit as text'}
        </Button>
        {own && (
          <span>
            Sent too: <code>{own}</code>. Type a header of that name to send another.
          </span>
        )}
      </p>
    </>
  );
}

interface HeaderValueProps {
  readonly row: Field;
  readonly label: string;
  readonly onChange: (row: Field) => void;
}

function HeaderValue({ row, label, onChange }: HeaderValueProps) {
  const id = useId();
  const usual = usualValues(row.name);
  return (
    <>
      <TextValue
        row={row}
        label={label}
        list={usual.length > 0 ? id : undefined}
        onChange={onChange}
      />
      {usual.length > 0 && (
        <datalist id={id}>
          {usual.map((value) => (
            <option key={value}>{value}</option>
          ))}
        </datalist>
      )}
    </>
  );
}

function HeaderText(props: Pick<HeaderEditorProps, 'onChange'> & Pick<Draft, 'headers'>) {
  const { headers, onChange } = props;
  // What is typed stays as it is typed, while it stands for the headers that there are.
  const [typed, setTyped] = useState({ text: fieldsToText(headers), headers });
  const text = typed.headers === headers ? typed.text : fieldsToText(headers);
  return (
    <label className="composer-text">
      Headers, one to a line
      <textarea
        className="field field-mono"
        rows={4}
        placeholder={'Name: value\n# Name: not sent'}
        spellCheck={false}
        value={text}
        onChange={({ target }) => {
          const headers = textToFields(target.value);
          setTyped({ text: target.value, headers });
          onChange(headers);
        }}
      />
    </label>
  );
}

/** The header that goes with the kind of event or the type of the body, where none of its name is typed. */
function implied({ kind, method, headers, body }: Draft): string | undefined {
  const has = (wanted: string) =>
    headers.some(({ on, name }) => on && name.trim().toLowerCase() === wanted);
  if (kind === 'webSocket') return has('upgrade') ? undefined : 'Upgrade: websocket';
  const type = isBodyless(method) ? undefined : contentTypeOf(body);
  return type === undefined || has('content-type') ? undefined : `Content-Type: ${type}`;
}

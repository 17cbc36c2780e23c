import { useRef } from 'react';
import { Button } from '../../ui/Button';
import { Segments } from '../../ui/Segments';
import {
  type BodyDraft,
  type BodyType,
  type ChosenFile,
  isBodyless,
  type Part,
} from '../draft/draft';
import { FieldTable, withRow } from './FieldTable';
import { FileField } from './FileField';
import { jsonProblem } from './json-problem';
import { TextValue } from './TextValue';

interface BodyEditorProps {
  readonly body: BodyDraft;
  readonly method: string;
  /** @param method it takes, where the one before has no body. */
  readonly onChange: (body: BodyDraft, method?: string) => void;
}

const TYPES = [
  { value: 'none', name: 'None' },
  { value: 'json', name: 'JSON' },
  { value: 'form', name: 'Form' },
  { value: 'multipart', name: 'Multipart' },
  { value: 'text', name: 'Text' },
  { value: 'file', name: 'File' },
] as const;

/** What a type of body is called. */
export function bodyTypeName(type: BodyType): string {
  return TYPES.find(({ value }) => value === type)?.name ?? type;
}

/** The body and its type. */
export function BodyEditor({ body, method, onChange }: BodyEditorProps) {
  const bodyless = isBodyless(method);
  const change = (change: Partial<BodyDraft>) => onChange({ ...body, ...change });
  return (
    <>
      <div className="composer-body-type">
        <Segments
          label="Type of the body"
          options={TYPES}
          value={body.type}
          onChange={(type) => change({ type })}
        />
      </div>
      {bodyless && (
        <p className="composer-hint">
          A {method} request has no body.
          {body.type !== 'none' && (
            <Button look="link" onClick={() => onChange(body, 'POST')}>
              Make it a POST
            </Button>
          )}
        </p>
      )}
      <BodyContent body={body} change={change} />
    </>
  );
}

interface BodyContentProps {
  readonly body: BodyDraft;
  readonly change: (change: Partial<BodyDraft>) => void;
}

function BodyContent({ body, change }: BodyContentProps) {
  switch (body.type) {
    case 'none':
      return null;
    case 'json':
      return <JsonBody text={body.text} onChange={(text) => change({ text })} />;
    case 'text':
      return <TextBody text={body.text} onChange={(text) => change({ text })} />;
    case 'form':
      return (
        <FieldTable
          label="Fields of the form"
          what="Field"
          rows={body.form}
          fresh={{ name: '', value: '', on: true }}
          value={(row, change, label) => <TextValue row={row} label={label} onChange={change} />}
          onChange={(index, row) => change({ form: withRow(body.form, index, row) })}
        />
      );
    case 'multipart':
      return (
        <FieldTable<Part>
          label="Parts of the form"
          what="Part"
          rows={body.parts}
          fresh={{ name: '', value: '', on: true }}
          value={(row, change, label) => <PartValue part={row} label={label} onChange={change} />}
          onChange={(index, row) => change({ parts: withRow(body.parts, index, row) })}
        />
      );
    case 'file':
      return (
        <FileField
          label="File of the body"
          file={body.file}
          onChange={(file) => change({ file })}
        />
      );
  }
}

interface TextBodyProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
}

function TextBody({ text, onChange }: TextBodyProps) {
  return (
    <textarea
      className="field field-mono composer-body"
      aria-label="Body"
      rows={6}
      spellCheck={false}
      value={text}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

function JsonBody({ text, onChange }: TextBodyProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const problem = text.trim() === '' ? undefined : jsonProblem(text);
  return (
    <>
      <textarea
        ref={area}
        className="field field-mono composer-body"
        aria-label="Body"
        rows={6}
        spellCheck={false}
        placeholder={'{\n  "name": "value"\n}'}
        data-invalid={problem && ''}
        value={text}
        onChange={({ target }) => onChange(target.value)}
      />
      <p className="composer-hint">
        {problem ? (
          <span role="status">
            <Button
              look="link"
              onClick={() => {
                area.current?.focus();
                area.current?.setSelectionRange(problem.offset, problem.offset + 1);
              }}
            >
              Line {problem.line}, column {problem.column}
            </Button>
            : {problem.message}. It is sent as it is.
          </span>
        ) : (
          text.trim() !== '' && (
            <Button look="link" onClick={() => onChange(JSON.stringify(JSON.parse(text), null, 2))}>
              Format
            </Button>
          )
        )}
      </p>
    </>
  );
}

interface PartValueProps {
  readonly part: Part;
  readonly label: string;
  readonly onChange: (part: Part) => void;
}

function PartValue({ part, label, onChange }: PartValueProps) {
  const { value } = part;
  const isFile = typeof value !== 'string';
  const empty: ChosenFile = { name: '', type: '', bytes: undefined };
  return (
    <div className="part-value">
      <select
        className="field"
        aria-label={`Kind of ${label.replace('Value of ', '')}`}
        value={isFile ? 'file' : 'text'}
        onChange={({ target }) =>
          onChange({ ...part, value: target.value === 'file' ? empty : '' })
        }
      >
        <option value="text">Text</option>
        <option value="file">File</option>
      </select>
      {isFile ? (
        <FileField
          label={label}
          file={value.name === '' ? undefined : value}
          onChange={(value) => onChange({ ...part, value })}
        />
      ) : (
        <TextValue
          row={{ value }}
          label={label}
          onChange={({ value }) => onChange({ ...part, value })}
        />
      )}
    </div>
  );
}

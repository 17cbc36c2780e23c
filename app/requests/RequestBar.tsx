import { type FormEvent, type KeyboardEvent, useId, useState } from 'react';
import { Button } from '../ui/Button';
import { compose, type Draft, type DraftField, MAX_AT_ONCE } from './compose';
import type { Requester } from './fire';
import { METHODS } from './request-line';
import '../ui/Field.css';
import './RequestBar.css';

interface RequestBarProps {
  readonly requester: Requester;
  /** Called after firing: with the id of the request, if it was a single one. */
  readonly onFired: (request: string | undefined) => void;
}

const FIRST_DRAFT: Draft = { method: 'GET', url: '/', headers: '', body: '', count: '1' };

/** Composes a request and fires it, once or many times at once. */
export function RequestBar({ requester, onFired }: RequestBarProps) {
  const [draft, setDraft] = useState(FIRST_DRAFT);
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<{ field: DraftField; message: string }>();
  const id = useId();

  const change = (field: DraftField) => (event: { target: { value: string } }) => {
    setDraft({ ...draft, [field]: event.target.value });
    if (problem?.field === field) setProblem(undefined);
  };

  const send = () => {
    const composed = compose(draft);
    if (!composed.ok) {
      setProblem(composed);
      if (composed.field === 'headers' || composed.field === 'body') setOpen(true);
      return;
    }
    setProblem(undefined);
    const fired = Array.from({ length: composed.count }, () => requester.fire(composed.init));
    onFired(fired.length === 1 ? fired[0]?.request : undefined);
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };

  const sendFromTextArea = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  };

  const invalid = (field: DraftField) =>
    problem?.field === field
      ? ({ 'aria-invalid': true, 'aria-describedby': `${id}-problem` } as const)
      : {};

  const extras = [draft.headers.trim() !== '' && 'headers', draft.body !== '' && 'body'].filter(
    (extra) => extra !== false,
  );

  return (
    <form className="request-bar" aria-label="Request" onSubmit={submit}>
      <div className="request-bar-line">
        <select
          className="field field-mono request-bar-method"
          aria-label="Method"
          value={draft.method}
          onChange={change('method')}
          {...invalid('method')}
        >
          {METHODS.map((method) => (
            <option key={method}>{method}</option>
          ))}
        </select>
        <input
          className="field field-mono request-bar-url"
          aria-label="Path or URL"
          placeholder="/path"
          spellCheck={false}
          autoCapitalize="none"
          autoComplete="off"
          value={draft.url}
          onChange={change('url')}
          {...invalid('url')}
        />
        <label className="request-bar-count" title={`How many at once, 1 to ${MAX_AT_ONCE}`}>
          <span aria-hidden="true">×</span>
          <span className="visually-hidden">How many at once</span>
          <input
            className="field field-mono"
            inputMode="numeric"
            autoComplete="off"
            value={draft.count}
            onChange={change('count')}
            {...invalid('count')}
          />
        </label>
        <Button
          look="quiet"
          aria-expanded={open}
          aria-controls={`${id}-extras`}
          onClick={() => setOpen(!open)}
        >
          {extras.length === 0 ? 'Headers, body' : `+ ${extras.join(', ')}`}
        </Button>
        <Button type="submit">Send</Button>
      </div>
      <div id={`${id}-extras`} className="request-bar-extras" hidden={!open}>
        <label>
          Headers, one to a line
          <textarea
            className="field field-mono"
            rows={3}
            placeholder="Name: value"
            spellCheck={false}
            value={draft.headers}
            onChange={change('headers')}
            onKeyDown={sendFromTextArea}
            {...invalid('headers')}
          />
        </label>
        <label>
          Body
          <textarea
            className="field field-mono"
            rows={3}
            spellCheck={false}
            value={draft.body}
            onChange={change('body')}
            onKeyDown={sendFromTextArea}
            {...invalid('body')}
          />
        </label>
      </div>
      {problem && (
        <p id={`${id}-problem`} className="request-bar-problem" role="alert">
          {problem.message}
        </p>
      )}
    </form>
  );
}

import { type ComponentProps, useState } from 'react';
import { type Draft, EVENT_KINDS } from './draft/draft';
import { METHODS } from './draft/request-line';

interface MethodFieldProps
  extends Pick<ComponentProps<'select'>, 'aria-invalid' | 'aria-describedby'> {
  readonly draft: Pick<Draft, 'kind' | 'method'>;
  readonly onChange: (change: Partial<Pick<Draft, 'kind' | 'method'>>) => void;
}

const OWN = 'own';

/** The method of a request, a usual one or a typed one; or another kind of event. */
export function MethodField({ draft, onChange, ...aria }: MethodFieldProps) {
  const { kind, method } = draft;
  const [typing, setTyping] = useState(false);
  const usual = METHODS.some((known) => known === method);
  const known: readonly string[] = usual || method.trim() === '' ? METHODS : [...METHODS, method];

  if (kind === 'fetch' && typing) {
    return (
      <input
        className="field field-mono request-bar-method"
        aria-label="Method"
        placeholder="METHOD"
        spellCheck={false}
        autoCapitalize="characters"
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: it takes the place of the list that was just used
        autoFocus
        value={method}
        onChange={({ target }) => onChange({ method: target.value })}
        onBlur={() => {
          setTyping(false);
          if (method.trim() === '') onChange({ method: 'GET' });
        }}
        {...aria}
      />
    );
  }
  return (
    <select
      className="field field-mono request-bar-method"
      aria-label="Method"
      value={kind === 'fetch' ? `m ${method}` : kind}
      onChange={({ target: { value } }) => {
        const other = EVENT_KINDS.find((one) => one === value);
        if (other) onChange({ kind: other });
        else if (value === OWN) {
          setTyping(true);
          onChange({ kind: 'fetch', method: '' });
        } else onChange({ kind: 'fetch', method: value.slice(2) });
      }}
      {...aria}
    >
      {known.map((method) => (
        <option key={method} value={`m ${method}`}>
          {method}
        </option>
      ))}
      <option value={OWN}>Other…</option>
      <optgroup label="Other events">
        {EVENT_KINDS.map(
          (kind) =>
            kind !== 'fetch' && (
              <option key={kind} value={kind}>
                {kind === 'webSocket' ? 'WebSocket' : kind}
              </option>
            ),
        )}
      </optgroup>
    </select>
  );
}

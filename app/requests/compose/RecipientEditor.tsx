import { useId, useMemo } from 'react';
import { useProject } from '../../project/context';
import type { Draft } from '../draft/draft';
import { factsOf } from './project-facts';

interface RecipientEditorProps {
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
}

/** Which worker service gets the event, and which export handles it. */
export function RecipientEditor({ draft, onChange }: RecipientEditorProps) {
  const files = useProject((state) => state.files);
  const { services, queues } = useMemo(() => factsOf(files), [files]);
  const [main = 'worker', ...others] = services;
  const unknown = draft.service !== '' && !services.includes(draft.service);
  const id = useId();
  return (
    <div className="recipient">
      <label>
        Worker service
        <select
          className="field"
          value={draft.service}
          onChange={({ target }) => onChange({ service: target.value })}
        >
          <option value="">{main} (main)</option>
          {others.map((name) => (
            <option key={name}>{name}</option>
          ))}
          {unknown && <option value={draft.service}>{draft.service} (not in this project)</option>}
        </select>
      </label>
      {(draft.kind === 'scheduled' || draft.kind === 'queue') && (
        <label>
          Entrypoint
          <input
            className="field field-mono"
            placeholder="default"
            spellCheck={false}
            autoComplete="off"
            value={draft.entrypoint}
            onChange={({ target }) => onChange({ entrypoint: target.value })}
          />
        </label>
      )}
      {draft.kind === 'queue' && queues.length > 0 && (
        <label htmlFor={id}>
          Queue of the project
          <select
            id={id}
            className="field"
            value={queues.includes(draft.queue) ? draft.queue : ''}
            onChange={({ target }) => onChange({ queue: target.value })}
          >
            <option value="">(typed above)</option>
            {queues.map((queue) => (
              <option key={queue}>{queue}</option>
            ))}
          </select>
        </label>
      )}
      {others.length === 0 && (
        <p className="composer-hint">
          Another worker service of the project is a folder <code>workers/NAME/</code>.
        </p>
      )}
    </div>
  );
}

import { type RefObject, useRef, useState } from 'react';
import type { Shown } from '../timeline/Picture';
import { Button } from '../ui/Button';
import { exportRun, type Format } from './export-run';
import type { Recording } from './recording';
import './trace.css';

interface TracePanelProps {
  /** What is to be exported: all that there is to see. */
  readonly recording: Recording;
  /** What the picture shows; nothing while the table stands in its place. */
  readonly shown: RefObject<Shown | null>;
  readonly onOpen: (file: File) => void;
  readonly onDone: () => void;
}

const FORMATS: readonly { format: Format; name: string; what: string; ofPicture?: true }[] = [
  { format: 'trace', name: 'Trace', what: 'Isolab’s own JSON: opens here again' },
  {
    format: 'chrome',
    name: 'Chrome trace',
    what: 'JSON for Perfetto and Chrome’s DevTools: opens here too',
  },
  { format: 'png', name: 'PNG', what: 'What the picture shows now, as pixels', ofPicture: true },
  { format: 'svg', name: 'SVG', what: 'Every lane, at this span of time', ofPicture: true },
];

/** The run out of the page as a file, and a file in. */
export function TracePanel({ recording, shown, onOpen, onDone }: TracePanelProps) {
  const [problem, setProblem] = useState<string>();
  const picker = useRef<HTMLInputElement>(null);
  const empty = recording.events.length === 0;

  const save = async (format: Format) => {
    try {
      await exportRun(recording, format, shown.current ?? undefined);
      onDone();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };

  return (
    <>
      <fieldset disabled={empty} className="trace-formats">
        <legend>Export</legend>
        {FORMATS.map(({ format, name, what, ofPicture }) => (
          <button
            key={format}
            type="button"
            disabled={ofPicture && shown.current === null}
            onClick={() => void save(format)}
          >
            <strong>{name}</strong> {what}
          </button>
        ))}
      </fieldset>
      {empty && <p className="trace-note">Nothing ran yet: there is nothing to export.</p>}
      <div className="trace-open">
        <Button onClick={() => picker.current?.click()}>Open a file…</Button>
        <span className="trace-note">or drop it on the timeline</span>
        <input
          ref={picker}
          type="file"
          hidden
          accept=".json,application/json"
          aria-label="A recorded run"
          onChange={({ target }) => {
            const file = target.files?.[0];
            target.value = '';
            if (!file) return;
            onDone();
            onOpen(file);
          }}
        />
      </div>
      {problem && (
        <p className="trace-problem" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}

const ENTRIES = [
  { kind: 'spare', label: 'spare', title: 'A Web Worker boots, and stands ready for an isolate' },
  {
    kind: 'slowed',
    label: 'slowed',
    title: 'The service aborts again and again: its startup waits',
  },
  { kind: 'startup', label: 'startup', title: 'Evaluating the modules’ top level' },
  { kind: 'waiting', label: 'waiting', title: 'Waiting for the startup' },
  { kind: 'in-flight', label: 'in flight', title: 'In the handler, not over yet' },
  { kind: 'ok', label: 'ok', title: 'Ended well' },
  { kind: 'exception', label: 'exception', title: 'The worker threw' },
  { kind: 'aborted', label: 'aborted', title: 'Ended with its isolate' },
  { kind: 'other', label: 'other end', title: 'Canceled by the client, or a limit was exceeded' },
  { kind: 'body', label: 'body', title: 'The response body' },
  { kind: 'network', label: 'network', title: 'A subrequest that the real network answers' },
  { kind: 'wait-until', label: 'waitUntil', title: 'Goes on after the response' },
  {
    kind: 'condemned',
    label: 'condemned',
    title: 'The isolate finishes what it has, gets nothing new',
  },
  { kind: 'abort', label: 'abort', title: 'The isolate is destroyed, with everything in flight' },
] as const;

/** What the marks and colours mean. */
export function Legend() {
  return (
    <ul className="timeline-legend" aria-label="Legend">
      {ENTRIES.map(({ kind, label, title }) => (
        <li key={kind} title={title}>
          <span className={`timeline-swatch timeline-swatch-${kind}`} aria-hidden="true" />
          {label}
        </li>
      ))}
    </ul>
  );
}

import { durationText } from '../duration';
import type { RequestEntry, RequestListSnapshot } from '../request-list';
import { type Phase, phasesOf } from './phases';
import { Scrolled } from './Scrolled';
import './TimingTab.css';

interface TimingTabProps {
  readonly entry: RequestEntry;
  readonly requests: RequestListSnapshot;
}

/** What took how long. */
export function TimingTab({ entry, requests }: TimingTabProps) {
  const phases = phasesOf(entry, requests.startOf(entry.isolate));
  const { beganAt, progress, generation } = entry;
  const known = phases.at(-1)?.to ?? phases.at(-1)?.from ?? beganAt;
  const isOver = progress.kind === 'ended';
  // What goes on takes a quarter of the room, however long that will be.
  const span = (known - beganAt || 1) * (isOver ? 1 : 4 / 3);
  const percent = (ms: number) => `${(100 * ms) / span}%`;
  return (
    <Scrolled label="Timing">
      <table className="timing">
        <caption>
          Arrived {durationText(beganAt)} after the page was opened; handled by isolate generation{' '}
          {generation}.
        </caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Phase</th>
            <th scope="col">When</th>
            <th scope="col">Duration</th>
          </tr>
        </thead>
        <tbody>
          {phases.map(({ kind, from, to }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a phase stays where it is
            <tr key={index} data-phase={kind}>
              <th scope="row" title={MEANINGS[kind]}>
                {NAMES[kind]}
              </th>
              <td className="timing-track">
                <span
                  className="timing-bar"
                  data-open={to === undefined || undefined}
                  style={{
                    '--from': percent(from - beganAt),
                    '--length': to === undefined ? '100%' : percent(to - from),
                  }}
                />
              </td>
              <td className="timing-duration">
                {to === undefined ? 'under way' : durationText(to - from)}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Total</th>
            <td />
            <td className="timing-duration">
              {isOver ? durationText(progress.duration) : 'under way'}
            </td>
          </tr>
        </tfoot>
      </table>
      <dl className="timing-meanings">
        {[...new Set(phases.map(({ kind }) => kind))].map((kind) => (
          <div key={kind}>
            <dt>{NAMES[kind]}</dt>
            <dd>{MEANINGS[kind]}</dd>
          </div>
        ))}
      </dl>
    </Scrolled>
  );
}

const NAMES: Record<Phase['kind'], string> = {
  queued: 'Queued',
  delayed: 'Held back',
  startup: 'Startup',
  handler: 'In the handler',
  body: 'Response body',
  waitUntil: 'waitUntil',
};

const MEANINGS: Record<Phase['kind'], string> = {
  queued: 'It waited for its isolate: for a thread, for the code, or for what ran before it.',
  delayed: 'The service aborts again and again, so its fresh isolate had to wait.',
  startup: "The isolate evaluated the modules' top level.",
  handler: 'From the call of the handler until its response, or until the end without one.',
  body: 'From the headers of the response until the last byte of its body.',
  waitUntil: 'The response was there; what was handed to waitUntil went on.',
};

import { useState } from 'react';
import type { RuntimeEvent } from '../../runtime-worker/index';
import { duration } from '../timeline/viewport';
import { plain } from '../timeline/words';
import type { Recording } from '../trace/recording';
import { Button } from '../ui/Button';
import { alongside } from './alongside';
import { candidatesOf } from './candidates';
import './runs.css';

interface RunsPanelProps {
  readonly events: readonly RuntimeEvent[];
  /** ms, when scenarios were started. */
  readonly starts: readonly number[];
  readonly opened: readonly Recording[];
  readonly onShow: (recording: Recording) => void;
}

/** So many runs can be told apart side by side. */
const MOST = 6;

/** The runs there are: one to be shown, or some side by side on one scale. */
export function RunsPanel({ events, starts, opened, onShow }: RunsPanelProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [candidates] = useState(() => candidatesOf(events, starts, performance.timeOrigin, opened));
  if (candidates.length === 0) {
    return <p className="runs-none">Nothing ran yet. Send a request, or open a recorded run.</p>;
  }
  const recordings = candidates.filter(({ id }) => chosen.has(id)).map((each) => each.recording);
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };

  return (
    <fieldset className="runs">
      <legend>Runs</legend>
      <ul>
        {candidates.map(({ id, recording, part }) => (
          <li key={id} className={part ? 'run-choice-part' : undefined}>
            <label className="run-choice">
              <input
                type="checkbox"
                checked={chosen.has(id)}
                disabled={!chosen.has(id) && chosen.size >= MOST}
                onChange={({ target }) => toggle(id, target.checked)}
              />
              <span>
                <strong>
                  <bdi>{plain(recording.name, 80)}</bdi>
                </strong>{' '}
                {factsOf(recording)}
              </span>
            </label>
          </li>
        ))}
      </ul>
      <p className="runs-note">
        Choose two or more to see them on one scale, each from its first request on.
      </p>
      <div className="runs-buttons">
        <Button
          look="primary"
          disabled={recordings.length < 2}
          onClick={() => onShow(alongside(recordings))}
        >
          Side by side
        </Button>
        <Button
          disabled={recordings.length !== 1}
          onClick={() => recordings[0] && onShow(recordings[0])}
        >
          Show alone
        </Button>
      </div>
    </fieldset>
  );
}

function factsOf({ events, clockBegan }: Recording): string {
  const from = events[0]?.at ?? 0;
  const time = new Date(clockBegan + from).toLocaleTimeString('en-GB');
  const requests = events.filter(({ type }) => type === 'request.began').length;
  const ended = events.filter(({ type }) => type === 'request.ended').length;
  const far = ended < requests ? ' so far' : '';
  const took = duration((events.at(-1)?.at ?? from) - from);
  return `${requests} ${requests === 1 ? 'request' : 'requests'}${far}, ${took}, ${time}`;
}

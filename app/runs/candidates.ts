import type { RuntimeEvent } from '../../runtime-worker/index';
import type { Recording } from '../trace/recording';
import { partsOf, policySeen } from './parts';
import { runsOf } from './runs-of';

/** A run that can be shown, or compared with others. */
export interface Candidate {
  readonly id: string;
  readonly recording: Recording;
  /** It is one of the parts of the run before it. */
  readonly part: boolean;
}

/**
 * What there is to choose from: the runs of the visit, newest first, each followed by its parts if it
 * has more than one; then what was opened.
 * @param clockBegan when the clock of the events read 0: ms since 1970.
 */
export function candidatesOf(
  events: readonly RuntimeEvent[],
  starts: readonly number[],
  clockBegan: number,
  opened: readonly Recording[],
): readonly Candidate[] {
  const visit = runsOf(events, starts).map((run, index) => {
    const name = `Run ${index + 1} · ${whatOf(run)}`;
    return candidatesOfRun({ name, clockBegan, events: run }, `visit ${index}`);
  });
  return [
    ...visit.toReversed().flat(),
    ...opened.flatMap((recording, index) => candidatesOfRun(recording, `opened ${index}`)),
  ];
}

/** The latest run of the visit: what there is to replay; `undefined` where no request was sent yet. */
export function latestRun(
  events: readonly RuntimeEvent[],
  starts: readonly number[],
  clockBegan: number,
): Recording | undefined {
  const candidates = candidatesOf(events, starts, clockBegan, []);
  return candidates[0]?.recording;
}

function candidatesOfRun(recording: Recording, id: string): readonly Candidate[] {
  const whole = { id, recording, part: false };
  const parts = [...partsOf(recording.events)];
  if (parts.length < 2) return [whole];
  return [
    whole,
    ...parts.map(([name, events]) => ({
      id: `${id} ${name}`,
      recording: { ...recording, name, events },
      part: true,
    })),
  ];
}

/** What ran, and under which policy: `story · condemn`. */
function whatOf(events: readonly RuntimeEvent[]): string {
  const [only, ...more] = partsOf(events).keys();
  if (more.length > 0) return `${more.length + 1} services`;
  return [only, policySeen(events)].filter((each) => each !== undefined).join(' · ');
}

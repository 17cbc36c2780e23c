import type { CreationCause } from '../../runtime-worker/index';
import { type LanePlace, ROW } from './geometry';
import type { IsolateLane } from './layout';

/** Where the line of a lane's abort ends: below the last request that it ended. */
export function bottomOf({ lane, top, height, rowsTop }: LanePlace): number {
  if (!lane.casualties) return top + height - 1;
  return rowsTop + (lane.casualties.lastRow + 1) * ROW;
}

/** What happened to an isolate that gave it a successor; an edit is no one's end. */
export function leftBehind(
  { aborted, condemned }: IsolateLane,
  cause: CreationCause | undefined,
): IsolateLane['aborted'] | IsolateLane['condemned'] {
  switch (cause) {
    case 'abort':
    case 'limit':
    case 'crash':
      return aborted;
    case 'condemned':
      return condemned;
    default:
      return undefined;
  }
}

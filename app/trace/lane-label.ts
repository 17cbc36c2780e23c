import type { IsolateLane } from '../timeline/layout';
import { madeInWords, plain, stateInWords } from '../timeline/words';

/** The height of a label of three lines, in CSS pixels. */
export const LANE_LABEL = 52;

/** What stands beside a lane: its name, why it was made, what became of it. */
export function laneLabel(lane: IsolateLane): readonly [string, string, string] {
  const name = `${plain(lane.service, 80)} · generation ${lane.generation}`;
  return [name, madeInWords(lane), stateInWords(lane)];
}

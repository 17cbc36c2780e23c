import { EXHAUSTING } from './exhausting.mjs';
import { FORGING } from './forging.mjs';
import { HIDDEN, REACHING } from './reaching.mjs';
import { POLLUTING, SHOWING } from './showing.mjs';

/** Every attack, by what it is about. */
export const ATTACKS = {
  reaching: [...REACHING, ...HIDDEN],
  forging: FORGING,
  showing: SHOWING,
  polluting: POLLUTING,
  exhausting: EXHAUSTING,
};

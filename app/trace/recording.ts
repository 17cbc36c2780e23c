import type { RuntimeEvent } from '../../runtime-worker/index';

/** A run that was recorded: all that a view of it derives from. */
export interface Recording {
  /** What it is called on screen. */
  readonly name: string;
  /** When the clock of its events read 0: ms since 1970. */
  readonly clockBegan: number;
  /** Services that stand first, in this order. */
  readonly order?: readonly string[];
  /** In order of time. */
  readonly events: readonly RuntimeEvent[];
}

/** When it was recorded, as people write it here: `25 Nov 2026, 14:03`. */
export function recordedWhen({ clockBegan, events }: Recording): string {
  const at = clockBegan + (events[0]?.at ?? 0);
  return new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
}

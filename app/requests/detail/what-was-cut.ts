import { durationText } from '../duration';
import type { IsolateAbort, RequestEntry } from '../request-list';

/** How far a request was when an abort ended it, in a few words. */
export function whatWasCut(entry: RequestEntry, abort: IsolateAbort): string {
  const { progress, handledAt, respondedAt, bodyEndedAt, status, beganAt, generation } = entry;
  const age = progress.kind === 'ended' ? `after ${durationText(progress.duration)}` : undefined;
  const where =
    entry.isolate === abort.isolate ? undefined : `in ${entry.service} gen ${generation}`;
  const words = [
    entry.request === abort.request && 'the one that called',
    respondedAt === undefined && handledAt === undefined && 'not handled yet',
    respondedAt === undefined && handledAt !== undefined && 'in its handler',
    respondedAt !== undefined && bodyEndedAt === undefined && `status ${status}, its body cut`,
    bodyEndedAt !== undefined && `status ${status}, in waitUntil`,
    where,
    beganAt > 0 && age,
  ];
  return words.filter((word) => typeof word === 'string').join(' · ');
}

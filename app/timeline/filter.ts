import { barsOf, type Layout, lanesOf, type RequestBar } from './layout';
import { nameOf } from './words';

/** Which ends of requests are looked for. */
export type WantedEnd = (typeof WANTED_ENDS)[number];
export const WANTED_ENDS = ['any', 'ok', 'failed', 'aborted', 'inFlight'] as const;

/** What is looked for among the requests. */
export interface Filter {
  /** Words that all must be in the request's name, its service, its reason or its error; any case. */
  readonly text: string;
  readonly end: WantedEnd;
}

export const NO_FILTER: Filter = { text: '', end: 'any' };

/** Tells whether a request is looked for; `undefined` where nothing is: then all of them are. */
export type Matches = ((bar: RequestBar) => boolean) | undefined;

export function matcherOf({ text, end }: Filter): Matches {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && end === 'any') return undefined;
  return (bar) => {
    if (!endsAs(bar, end)) return false;
    if (words.length === 0) return true;
    const known = textOf(bar).toLowerCase();
    return words.every((word) => known.includes(word));
  };
}

/** How many requests match, and how many there are. Costs their number. */
export function countMatches(layout: Layout, matches: Matches): { matching: number; all: number } {
  const all = lanesOf(layout).reduce((sum, { bars }) => sum + bars.size, 0);
  return { matching: matches ? barsOf(layout).filter(matches).length : all, all };
}

/** The match that begins next after (or before) a request, and around the end; `undefined`: none. */
export function nextMatch(
  layout: Layout,
  matches: Matches,
  from: string | undefined,
  direction: 'forward' | 'back',
): RequestBar | undefined {
  const found = barsOf(layout)
    .filter((bar) => matches?.(bar) ?? true)
    .sort((a, b) => a.began - b.began);
  if (direction === 'back') found.reverse();
  const at = found.findIndex(({ request }) => request === from);
  if (at >= 0) return found[(at + 1) % found.length];
  const here = from === undefined ? undefined : layout.bar(from);
  if (!here) return found[0];
  const beyond = found.find(({ began }) =>
    direction === 'forward' ? began >= here.began : began <= here.began,
  );
  return beyond ?? found[0];
}

function endsAs({ ended }: RequestBar, wanted: WantedEnd): boolean {
  switch (wanted) {
    case 'any':
      return true;
    case 'inFlight':
      return ended === undefined;
    case 'ok':
    case 'aborted':
      return ended?.outcome === wanted;
    case 'failed':
      return ended !== undefined && ended.outcome !== 'ok';
  }
}

function textOf({ event, lane, ended, responded }: RequestBar): string {
  const { reason, error } = ended ?? {};
  const status = responded?.status;
  return [nameOf(event), lane.service, status, reason, error?.name, error?.message].join(' ');
}

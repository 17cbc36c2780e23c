import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LogLevel } from '../../runtime-worker/index';
import { type ConsoleLine, type ConsoleSnapshot, isGroup } from './lines';

export const LEVELS: readonly LogLevel[] = ['error', 'warn', 'info', 'log', 'debug'];

/** Which lines are on show, of whatever run. */
export interface LineChoice {
  readonly levels: ReadonlySet<LogLevel>;
  /** As it was typed. */
  readonly filter: string;
}

const EVERYTHING: LineChoice = { levels: new Set(LEVELS), filter: '' };

/** Stays as long as the page does: a run that is opened is looked at in the same way. */
export const lineChoice = createStore<LineChoice>()(() => EVERYTHING);

/** What was done by hand to a run's lines. The events stay what they are. */
export interface ConsoleView {
  /** The last line that was cleared away, and how many there were of each level by then. */
  readonly cleared: Pick<ConsoleSnapshot, 'total' | 'counts'>;
  /** Groups that were folded or unfolded: whether they are open. */
  readonly groups: ReadonlyMap<number, boolean>;
  /** What is unfolded of the values of lines: `line:value.entry.entry`. */
  readonly unfolded: ReadonlySet<string>;
}

const NOTHING_CLEARED = { total: 0, counts: { debug: 0, log: 0, info: 0, warn: 0, error: 0 } };

const views = new WeakMap<object, StoreApi<ConsoleView>>();

/** The view of a run's lines, as it was left. */
export function viewOfRun(run: object): StoreApi<ConsoleView> {
  const known = views.get(run);
  if (known) return known;
  const view = createStore<ConsoleView>()(() => ({
    cleared: NOTHING_CLEARED,
    groups: new Map(),
    unfolded: new Set(),
  }));
  views.set(run, view);
  return view;
}

/** Puts away what was logged so far. It stays in the run. */
export function clear({ run, total, counts }: ConsoleSnapshot): void {
  viewOfRun(run).setState({ cleared: { total, counts }, unfolded: new Set() });
}

export function showAll(): void {
  lineChoice.setState(EVERYTHING);
}

export function setFilter(filter: string): void {
  lineChoice.setState({ filter });
}

export function toggleLevel(level: LogLevel): void {
  lineChoice.setState(({ levels }) => ({ levels: toggled(levels, level) }));
}

/** Adds a word to the filter, or takes it away where it is in there. */
export function toggleWord(word: string): void {
  lineChoice.setState(({ filter }) => {
    const words = filter.split(/\s+/).filter(Boolean);
    const without = words.filter((each) => each !== word);
    return { filter: (without.length < words.length ? without : [...words, word]).join(' ') };
  });
}

export function isOpen({ number, method }: ConsoleLine, groups: ConsoleView['groups']): boolean {
  return groups.get(number) ?? method !== 'groupCollapsed';
}

/** Whether a group that the line is in is folded. One that was cleared away could not be unfolded. */
export function isFoldedAway(
  { group }: ConsoleLine,
  { groups, cleared }: Pick<ConsoleView, 'groups' | 'cleared'>,
): boolean {
  for (let each = group; each && each.number > cleared.total; each = each.group) {
    if (!isOpen(each, groups)) return true;
  }
  return false;
}

/** The set with a member, or without it where it had it. */
function toggled<T>(set: ReadonlySet<T>, member: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(member)) next.add(member);
  return next;
}

/** Folds or unfolds a value, or a group. */
export interface Folding {
  value(path: string): void;
  group(line: ConsoleLine): void;
}

export function foldingOf(run: object): Folding {
  const view = viewOfRun(run);
  return {
    value: (path) => view.setState(({ unfolded }) => ({ unfolded: toggled(unfolded, path) })),
    group(line) {
      if (!isGroup(line.method)) return;
      view.setState(({ groups }) => ({
        groups: new Map(groups).set(line.number, !isOpen(line, groups)),
      }));
    },
  };
}

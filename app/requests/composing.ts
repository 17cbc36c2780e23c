import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Draft, FIRST_DRAFT } from './draft/draft';
import { type DraftProblem, eventOf } from './draft/event-of';
import { createKept } from './draft/kept';
import type { Requester } from './fire';

/** What was fired by hand. */
export interface HistoryEntry {
  readonly id: number;
  /** ms since the epoch. */
  readonly at: number;
  readonly draft: Draft;
}

/** A part of what does not fit on the line of the request. */
export type ComposerPart = 'query' | 'headers' | 'body' | 'cron' | 'messages' | 'recipient';

/** What a tab keeps over a reload, beside the history. */
interface KeptState {
  readonly draft: Draft;
  /** Whether more than the line of the request is in sight. */
  readonly open: boolean;
  /** Which part of it was chosen. */
  readonly part: ComposerPart;
  /** px that it is high: what comes after a reload takes its place at once. */
  readonly height: number;
}

export interface ComposingState extends KeptState {
  readonly problem: DraftProblem | undefined;
  /** Something to tell of what was just done, such as what of a curl command was left out. */
  readonly note: string | undefined;
  /** What was being composed until another took its place, if it was neither sent nor put back. */
  readonly replaced: Draft | undefined;
  /** Newest first, at most {@link KEPT_ENTRIES}. */
  readonly history: readonly HistoryEntry[];
}

/** The composer's state, and what can be done with it from anywhere in the page. */
export interface Composing {
  readonly store: StoreApi<ComposingState>;
  change(change: Partial<Draft>): void;
  /** Puts a whole draft in the place of what is there, which can be put back. */
  load(draft: Draft, note: string): void;
  /** Undoes the last {@link load}. */
  putBack(): void;
  setOpen(open: boolean): void;
  choose(part: ComposerPart): void;
  setHeight(height: number): void;
  note(note: string | undefined): void;
  /** Fires the draft, or says what is wrong with it. */
  send(): void;
  /** Fires another draft at once, and leaves the one that is being composed alone. */
  fire(draft: Draft): void;
  /** Empties the history. */
  forget(): void;
  /** Calls back after firing: with the id of the request, if it was a single one. Returns how to stop. */
  onFired(listener: (request: string | undefined) => void): () => void;
}

/** How many entries the history keeps. */
export const KEPT_ENTRIES = 100;

/** px of what does not fit on the line, with the headers chosen and none there. */
const FIRST_HEIGHT = 150;

export function createComposing(requester: Requester): Composing {
  const keptDraft = createKept<KeptState>('isolab:draft', 2);
  const keptHistory = createKept<readonly HistoryEntry[]>('isolab:history', 1);
  const listeners = new Set<(request: string | undefined) => void>();
  const store = createStore<ComposingState>(() => ({
    draft: FIRST_DRAFT,
    open: false,
    part: 'headers',
    height: FIRST_HEIGHT,
    problem: undefined,
    note: undefined,
    replaced: undefined,
    history: keptHistory.read() ?? [],
    ...keptDraft.read(),
  }));

  store.subscribe((now, before) => {
    if (now.history !== before.history) keptHistory.write(now.history);
    const { draft, open, part, height } = now;
    const isKept =
      draft === before.draft &&
      open === before.open &&
      part === before.part &&
      height === before.height;
    if (!isKept) keptDraft.write({ draft, open, part, height });
  });

  const record = (draft: Draft) => {
    const { history } = store.getState();
    const entry = { id: (history[0]?.id ?? 0) + 1, at: Date.now(), draft };
    store.setState({ history: [entry, ...history].slice(0, KEPT_ENTRIES) });
  };

  const fire = (draft: Draft): DraftProblem | undefined => {
    const composed = eventOf(draft);
    if (!composed.ok) return composed;
    const { event, count } = composed;
    record(draft);
    const fired = Array.from({ length: count }, () => requester.fire(event));
    for (const tell of listeners) tell(fired.length === 1 ? fired[0]?.request : undefined);
    return undefined;
  };

  const load = (draft: Draft, note: string) => {
    const { draft: before, history } = store.getState();
    const isElsewhere = before === FIRST_DRAFT || history.some((entry) => entry.draft === before);
    const replaced = isElsewhere ? undefined : before;
    store.setState({ draft, problem: undefined, note, replaced });
  };

  return {
    store,
    change(change) {
      const { draft } = store.getState();
      store.setState({ draft: { ...draft, ...change }, problem: undefined });
    },
    load,
    putBack() {
      const { replaced } = store.getState();
      if (!replaced) return;
      store.setState({ draft: replaced, problem: undefined, note: undefined, replaced: undefined });
    },
    setOpen: (open) => store.setState({ open }),
    choose: (part) => store.setState({ part }),
    setHeight: (height) => store.setState({ height }),
    note: (note) => store.setState({ note, replaced: undefined }),
    send() {
      const { draft, open } = store.getState();
      const problem = fire(draft);
      const inComposer = problem && !['method', 'url', 'count'].includes(problem.field);
      const isOpen = open || inComposer === true;
      store.setState({ problem, note: undefined, replaced: undefined, open: isOpen });
    },
    fire(draft) {
      const problem = fire(draft);
      if (!problem) return;
      load(draft, 'It cannot be sent as it is.');
      store.setState({ problem });
    },
    forget: () => store.setState({ history: [] }),
    onFired(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

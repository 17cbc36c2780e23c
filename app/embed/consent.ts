import { createStore, type StoreApi } from 'zustand/vanilla';

/**
 * What the reader of an embed agreed to:
 *
 * - `none`: they have run nothing here. The page around it gets nothing at all.
 * - `given`: they ran the project that is open, by their own click or key.
 * - `outdated`: they ran one, and since then another was opened.
 *
 * A click on Run is for the code that the reader could see then. The page around an embed may open other
 * code in it, and that is not what they clicked for: so opening takes consent back, and only the reader's
 * next click gives it again. What runs nothing (reading the project and its events, opening, sharing) the
 * page around may go on doing meanwhile: the reader has started to work with it here.
 *
 * What the reader edits themselves stays theirs: consent is about who chose the code.
 */
export type Consent = 'none' | 'given' | 'outdated';

export type ConsentStore = StoreApi<{ readonly consent: Consent }>;

export function createConsent(): ConsentStore {
  return createStore(() => ({ consent: 'none' }));
}

/** The reader runs what is open. */
export function giveConsent(store: ConsentStore): void {
  if (store.getState().consent !== 'given') store.setState({ consent: 'given' });
}

/** Another project is open. */
export function outdateConsent(store: ConsentStore): void {
  if (store.getState().consent === 'given') store.setState({ consent: 'outdated' });
}

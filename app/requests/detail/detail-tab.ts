import { createStore } from 'zustand/vanilla';

/** A part of what there is to know of a request. */
export type DetailTab =
  | 'messages'
  | 'error'
  | 'response'
  | 'headers'
  | 'timing'
  | 'log'
  | 'subrequests';

/** The part that was looked at last: the next request begins with it too, if it has one like it. */
export const detailTab = createStore<{ readonly chosen: DetailTab | undefined }>(() => ({
  chosen: undefined,
}));

export function chooseTab(chosen: DetailTab): void {
  detailTab.setState({ chosen });
}

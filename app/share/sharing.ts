import { createStore } from 'zustand/vanilla';
import type { ProjectFiles } from '../../runtime-worker/index';
import type { AskedLayout } from './linked-project';

/** A project that a link brought. */
export interface Arrival {
  /** Of the project: tells it from what is opened later. */
  readonly opening: object;
  readonly files: ProjectFiles;
  /** Of the files, as two people tell each other. */
  readonly hash: string;
  /** ms since the page opened. */
  readonly at: number;
  readonly layout?: AskedLayout | undefined;
}

interface Sharing {
  /** The dialog that is over the page; `copy`: the one that shares, which begins by copying the link. */
  readonly dialog?: 'copy' | 'share' | 'open' | undefined;
  readonly arrival?: Arrival | undefined;
}

/** What the page shows of links. */
export const sharing = createStore<Sharing>(() => ({}));

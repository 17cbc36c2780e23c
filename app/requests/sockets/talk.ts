import { createStore, type StoreApi } from 'zustand/vanilla';
import type { WorkerResponse } from '../../../runtime-worker/index';

/** What went over a WebSocket, or became of it. */
export type Frame = {
  readonly id: number;
  /** ms since the page opened. */
  readonly at: number;
} & (
  | { readonly what: 'sent' | 'received'; readonly text: string; readonly bytes: number }
  | {
      readonly what: 'closed';
      readonly code: number;
      readonly reason: string;
      readonly clean: boolean;
    }
  | { readonly what: 'error'; readonly text: string }
);

/** What a talk was until now. */
export interface TalkState {
  readonly open: boolean;
  /** The newest, at most {@link KEPT_FRAMES}. */
  readonly frames: readonly Frame[];
  readonly total: number;
}

/** A WebSocket to talk over. */
export interface Talk {
  readonly store: StoreApi<TalkState>;
  /** Sends text; a problem is told as a frame. */
  send(text: string): void;
  close(code: number | undefined, reason: string): void;
}

/** How many frames are kept. */
export const KEPT_FRAMES = 1000;

/** Bytes of a binary message that are written out. */
const SHOWN_BYTES = 64;

/** Takes the client's end of a WebSocket. */
export function createTalk(socket: NonNullable<WorkerResponse['webSocket']>): Talk {
  const store = createStore<TalkState>(() => ({ open: true, frames: [], total: 0 }));

  // A frame without its number and time: one member of the union still tells from the other.
  type Told = Frame extends infer One
    ? One extends Frame
      ? Omit<One, 'id' | 'at'>
      : never
    : never;
  const tell = (told: Told, open = store.getState().open) => {
    const { frames, total } = store.getState();
    const frame = { ...told, id: total, at: performance.now() };
    store.setState({
      open,
      total: total + 1,
      frames: [...frames.slice(1 - KEPT_FRAMES), frame],
    });
  };

  const attempt = (what: () => void) => {
    try {
      what();
    } catch (error) {
      tell({ what: 'error', text: error instanceof Error ? error.message : String(error) });
    }
  };

  socket.addEventListener('message', (event) => {
    // The end of a socket fires MessageEvents under this name.
    const { data } = event as MessageEvent<string | ArrayBuffer>;
    if (typeof data === 'string') tell({ what: 'received', text: data, bytes: sizeOf(data) });
    else tell({ what: 'received', text: hexOf(data), bytes: data.byteLength });
  });
  socket.addEventListener('error', (event) => {
    // As above: ErrorEvents.
    tell({ what: 'error', text: (event as ErrorEvent).message });
  });
  socket.addEventListener('close', (event) => {
    // As above: CloseEvents.
    const { code, reason, wasClean } = event as CloseEvent;
    tell({ what: 'closed', code, reason, clean: wasClean }, false);
  });
  attempt(() => socket.accept());

  return {
    store,
    send: (text) =>
      attempt(() => {
        socket.send(text);
        tell({ what: 'sent', text, bytes: sizeOf(text) });
      }),
    close: (code, reason) => attempt(() => socket.close(code, reason)),
  };
}

function sizeOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

function hexOf(data: ArrayBuffer): string {
  const bytes = [...new Uint8Array(data.slice(0, SHOWN_BYTES))];
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
  return data.byteLength > SHOWN_BYTES ? `${hex} …` : hex;
}

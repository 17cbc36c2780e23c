import type { RuntimeEvent } from '../../runtime-worker/index';
import { type View, viewOf } from '../events/live-view';

/** What the isolates that live hold, and which of them only finish what they have. */
export interface Account {
  /** Of the isolate that last said so and still lives. */
  readonly memory: MemoryAccount | undefined;
  readonly condemned: CondemnedAccount | undefined;
}

export interface MemoryAccount {
  readonly service: string;
  readonly generation: number;
  readonly bytes: number;
  /** Over it the isolate is condemned, over twice it aborted. */
  readonly limit: number;
  readonly condemned: boolean;
}

/** Condemned isolates that still live. */
export interface CondemnedAccount {
  readonly count: number;
  /** When the oldest of them was condemned, in ms since the page opened. */
  readonly since: number;
}

/** The account of isolates, derived from the events. */
export function createAccount(): View<Account> {
  /** Of isolates that live, by id; the one that spoke last is last. */
  const memory = new Map<string, Omit<MemoryAccount, 'condemned'>>();
  /** Since when, by id; the oldest is first. */
  const condemned = new Map<string, number>();

  const add = (event: RuntimeEvent): boolean => {
    switch (event.type) {
      case 'isolate.memory': {
        const { isolate, service, generation, bytes, limit } = event;
        memory.delete(isolate);
        memory.set(isolate, { service, generation, bytes, limit });
        return true;
      }
      case 'isolate.condemned':
        condemned.set(event.isolate, event.at);
        return true;
      case 'isolate.ended': {
        const spoke = memory.delete(event.isolate);
        return condemned.delete(event.isolate) || spoke;
      }
      default:
        return false;
    }
  };

  const memoryNow = (): MemoryAccount | undefined => {
    const [isolate, latest] = [...memory].at(-1) ?? [];
    if (isolate === undefined || latest === undefined) return undefined;
    return { ...latest, condemned: condemned.has(isolate) };
  };

  const condemnedNow = (): CondemnedAccount | undefined => {
    const [since] = condemned.values();
    return since === undefined ? undefined : { count: condemned.size, since };
  };

  return viewOf(add, () => ({ memory: memoryNow(), condemned: condemnedNow() }));
}

import { type Remote, wrap } from 'comlink';
import * as v from 'valibot';
import type { Script } from '../compiler/script';
import type { SpareInfo } from '../events';
import { FromIsolate, type IsolateCalls } from '../protocol';
import type { HouseCounters } from './counters';
import type { LentUrl } from './script-urls';

/** What happens on a thread, as its owner hears it. */
export interface ThreadListener {
  message(message: FromIsolate): void;
  /** A message that is none of the protocol's, with what it at least named. */
  refused(named: Named): void;
}

/** What a thread's frame does for it. */
export interface ThreadFrame {
  /** Resolves when the frame itself answers: it is idle, so it does where the machine has time for anybody. */
  ping(): Promise<void>;
  /** Where the script can be imported from, by the threads of this frame, until it is given back. */
  lendUrl(script: Script): LentUrl;
  /** Ends the Web Worker. */
  terminate(): void;
}

/** What a thread does when it is ended: one that is inside of JavaScript takes the browser a while. */
export type ThreadActivity = 'nothing' | 'anything' | 'blocked';

/** How long what only costs the processor waits for the isolate that takes over, in ms. */
export const HEAD_START = 50;

/** How long a dead thread's messages are still counted, in ms. */
const LAST_WORDS = 3000;

/** A booted (or booting) Web Worker: a spare until an isolate takes it. */
export class Thread {
  readonly calls: Remote<IsolateCalls>;
  /** The call of every request, read once: Comlink makes a proxy each time that a property is read. */
  readonly dispatch: Remote<IsolateCalls>['dispatch'];
  /** Resolves when the runtime's own code runs in it; rejects where it cannot. */
  readonly booted: Promise<void>;
  listener: ThreadListener | undefined;
  /** When it began to boot (`performance.now()`), and since when it is up. */
  readonly #began = performance.now();
  #bootedAt: number | undefined;
  #failBoot: (error: Error) => void = () => {};
  readonly #calls: MessagePort;
  readonly #messages: MessagePort;
  readonly #counters: HouseCounters;
  readonly frame: ThreadFrame;
  #dead = false;

  /**
   * @param calls The supervisor's end of the port for calls.
   * @param messages The supervisor's end of the port for messages.
   * @param frame The frame that it runs in.
   */
  constructor(
    calls: MessagePort,
    messages: MessagePort,
    counters: HouseCounters,
    frame: ThreadFrame,
  ) {
    this.calls = wrap<IsolateCalls>(calls);
    this.dispatch = this.calls.dispatch;
    this.#calls = calls;
    this.#messages = messages;
    this.#counters = counters;
    this.frame = frame;
    this.booted = new Promise((resolve, reject) => {
      this.#failBoot = reject;
      messages.onmessage = ({ data }) => this.#receive(data, resolve);
    });
    this.booted.then(
      () => {
        this.#bootedAt = performance.now();
      },
      () => {},
    );
  }

  /** What it did until now. */
  get spare(): SpareInfo {
    const now = performance.now();
    const up = this.#bootedAt;
    return up === undefined
      ? { booting: now - this.#began }
      : { booting: up - this.#began, ready: now - up };
  }

  /** Its Web Worker could not be made or its frame died. */
  fail(error: Error): void {
    this.#failBoot(error);
  }

  /** Loads the script, which evaluates nothing of it: an isolate that starts with it has to wait less. */
  preload(script: Script): void {
    const { url, giveBack } = this.frame.lendUrl(script);
    // Where the frame dies meanwhile nobody waits for it. A thread that is ended never says that it has loaded.
    void url.then((from) => {
      giveBack();
      return this.calls.preload(from);
    });
  }

  /** Ends the Web Worker. What it still sends is ignored, and counted for a while. */
  terminate(doing: ThreadActivity): void {
    if (this.#dead) return;
    this.#dead = true;
    this.listener = undefined;
    this.#calls.close();
    if (doing === 'blocked') setTimeout(() => this.frame.terminate(), HEAD_START);
    else this.frame.terminate();
    if (doing !== 'nothing') this.#counters.terminatedThread();
    setTimeout(() => this.#messages.close(), LAST_WORDS);
  }

  #receive(data: unknown, booted: () => void): void {
    if (this.#dead) {
      this.#counters.ignoredMessage();
      return;
    }
    const parsed = v.safeParse(FromIsolate, data);
    if (!parsed.success) {
      this.#counters.refusedMessage();
      this.listener?.refused(namedIn(data));
    } else if (parsed.output.type === 'booted') booted();
    else this.listener?.message(parsed.output);
  }
}

const Named = v.object({
  request: v.fallback(v.optional(v.string()), undefined),
  subrequest: v.fallback(v.optional(v.number()), undefined),
});
export type Named = v.InferOutput<typeof Named>;

function namedIn(data: unknown): Named {
  const parsed = v.safeParse(Named, data);
  return parsed.success ? parsed.output : {};
}

import * as v from 'valibot';
import { FromFrame, type SandboxInit, type ToFrame } from '../protocol';
import { RUNTIME_URL } from '../runtime-modules';
import frameSource from '../sandbox/frame.ts?script';
import type { HouseCounters } from './counters';
import { openSandboxFrame, type SandboxFrame } from './sandbox-frame';
import { ScriptUrls } from './script-urls';
import { Thread } from './thread';
import { watchAnswers } from './watch';

/** How long the frame may not answer before it is taken for dead, in ms of the page being awake. */
const FRAME_SILENCE = 4000;
/** The same of a Web Worker that boots, while its frame answers. Many may boot at once on a busy machine. */
const BOOT_SILENCE = 60_000;

/**
 * The sandbox: a frame of an opaque origin that owns the Web Workers. Its process can die (a full
 * JavaScript heap ends it) while the page lives on; then everything in it is lost, and the next boot
 * makes a new frame.
 */
export class Sandbox {
  readonly #counters: HouseCounters;
  readonly #onCrash: () => void;
  #frame: Frame | undefined;
  #lastThread = 0;

  /** @param onCrash Called after the frame died; its threads are gone. */
  constructor(counters: HouseCounters, onCrash: () => void) {
    this.#counters = counters;
    this.#onCrash = onCrash;
  }

  /** Boots a Web Worker, in a new frame where there is none. */
  boot(): Thread {
    this.#frame ??= this.#openFrame();
    this.#lastThread += 1;
    return this.#frame.boot(this.#lastThread, this.#counters);
  }

  /** Ends the frame and all that runs in it; the next boot makes a new one. */
  replace(): void {
    this.#frame?.close();
    this.#frame = undefined;
  }

  #openFrame(): Frame {
    const frame = new Frame({
      died: () => {
        if (this.#frame !== frame) return;
        this.replace();
        this.#onCrash();
      },
      unloadable: (error) => {
        if (this.#frame === frame) this.#frame = undefined;
        frame.close(error);
      },
    });
    return frame;
  }
}

/** What can become of a frame. */
interface FrameEnd {
  /** Its process ended, or does not answer. */
  readonly died: () => void;
  /** It never got the code that it is to run. */
  readonly unloadable: (error: Error) => void;
}

/** One life of the frame. */
class Frame {
  readonly #frame: SandboxFrame;
  readonly #port: MessagePort;
  readonly #threads = new Map<number, Thread>();
  /** Begins the boot of each thread whose turn has not come, oldest first. */
  readonly #waiting = new Map<number, () => void>();
  readonly #booting = new Set<number>();
  readonly #end: FrameEnd;
  readonly #scripts = new ScriptUrls((message) => this.#tell(message));
  /** Who waits for a pong, oldest first: the frame answers in order. */
  readonly #asking: (() => void)[] = [];
  #stopWatching: () => void = () => {};

  constructor(end: FrameEnd) {
    this.#end = end;
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.#port.onmessage = ({ data }) => this.#receive(data);
    // Where the browser tells (Chromium), a dead process is known at once.
    this.#port.addEventListener('close', end.died);
    this.#frame = openSandboxFrame();
    this.#begin(port2).catch(end.unloadable);
  }

  boot(id: number, counters: HouseCounters): Thread {
    const calls = new MessageChannel();
    const messages = new MessageChannel();
    const thread = new Thread(calls.port1, messages.port1, counters, {
      ping: () => this.#ping(),
      lendUrl: (script) => this.#scripts.lend(script),
      terminate: () => {
        this.#threads.delete(id);
        if (!this.#waiting.delete(id)) this.#tell({ type: 'terminate', thread: id });
        thread.fail(new Error('The thread was ended.'));
      },
    });
    this.#threads.set(id, thread);
    this.#waiting.set(id, () => {
      this.#tell({ type: 'spawn', thread: id }, [calls.port2, messages.port2]);
      this.#awaitBoot(id, thread);
    });
    this.#bootNext();
    return thread;
  }

  close(why = new Error('The sandbox frame died.')): void {
    this.#stopWatching();
    this.#waiting.clear();
    this.#port.close();
    this.#frame.remove();
    for (const thread of this.#threads.values()) thread.fail(why);
    this.#threads.clear();
  }

  /** Each that boots keeps a core busy: the page has one left. */
  #bootNext(): void {
    const atOnce = Math.max(1, navigator.hardwareConcurrency - 1);
    for (const [id, begin] of this.#waiting) {
      if (this.#booting.size >= atOnce) return;
      this.#waiting.delete(id);
      this.#booting.add(id);
      begin();
    }
  }

  #awaitBoot(id: number, thread: Thread): void {
    const stopWatching = watchAnswers(
      () => thread.booted,
      BOOT_SILENCE,
      () => thread.fail(cannotRun(`it said nothing for ${BOOT_SILENCE / 1000} seconds`)),
      () => this.#ping(),
    );
    const over = () => {
      stopWatching();
      this.#booting.delete(id);
      this.#bootNext();
    };
    thread.booted.then(over, over);
  }

  async #begin(port: MessagePort): Promise<void> {
    const [isolate, element] = await Promise.all([loadIsolateCode(), this.#frame.ready]);
    if (!element.isConnected) return;
    const init: SandboxInit = { type: 'isolab.sandbox', frame: frameSource, isolate };
    // An opaque origin has no name: the message can only be addressed to whoever is in the frame.
    element.contentWindow?.postMessage(init, '*', [port]);
    this.#stopWatching = watchAnswers(
      () => this.#ping(),
      FRAME_SILENCE,
      this.#end.died,
      roundTripInPage(),
    );
  }

  #ping(): Promise<void> {
    return new Promise((answered) => {
      this.#asking.push(answered);
      this.#tell({ type: 'ping' });
    });
  }

  #tell(message: ToFrame, transfer: Transferable[] = []): void {
    this.#port.postMessage(message, transfer);
  }

  #receive(data: unknown): void {
    const parsed = v.safeParse(FromFrame, data);
    if (!parsed.success) return;
    const { output } = parsed;
    switch (output.type) {
      case 'pong':
        this.#asking.shift()?.();
        break;
      case 'script':
        this.#scripts.made(output.script, output.url);
        break;
      case 'failed':
        this.#threads.get(output.thread)?.fail(cannotRun(output.message));
    }
  }
}

/**
 * Asks whether messages come through at all: where the frame shares the page's thread (WebKit), what keeps
 * the page busy holds back the frame's answers too.
 */
function roundTripInPage(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return () =>
    new Promise((arrived) => {
      port1.onmessage = () => arrived();
      port2.postMessage(null);
    });
}

/** Why a Web Worker could not boot, for whoever sent the request that waits for it. */
function cannotRun(why: string): Error {
  return new Error(
    `The code that isolates run does not start in this browser (${why}). Isolab is tested in Chromium, Firefox and WebKit: another or a newer browser runs it.`,
  );
}

/** @throws where the network is gone, most often. */
async function loadIsolateCode(): Promise<string> {
  try {
    const { isolateCode } = await import('./isolate-code');
    return `${isolateCode}\n//# sourceURL=${RUNTIME_URL}isolate.js`;
  } catch {
    throw new Error(
      'The code that isolates run could not be loaded. Check the connection, then reload the page.',
    );
  }
}

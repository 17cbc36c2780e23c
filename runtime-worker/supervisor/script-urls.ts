import { SCRIPTS_KEPT } from '../bounds';
import type { Script } from '../compiler/script';
import type { ToFrame } from '../protocol';

/** The URL of a script, for as long as somebody has to import from it. */
export interface LentUrl {
  readonly url: Promise<string>;
  /** It was imported, or nobody will. */
  giveBack(): void;
}

interface MadeUrl {
  readonly id: number;
  readonly url: Promise<string>;
  readonly made: (url: string) => void;
  borrowers: number;
}

/**
 * The URLs of scripts in one frame. The last few are kept, as most often the next isolate evaluates the same
 * script again, and each that is lent: isolates of many services can start at once, and an edit while one
 * starts makes another.
 */
export class ScriptUrls {
  readonly #tell: (message: ToFrame) => void;
  /** Oldest first. */
  readonly #scripts = new Map<Script, MadeUrl>();
  #last = 0;

  constructor(tell: (message: ToFrame) => void) {
    this.#tell = tell;
  }

  lend(script: Script): LentUrl {
    const lent = this.#scripts.get(script) ?? this.#make(script);
    lent.borrowers += 1;
    let isLent = true;
    return {
      url: lent.url,
      giveBack: () => {
        if (!isLent) return;
        isLent = false;
        lent.borrowers -= 1;
        this.#forgetSurplus();
      },
    };
  }

  /** The frame made one. */
  made(id: number, url: string): void {
    for (const each of this.#scripts.values()) if (each.id === id) each.made(url);
  }

  #make(script: Script): MadeUrl {
    this.#last += 1;
    const { promise: url, resolve: made } = Promise.withResolvers<string>();
    const one: MadeUrl = { id: this.#last, url, made, borrowers: 0 };
    this.#scripts.set(script, one);
    this.#tell({ type: 'script', script: one.id, code: script.code });
    return one;
  }

  #forgetSurplus(): void {
    let surplus = this.#scripts.size - SCRIPTS_KEPT;
    for (const [script, { id, borrowers }] of this.#scripts) {
      if (surplus <= 0) return;
      if (borrowers > 0) continue;
      this.#scripts.delete(script);
      this.#tell({ type: 'forgetScript', script: id });
      surplus -= 1;
    }
  }
}

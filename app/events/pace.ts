/** What a frame may cost of the time until the next one begins: the rest is the runtime's and the reader's. */
const SHARE = 0.5;

/** Has work done in an animation frame. */
export interface Pace {
  /** At the next frame; later where the last ones took long. Once, however often it is asked. */
  soon(): void;
  /** In so many ms, unless it is asked to be soon. */
  later(ms: number): void;
  stop(): void;
}

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'soon' | 'later'; readonly cancel: () => void }
  /** Until the browser has painted; then comes `next`, if anything does. */
  | {
      readonly kind: 'drawing';
      readonly next: (() => void) | undefined;
      readonly cancel: () => void;
    };

/**
 * At most one frame for each of the screen's, and fewer where the work of one, with all that the browser
 * does to paint it, takes long: so the page never keeps its thread to itself.
 */
export function createPace(work: () => void): Pace {
  let state: State = { kind: 'idle' };
  /** On the clock of `performance.now()`. */
  let notBefore = 0;

  function run(): void {
    const began = performance.now();
    // The task begins once the browser has painted what was drawn.
    const id = setTimeout(() => {
      const now = performance.now();
      notBefore = now + (now - began) * (1 / SHARE - 1);
      const { next } = state.kind === 'drawing' ? state : {};
      state = { kind: 'idle' };
      next?.();
    });
    state = { kind: 'drawing', next: undefined, cancel: () => clearTimeout(id) };
    work();
  }

  function wait(kind: 'soon' | 'later', ms: number, then: () => void): void {
    const id = setTimeout(then, ms);
    state = { kind, cancel: () => clearTimeout(id) };
  }

  function awaitFrame(): void {
    const id = requestAnimationFrame(run);
    state = { kind: 'soon', cancel: () => cancelAnimationFrame(id) };
  }

  function soon(): void {
    if (state.kind === 'soon') return;
    if (state.kind === 'drawing') {
      state = { ...state, next: soon };
      return;
    }
    if (state.kind === 'later') state.cancel();
    const ms = notBefore - performance.now();
    if (ms > 0) wait('soon', ms, awaitFrame);
    else awaitFrame();
  }

  return {
    soon,
    later(ms) {
      const next = () => wait('later', ms, run);
      if (state.kind === 'idle') next();
      else if (state.kind === 'drawing') state = { ...state, next: state.next ?? next };
    },
    stop() {
      if (state.kind !== 'idle') state.cancel();
      state = { kind: 'idle' };
    },
  };
}

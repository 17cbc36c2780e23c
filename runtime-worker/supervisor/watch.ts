/** How often the watch looks, as a part of the limit. */
const LOOKS = 8;

/**
 * Watches somebody who must answer: asks, waits for the answer, asks again. A page that was asleep or
 * busy itself does not count against the other: each look adds at most two of its own intervals.
 *
 * @param ask Resolves when the answer came; gives nothing where there is nothing to wait for any more.
 * @param limit Silence in ms after which `onSilence` is called, once.
 * @param witness Somebody idle on the same machine. Silence counts only while he answers, so that a
 *   machine that is too busy for anybody is not taken for code that does not come back.
 * @returns How to stop.
 */
export function watchAnswers(
  ask: () => Promise<void> | undefined,
  limit: number,
  onSilence: () => void,
  witness: () => Promise<void> = async () => {},
): () => void {
  const interval = limit / LOOKS;
  const asked = question(ask);
  const witnessed = question(witness);
  let silence = 0;
  let lastLook = performance.now();
  const look = () => {
    const now = performance.now();
    const passed = Math.min(now - lastLook, 2 * interval);
    lastLook = now;
    if (asked.open && !witnessed.open) silence += passed;
    if (!asked.open) silence = 0;
    if (silence >= limit) {
      clearInterval(timer);
      onSilence();
      return;
    }
    asked.askAgain();
    witnessed.askAgain();
  };
  const timer = setInterval(look, interval);
  return () => clearInterval(timer);
}

/** A question that is asked again once it was answered. */
function question(ask: () => Promise<void> | undefined) {
  return {
    open: false,
    askAgain() {
      if (this.open) return;
      this.open = true;
      ask()?.then(
        () => {
          this.open = false;
        },
        // Whoever is asked is gone: its owner knows, and stops the watch.
        () => {},
      );
    },
  };
}

/** How often the watch looks, as a part of the limit. */
const LOOKS = 8;

/**
 * Watches somebody who must answer: asks, waits for the answer, asks again. A page that was asleep or
 * busy itself does not count against the other: each look adds at most two of its own intervals.
 *
 * @param ask Resolves when the answer came.
 * @param limit Silence in ms after which `onSilence` is called, once.
 * @returns How to stop.
 */
export function watchAnswers(
  ask: () => Promise<void>,
  limit: number,
  onSilence: () => void,
): () => void {
  const interval = limit / LOOKS;
  let silence = 0;
  let asked = false;
  let lastLook = performance.now();
  const look = () => {
    const now = performance.now();
    if (asked) silence += Math.min(now - lastLook, 2 * interval);
    lastLook = now;
    if (silence >= limit) {
      clearInterval(timer);
      onSilence();
    } else if (!asked) {
      asked = true;
      silence = 0;
      ask().then(
        () => {
          asked = false;
          silence = 0;
        },
        // Whoever is watched is gone: its owner knows, and stops the watch.
        () => {},
      );
    }
  };
  const timer = setInterval(look, interval);
  return () => clearInterval(timer);
}

// Taken before user code can replace it.
const later = setTimeout;

/** Gives the browser's own abort signals the reasons that workerd's have. */
export function installSignals(): void {
  const { abort: abortController } = AbortController.prototype;
  const { abort: abortedSignal } = AbortSignal;
  replace(
    AbortController.prototype,
    'abort',
    function abort(this: AbortController, reason = ABORTED()) {
      abortController.call(this, reason);
    },
  );
  replace(AbortSignal, 'abort', function abort(reason = ABORTED()) {
    return abortedSignal.call(AbortSignal, reason);
  });
  replace(AbortSignal, 'timeout', function timeout(delay: number) {
    const controller = new AbortController();
    later(() => {
      controller.abort(
        new DOMException('The operation was aborted due to timeout', 'TimeoutError'),
      );
    }, delay);
    return controller.signal;
  });
}

const ABORTED = (): unknown => new DOMException('The operation was aborted', 'AbortError');

function replace(holder: object, name: string, value: unknown): void {
  Object.defineProperty(holder, name, { value });
}

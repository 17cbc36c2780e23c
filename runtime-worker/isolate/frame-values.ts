/** The values that a frame carries, for `node:async_hooks` and whatever else is scoped to the running code. */
import { currentFrame, runIn } from './async-context';

/** What `key` is set to in the running code; `undefined` also where it is not set. */
export function frameValue(key: object): unknown {
  return currentFrame().values.get(key);
}

/** Whether `key` is set in the running code. */
export function hasFrameValue(key: object): boolean {
  return currentFrame().values.has(key);
}

/** Runs `work` with `key` set to `value`, there and in whatever it starts. */
export function withFrameValue<T>(key: object, value: unknown, work: () => T): T {
  const { context, values } = currentFrame();
  return runIn({ context, values: new Map(values).set(key, value) }, work);
}

/** Keeps the values of the running code: what is given to the result runs with them, for its own request. */
export function captureFrameValues(): <T>(work: () => T) => T {
  const { values } = currentFrame();
  return (work) => runIn({ context: currentFrame().context, values }, work);
}

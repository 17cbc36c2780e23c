import { RUNTIME_URL } from '../runtime-modules';

// Taken before it is hidden from user code.
const ownUrl = globalThis.location.href;
const names = new Map([[ownUrl, `${RUNTIME_URL}isolate.js`]]);

/** From now on stacks name `url` as `name`: WebKit heeds no `sourceURL`, and names the blob. */
export function nameInStacks(url: string, name: string): void {
  names.set(url, name);
}

/** A stack with the names that the supervisor knows. */
export function withKnownNames(stack: string): string {
  let named = stack;
  for (const [url, name] of names) named = named.replaceAll(url, name);
  return named;
}

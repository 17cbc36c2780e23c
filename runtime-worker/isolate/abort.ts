import { TEXT_LIMIT } from '../bounds';
import type { Policy } from '../settings';
import { currentFrame, runNothingMore, unwind } from './async-context';
import { blockForGood } from './block';
import { callSite } from './call-site';
import type { Tell } from './tell';

/**
 * Makes `abortIsolate(reason?)`: tells the supervisor and blocks the thread for good, so that no
 * `catch`, `finally`, microtask, timer or other request's continuation runs after it. The supervisor
 * then destroys the thread. Under the policy `condemn` only the request that calls it ends.
 *
 * The reason is coerced as workerd's binding does (`jsg::Optional<kj::String>`): `undefined` is none,
 * anything else is converted with ToString, whose errors go to the caller and abort nothing.
 * @see https://github.com/cloudflare/workerd/blob/main/src/workerd/api/workers-module.c%2B%2B
 */
export function createAbortIsolate(
  tell: Tell,
  policy: Policy,
  received: () => number,
): (reason?: unknown) => never {
  // A method: its name is what user code sees.
  const holder = {
    abortIsolate(given?: unknown): never {
      const reason = given === undefined ? null : `${given}`.slice(0, TEXT_LIMIT);
      const { context } = currentFrame();
      const call = { reason, stack: callSite(), ...(context && { request: context.request }) };
      if (policy === 'condemn' && context) {
        tell({ type: 'condemn', ...call });
        context.stop();
        return unwind();
      }
      tell({ type: 'abort', received: received(), ...call });
      runNothingMore();
      return blockForGood();
    },
  };
  return holder.abortIsolate;
}

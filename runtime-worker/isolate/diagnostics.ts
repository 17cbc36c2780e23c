import { TEXT_LIMIT } from '../bounds';
import type { IoContext } from './io-context';
import type { Tell } from './tell';

/** In the place of what cannot be cloned, as workerd has it. */
const NOT_CLONED = '[[ Diagnostic event was not serializable ]]';

/**
 * Makes what tells of each message on a channel of `node:diagnostics_channel`.
 * @param current The request that somebody wants to hear of, if the code belongs to one.
 */
export function createPublish(tell: Tell, current: () => IoContext | false | undefined) {
  return (channel: string, message: unknown): void => {
    const context = current();
    if (!context) return;
    const { request } = context;
    const said = { type: 'diagnostics', request, channel: channel.slice(0, TEXT_LIMIT) } as const;
    try {
      tell({ ...said, message });
    } catch {
      tell({ ...said, message: NOT_CLONED });
    }
  };
}

import { TEXT_LIMIT } from '../bounds';
import type { FromIsolate } from '../protocol';
import { callSite } from './call-site';
import { format } from './inspect/format';
import type { IoContext } from './io-context';
import type { Tell } from './tell';
import { tracedValues } from './traced-values';

type LogLevel = Extract<FromIsolate, { type: 'log' }>['level'];

const LEVELS: readonly LogLevel[] = ['debug', 'log', 'info', 'warn', 'error'];

/**
 * Makes `console` tell the supervisor: text, level, the request it belongs to, and where it was called.
 * @param isTraced Whether somebody tails the service, and so wants the values too.
 */
export function installConsole(
  tell: Tell,
  current: () => IoContext | undefined,
  isTraced: () => boolean,
): void {
  for (const level of LEVELS) {
    console[level] = (...values: unknown[]) => {
      const request = current()?.request;
      tell({
        type: 'log',
        level,
        text: textOf(values).slice(0, TEXT_LIMIT),
        stack: callSite(),
        ...(request !== undefined && { request }),
        ...(request !== undefined && isTraced() && { traced: tracedValues(values) }),
      });
    };
  }
}

function textOf(values: readonly unknown[]): string {
  try {
    return format(values);
  } catch (error) {
    return `(uninspectable: ${String(error)})`;
  }
}

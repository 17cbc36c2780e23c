import { TEXT_LIMIT } from '../bounds';
import type { FromIsolate } from '../protocol';
import { callSite } from './call-site';
import { createConsoleCalls } from './console-calls';
import { formatted, textOf } from './inspect/format';
import { OF_VALUES, previewsOf } from './inspect/preview';
import type { IoContext } from './io-context';
import { withinLogBudget } from './log-budget';
import type { Tell } from './tell';
import { tracedValues } from './traced-values';

type LogLevel = Extract<FromIsolate, { type: 'log' }>['level'];

const LEVELS: readonly LogLevel[] = ['debug', 'log', 'info', 'warn', 'error'];

/**
 * Makes `console` tell the supervisor: text, level, the request it belongs to, where it was called, and
 * what may be unfolded of the values.
 * @param isTraced Whether somebody tails the service, and so wants the values too.
 */
export function installConsole(
  tell: Tell,
  current: () => IoContext | undefined,
  isTraced: () => boolean,
): void {
  const tellLine = withinLogBudget(tell);
  const about = (values: readonly unknown[], budget = OF_VALUES) => {
    const request = current()?.request;
    const shown = previewsOf(values, budget);
    return {
      stack: callSite(),
      ...(request !== undefined && { request }),
      ...(shown !== undefined && { values: shown }),
    };
  };
  for (const level of LEVELS) {
    console[level] = (...values: unknown[]) => {
      const { text, parts } = printed(values);
      const common = about(parts);
      const traced = common.request !== undefined && isTraced();
      tellLine({
        type: 'log',
        level,
        text,
        ...common,
        ...(traced && { traced: tracedValues(values) }),
      });
    };
  }
  const calls = createConsoleCalls(({ budget, values, label, ...call }) => {
    const { text, parts } = printed(values);
    const whole = [label, text].filter((part) => part !== undefined && part !== '').join(' ');
    const shown = label === undefined ? parts : [label, ...parts];
    tellLine({
      type: 'console',
      ...call,
      text: whole.slice(0, TEXT_LIMIT),
      ...about(shown, budget),
    });
  });
  Object.assign(console, calls);
}

function printed(values: readonly unknown[]) {
  try {
    const parts = formatted(values);
    return { text: parts.map(textOf).join(' ').slice(0, TEXT_LIMIT), parts };
  } catch (error) {
    return { text: `(uninspectable: ${String(error)})`, parts: [] };
  }
}

import { TEXT_LIMIT } from '../bounds';
import type { Thrown } from '../protocol';
import { withKnownNames } from './stack-names';

/** Anything thrown, as data. Never throws, whatever the value's getters do. */
export function thrownFrom(value: unknown): Thrown {
  if (!(value instanceof Error)) return { name: 'Error', message: textOf(() => String(value)) };
  return {
    name: textOf(() => value.name),
    message: textOf(() => value.message),
    stack: textOf(() => withKnownNames(String(value.stack ?? ''))),
  };
}

function textOf(read: () => unknown): string {
  try {
    return String(read()).slice(0, TEXT_LIMIT);
  } catch {
    return '(unreadable)';
  }
}

import { LOG_CHARACTERS, LOG_LINES } from '../bounds';
import type { FromIsolate } from '../protocol';
import type { Tell } from './tell';

type Line = Extract<FromIsolate, { type: 'log' | 'console' }>;

// Taken before user code can replace it.
const now = performance.now.bind(performance);

/**
 * Lets through what may be logged in a second, says once that the rest of it is dropped, and drops it: a line
 * costs whoever reads it more than whoever writes it.
 * @returns what tells a line
 */
export function withinLogBudget(tell: Tell): (line: Line) => void {
  let began = now();
  let lines = 0;
  let characters = 0;
  let saidSo = false;
  return (line) => {
    if (now() - began >= 1000) {
      began = now();
      lines = 0;
      characters = 0;
      saidSo = false;
    }
    lines += 1;
    characters += line.text.length;
    if (lines <= LOG_LINES && characters <= LOG_CHARACTERS) tell(line);
    else if (!saidSo) {
      saidSo = true;
      const { request, stack } = line;
      tell({
        type: 'log',
        level: 'warn',
        text: DROPPED,
        ...(request !== undefined && { request }),
        ...(stack !== undefined && { stack }),
      });
    }
  };
}

const DROPPED = `Isolab: too much was logged. What comes in this second is dropped: an isolate may log ${LOG_LINES.toLocaleString('en')} lines, or ${LOG_CHARACTERS / 1024 / 1024} million characters, in one.`;

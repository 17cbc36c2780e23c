import { LOG_CHARACTERS, LOG_LINES, MESSAGES } from '../bounds';
import type { FromIsolate } from '../protocol';
import { blockForGood } from './block';

/** Sends a message to the supervisor. */
export type Tell = (message: FromIsolate, transfer?: Transferable[]) => void;

type Line = Extract<FromIsolate, { type: 'log' | 'console' }>;

// Taken before user code can replace it.
const later: (callback: () => void, delay: number) => number = setTimeout;

/** ms after which what was sent counts no more, while the supervisor has nothing to ask. */
const FORGOTTEN_AFTER = 1000;

/** What was sent that nobody may have read yet. */
let unread = { messages: 0, lines: 0, characters: 0 };
let isToBeForgotten = false;
let hasSaidThatLinesAreDropped = false;

/**
 * The supervisor asks again only once it has the answer to what it asked before, and so has read what came
 * before that. It asks a thread that is busy and comes back to its event loop; one that does not come back is
 * not forgiven by time either: timers do not fire there.
 */
export function acknowledge(): void {
  unread = { messages: 0, lines: 0, characters: 0 };
  hasSaidThatLinesAreDropped = false;
}

/**
 * Binds the port's own `postMessage`, so that user code which patches the prototype changes nothing. An isolate
 * that sends more than anybody reads says so and ends there.
 */
export function tellOn(port: MessagePort): Tell {
  const post = port.postMessage.bind(port);
  return (message, transfer = []) => {
    unread.messages += 1;
    forgetLater();
    if (unread.messages <= MESSAGES || message.type === 'abort') post(message, transfer);
    else {
      post({ type: 'flooded' });
      blockForGood();
    }
  };
}

/** Tells a line of the log; past what may be unread it says once that what comes is dropped, and drops it. */
export function tellLine(tell: Tell, line: Line): void {
  unread.lines += 1;
  unread.characters += line.text.length;
  forgetLater();
  if (unread.lines <= LOG_LINES && unread.characters <= LOG_CHARACTERS) tell(line);
  else if (!hasSaidThatLinesAreDropped) {
    hasSaidThatLinesAreDropped = true;
    const { request, stack } = line;
    tell({
      type: 'log',
      level: 'warn',
      text: DROPPED,
      ...(request !== undefined && { request }),
      ...(stack !== undefined && { stack }),
    });
  }
}

const DROPPED = `Isolab: too much is logged at once. Until the page has read it, more is dropped: it takes ${LOG_LINES.toLocaleString('en')} lines, or ${LOG_CHARACTERS / 1024 / 1024} million characters.`;

function forgetLater(): void {
  if (isToBeForgotten) return;
  isToBeForgotten = true;
  later(() => {
    isToBeForgotten = false;
    acknowledge();
  }, FORGOTTEN_AFTER);
}

import type { RuntimeEvent } from '../../runtime-worker/index';
import { memoryInWords } from '../isolates/memory';
import type { Layout } from '../timeline/layout';
import { duration } from '../timeline/viewport';
import {
  abortInWords,
  condemnedInWords,
  createdInWords,
  nameOf,
  outcomeInWords,
  plain,
} from '../timeline/words';

/** What happened at a moment, for reading and for reading aloud. */
export function momentInWords(events: readonly RuntimeEvent[], layout: Layout): string {
  const said = new Map<string, number>();
  for (const event of events) {
    const words = eventInWords(event, layout);
    said.set(words, (said.get(words) ?? 0) + 1);
  }
  const [first, second, ...more] = [...said].map(([words, times]) =>
    times === 1 ? words : `${words} (${times} times)`,
  );
  const shown = [first, second].filter((each) => each !== undefined).join('; ');
  return more.length === 0 ? shown : `${shown}; and ${more.length} more`;
}

function eventInWords(event: RuntimeEvent, layout: Layout): string {
  const isolate = `generation ${event.generation}`;
  switch (event.type) {
    case 'isolate.created':
      return `${isolate} is made: ${createdInWords(event.cause)}`;
    case 'startup.began':
      return `${isolate} starts up`;
    case 'startup.ended':
      return `${isolate}: startup ${event.outcome === 'ok' ? 'done' : event.outcome}`;
    case 'isolate.condemned':
      return `${isolate} is ${condemnedInWords(event.cause)}`;
    case 'isolate.aborted':
      return `${isolate} is destroyed: ${abortInWords(event)}`;
    case 'isolate.memory':
      return `${isolate} holds ${memoryInWords(event)}`;
    case 'isolate.delayed':
      return `${isolate} has to wait for ${duration(event.delay)}`;
    case 'isolate.ended':
      return `${isolate} is gone`;
    case 'log':
    case 'console':
      return `${event.level}: ${plain(event.text, 120)}`;
    case 'uncaught':
      return `uncaught ${plain(event.error.name)}: ${plain(event.error.message, 120)}`;
    default: {
      const bar = layout.bar(event.request);
      return `${bar ? nameOf(bar.event) : 'a request'} ${requestInWords(event)}`;
    }
  }
}

type OfRequest = Exclude<
  Extract<RuntimeEvent, { request: string }>,
  { type: 'log' | 'console' | 'uncaught' | 'isolate.aborted' }
>;

function requestInWords(event: OfRequest): string {
  switch (event.type) {
    case 'request.began':
      return 'arrives';
    case 'request.moved':
      return `goes on to generation ${event.generation}`;
    case 'request.handled':
      return 'is handled';
    case 'request.responded':
      return `responds with ${event.status}`;
    case 'request.bodyEnded':
      return `has its body, ${event.bytes} bytes`;
    case 'request.ended':
      return `ends: ${outcomeInWords(event.outcome)}${event.reason === undefined ? '' : ` ("${plain(event.reason, 80)}")`}`;
    case 'waitUntil.began':
      return `has waitUntil task ${event.task}`;
    case 'waitUntil.ended':
      return `: waitUntil task ${event.task} ends: ${event.outcome}`;
  }
}

import type { EventSummary } from '../../runtime-worker/index';
import { shortUrl } from '../requests/draft/request-line';

/** What an event is called on screen: its verb (`GET`, `scheduled`) and what it is about. */
export function eventName(event: EventSummary): { readonly verb: string; readonly about: string } {
  switch (event.type) {
    case 'fetch':
      return { verb: event.method, about: shortUrl(event.url).replace(/^https:\/\//, '') };
    case 'scheduled':
      return { verb: 'scheduled', about: event.cron };
    case 'queue':
      return { verb: 'queue', about: `${event.queue}, ${event.messages} messages` };
    case 'test':
      return { verb: 'test', about: event.entrypoint };
    case 'rpc':
      return { verb: 'rpc', about: event.method };
    case 'tail':
      return { verb: 'tail', about: event.of };
  }
}

/** What a request is to the one that it names as its parent. */
export function relationToParent({ type }: EventSummary): string {
  return type === 'tail' ? 'tail event of' : 'subrequest of';
}

/** The whole name in one text: `GET /slow`. */
export function eventText(event: EventSummary): string {
  const { verb, about } = eventName(event);
  return about ? `${verb} ${about}` : verb;
}

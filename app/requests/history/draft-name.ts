import type { Draft } from '../draft/draft';

/** What a draft is called: `POST /items ×3`. */
export function draftName(draft: Draft): string {
  const times = draft.count.trim() === '1' ? '' : ` ×${draft.count}`;
  switch (draft.kind) {
    case 'fetch':
      return `${draft.method} ${draft.url}${times}`;
    case 'webSocket':
      return `WebSocket ${draft.url}${times}`;
    case 'scheduled':
      return `scheduled ${draft.cron}${times}`;
    case 'queue':
      return `queue ${draft.queue || 'queue'}, ${draft.messages.length} messages${times}`;
    case 'test':
      return `test ${draft.entrypoint || 'default'}${times}`;
  }
}

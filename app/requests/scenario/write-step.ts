import type { Draft } from '../draft/draft';
import { eventOf } from '../draft/event-of';
import { shortUrl } from '../draft/request-line';

type Written =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: string };

/** A draft as a block of a `.http` file. */
export function writeStep(draft: Draft, at: number): Written {
  const composed = eventOf(draft);
  if (!composed.ok) return composed;
  const { event, count } = composed;
  const tags = [
    at > 0 && `# @at ${at}`,
    count > 1 && `# @count ${count}`,
    event.init.service !== undefined && `# @service ${event.init.service}`,
  ].filter((tag) => tag !== false);
  if (event.kind === 'dispatch') {
    const { init } = event;
    if (init.entrypoint !== undefined) tags.push(`# @entrypoint ${init.entrypoint}`);
    if (init.type === 'scheduled') tags.push(`# @scheduled ${init.cron ?? ''}`.trimEnd());
    if (init.type === 'test') tags.push('# @test');
    if (init.type === 'queue') {
      tags.push(`# @queue ${init.queue}`);
      for (const { body } of init.messages) tags.push(`# @message ${JSON.stringify(body)}`);
    }
    return { ok: true, text: [`### ${init.type}`, ...tags, ''].join('\n') };
  }
  const { method, url, headers, body } = event.init;
  const text = body instanceof Uint8Array ? textOf(body) : '';
  if (text === undefined) {
    const message = 'A body that is no text cannot be written into a .http file.';
    return { ok: false, message };
  }
  if (/^###|\{\{/m.test(text)) {
    const message =
      'A body with {{ or a line of ### would be read as something else in a .http file.';
    return { ok: false, message };
  }
  const lines = [
    `### ${method} ${new URL(url).pathname}`,
    ...tags,
    `${method} ${shortUrl(url)}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...(text.trim() === '' ? [] : ['', text.replaceAll('\r\n', '\n').trim()]),
    '',
  ];
  return { ok: true, text: lines.join('\n') };
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

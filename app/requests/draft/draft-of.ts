import { CONTENT_TYPES } from './body';
import { type BodyDraft, type Draft, FIRST_DRAFT, type Field } from './draft';
import type { FiredEvent } from './event-of';
import { shortUrl } from './request-line';

/** The draft that an event may have been made of: what is fired once more, changed, or copied. */
export function draftOf(event: FiredEvent): Draft {
  const { init } = event;
  const service = init.service ?? '';
  if (event.kind === 'dispatch') {
    const of = { ...FIRST_DRAFT, service, entrypoint: event.init.entrypoint ?? '' };
    switch (event.init.type) {
      case 'scheduled':
        return { ...of, kind: 'scheduled', cron: event.init.cron ?? '' };
      case 'queue': {
        const messages = event.init.messages.map(({ body }) => messageText(body));
        return { ...of, kind: 'queue', queue: event.init.queue ?? '', messages };
      }
      case 'test':
        return { ...of, kind: 'test' };
    }
  }
  const { method, url, headers, body } = event.init;
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  const bytes = body instanceof Uint8Array && body.length > 0 ? body : undefined;
  const draftBody = bytes ? bodyOf(bytes, type) : FIRST_DRAFT.body;
  const ownType = contentTypeOf(draftBody);
  const fields = headers
    .filter(([name, value]) => !(name.toLowerCase() === 'content-type' && value === ownType))
    .map(([name, value]): Field => ({ name, value, on: true }));
  const isUpgrade = ({ name, value }: Field) =>
    name.toLowerCase() === 'upgrade' && value.toLowerCase() === 'websocket';
  const socket = method === 'GET' && fields.some(isUpgrade);
  return {
    ...FIRST_DRAFT,
    kind: socket ? 'webSocket' : 'fetch',
    method,
    url: shortUrl(url),
    headers: socket ? fields.filter((field) => !isUpgrade(field)) : fields,
    body: draftBody,
    service,
  };
}

/** A body as it is filled in, by its content-type. */
export function bodyOf(bytes: Uint8Array<ArrayBuffer>, type: string | undefined): BodyDraft {
  const text = textOf(bytes);
  if (text === undefined) {
    const file = { name: 'body', type: type ?? '', bytes };
    return { ...FIRST_DRAFT.body, type: 'file', file };
  }
  return bodyOfText(text, type);
}

/** A body that is text, by its content-type. */
export function bodyOfText(text: string, type = ''): BodyDraft {
  const name = type.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (name === CONTENT_TYPES.form) {
    const form = [...new URLSearchParams(text)].map(([name, value]) => ({ name, value, on: true }));
    // What would not come out as it went in stays text.
    const again = new URLSearchParams(form.map(({ name, value }) => [name, value])).toString();
    if (again === text) return { ...FIRST_DRAFT.body, type: 'form', form };
  }
  const json = /^application\/(.*\+)?json$/.test(name);
  return { ...FIRST_DRAFT.body, type: json ? 'json' : 'text', text };
}

/** What is sent as the content-type of a body where no header says otherwise. */
export function contentTypeOf(body: BodyDraft): string | undefined {
  switch (body.type) {
    case 'json':
    case 'form':
    case 'text':
      return CONTENT_TYPES[body.type];
    case 'file':
      return body.file?.type || 'application/octet-stream';
    case 'multipart':
      return 'multipart/form-data; boundary=…';
    case 'none':
      return undefined;
  }
}

function messageText(body: unknown): string {
  return typeof body === 'string' ? body : (JSON.stringify(body) ?? String(body));
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes('\u0000') ? undefined : text;
  } catch {
    return undefined;
  }
}

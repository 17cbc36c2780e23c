import type { DispatchInit, FetchInit } from '../../../runtime-worker/index';
import { encodeBody } from './body';
import { type Draft, isBodyless } from './draft';
import { type Header, readHeader } from './header-lines';
import { readMethod, readUrl } from './request-line';

/** An event that can be fired. */
export type FiredEvent =
  | { readonly kind: 'fetch'; readonly init: FetchInit }
  | { readonly kind: 'dispatch'; readonly init: DispatchInit };

/** The part of the composer in which something is wrong. */
export type DraftField = 'method' | 'url' | 'headers' | 'body' | 'messages' | 'count';

export interface DraftProblem {
  readonly field: DraftField;
  readonly message: string;
}

export type Composed =
  | { readonly ok: true; readonly event: FiredEvent; readonly count: number }
  | ({ readonly ok: false } & DraftProblem);

export const MAX_AT_ONCE = 1000;

/** Makes the event of a draft, or says what is wrong and in which field. */
export function eventOf(draft: Draft): Composed {
  const count = readCount(draft.count);
  if (count === undefined) {
    return { ok: false, field: 'count', message: `How many: a whole number, 1 to ${MAX_AT_ONCE}.` };
  }
  const service = draft.service || undefined;
  const to = { service, entrypoint: draft.entrypoint || undefined };
  switch (draft.kind) {
    case 'scheduled': {
      const cron = draft.cron.trim();
      return { ok: true, count, event: dispatched({ ...to, type: 'scheduled', cron }) };
    }
    case 'queue': {
      if (draft.messages.length === 0) {
        const message = 'A queue event has at least one message: add one.';
        return { ok: false, field: 'messages', message };
      }
      const messages = draft.messages.map((text) => ({ body: messageBody(text) }));
      const queue = draft.queue.trim() || 'queue';
      return { ok: true, count, event: dispatched({ ...to, type: 'queue', queue, messages }) };
    }
    case 'test':
      return { ok: true, count, event: dispatched({ ...to, type: 'test' }) };
    case 'fetch':
    case 'webSocket': {
      const read = readFetch(draft);
      if ('field' in read) return { ok: false, ...read };
      return { ok: true, count, event: { kind: 'fetch', init: { ...read, service } } };
    }
  }
}

/** A whole number from 1 to {@link MAX_AT_ONCE}, or `undefined`. */
export function readCount(written: string): number | undefined {
  const count = /^\d+$/.test(written.trim()) ? Number(written) : 0;
  return count >= 1 && count <= MAX_AT_ONCE ? count : undefined;
}

/** The body of a queue's message: the value, where the text is JSON, else the text. */
export function messageBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function dispatched(init: DispatchInit): FiredEvent {
  return { kind: 'dispatch', init };
}

function readFetch(draft: Draft): FetchInit | DraftProblem {
  const socket = draft.kind === 'webSocket';
  const method = socket ? { method: 'GET' } : readMethod(draft.method);
  if ('problem' in method) return { field: 'method', message: method.problem };
  const url = readUrl(draft.url.replace(/^ws(?=s?:\/\/)/i, socket ? 'http' : 'ws'));
  if ('problem' in url) return { field: 'url', message: url.problem };
  const headers: Header[] = [];
  for (const [index, { name, value, on }] of draft.headers.entries()) {
    if (!on || (name.trim() === '' && value.trim() === '')) continue;
    const header = readHeader(name.includes(':') ? name : `${name}: ${value}`);
    if (typeof header === 'string') {
      return { field: 'headers', message: `Header line ${index + 1}: ${header}` };
    }
    headers.push(header);
  }
  const has = (name: string) => headers.some(([other]) => other.toLowerCase() === name);
  if (socket) {
    if (!has('upgrade')) headers.push(['Upgrade', 'websocket']);
    return { method: 'GET', url: url.url, headers, body: null };
  }
  if (isBodyless(method.method)) {
    if (draft.body.type === 'none') return { ...method, url: url.url, headers, body: null };
    return {
      field: 'body',
      message: `A ${method.method} request has no body. Choose another method, or “None” as the body.`,
    };
  }
  const body = encodeBody(draft.body);
  if (!body.ok) return { field: 'body', message: body.message };
  if (body.contentType !== undefined && !has('content-type')) {
    headers.push(['Content-Type', body.contentType]);
  }
  return { ...method, url: url.url, headers, body: body.bytes };
}

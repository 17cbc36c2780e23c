import type { FetchInit } from '../../runtime-worker/index';
import { readHeaderLines } from './header-lines';
import { readMethod, readUrl } from './request-line';

/** The request bar as it is filled in. */
export interface Draft {
  readonly method: string;
  readonly url: string;
  readonly headers: string;
  readonly body: string;
  /** How many at once. */
  readonly count: string;
}

export type DraftField = keyof Draft;

export type Composed =
  | { readonly ok: true; readonly init: FetchInit; readonly count: number }
  | { readonly ok: false; readonly field: DraftField; readonly message: string };

export const MAX_AT_ONCE = 1000;

/** Makes the request of a draft, or says what is wrong and in which field. */
export function compose(draft: Draft): Composed {
  const method = readMethod(draft.method);
  if ('problem' in method) return { ok: false, field: 'method', message: method.problem };
  const url = readUrl(draft.url);
  if ('problem' in url) return { ok: false, field: 'url', message: url.problem };
  const headers = readHeaderLines(draft.headers);
  if (!headers.ok) return { ok: false, field: 'headers', message: headers.message };
  const bodyless = method.method === 'GET' || method.method === 'HEAD';
  if (bodyless && draft.body !== '') {
    return { ok: false, field: 'body', message: `A ${method.method} request has no body.` };
  }
  const count = readCount(draft.count);
  if (count === undefined) {
    return { ok: false, field: 'count', message: `How many: a whole number, 1 to ${MAX_AT_ONCE}.` };
  }
  return {
    ok: true,
    count,
    init: {
      method: method.method,
      url: url.url,
      headers: headers.headers,
      body: draft.body === '' ? null : new TextEncoder().encode(draft.body),
    },
  };
}

/** A whole number from 1 to {@link MAX_AT_ONCE}, or `undefined`. */
export function readCount(written: string): number | undefined {
  const count = /^\d+$/.test(written.trim()) ? Number(written) : 0;
  return count >= 1 && count <= MAX_AT_ONCE ? count : undefined;
}

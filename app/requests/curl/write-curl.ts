import { encodeForm } from '../draft/body';
import type { Draft } from '../draft/draft';
import { contentTypeOf } from '../draft/draft-of';
import { BASE_URL } from '../draft/request-line';
import { shellQuoted } from './shell-words';

/** The curl command that sends what a draft of a request does, to be pasted into a POSIX shell. */
export function writeCurl(draft: Draft): string {
  const { body, kind } = draft;
  const socket = kind === 'webSocket';
  const headers = draft.headers.filter(({ on, name }) => on && name.trim() !== '');
  const has = (wanted: string) => headers.some(({ name }) => name.toLowerCase() === wanted);
  const sends = !socket && body.type !== 'none';
  const method = socket ? 'GET' : draft.method;
  const options: string[][] = [];
  if (method === 'HEAD') options.push(['--head']);
  else if (method !== (sends ? 'POST' : 'GET')) options.push(['-X', method]);
  for (const { name, value } of headers) {
    options.push(['-H', value.trim() === '' ? `${name};` : `${name}: ${value}`]);
  }
  if (socket && !has('upgrade')) options.push(['-H', 'Upgrade: websocket']);
  if (sends && body.type !== 'multipart' && !has('content-type')) {
    options.push(['-H', `Content-Type: ${contentTypeOf(body)}`]);
  }
  if (sends) options.push(...bodyOptions(draft));
  const url = URL.parse(draft.url, BASE_URL)?.href ?? draft.url;
  const lines = [`curl ${shellQuoted(url)}`];
  for (const option of options) lines.push(option.map(shellQuoted).join(' '));
  return lines.join(' \\\n  ');
}

function bodyOptions({ body }: Draft): string[][] {
  switch (body.type) {
    case 'none':
      return [];
    case 'json':
    case 'text':
      return [['--data-raw', body.text]];
    case 'form':
      return [['--data-raw', encodeForm(body.form)]];
    case 'file':
      return [['--data-binary', `@${body.file?.name ?? 'file'}`]];
    case 'multipart':
      return body.parts
        .filter(({ on }) => on)
        .map(({ name, value }) => {
          if (typeof value === 'string') return ['--form-string', `${name}=${value}`];
          const type = value.type === '' ? '' : `;type=${value.type}`;
          return ['-F', `${name}=@${value.name}${type}`];
        });
  }
}

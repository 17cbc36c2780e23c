import { encodeForm } from '../draft/body';
import { type BodyDraft, type Draft, FIRST_DRAFT, type Field, type Part } from '../draft/draft';
import { bodyOfText, contentTypeOf } from '../draft/draft-of';
import { shortUrl } from '../draft/request-line';
import { shellWords } from './shell-words';

type ReadCurl =
  | {
      readonly ok: true;
      readonly draft: Draft;
      /** Options and words that say nothing to a worker, or that nobody knows here. */
      readonly leftOut: readonly string[];
    }
  | { readonly ok: false; readonly message: string };

/** curl's short options, as its long ones are called. */
const SHORT: Readonly<Record<string, string>> = {
  A: 'user-agent',
  F: 'form',
  G: 'get',
  H: 'header',
  I: 'head',
  T: 'upload-file',
  X: 'request',
  b: 'cookie',
  d: 'data',
  e: 'referer',
  u: 'user',
};

/** Short and long options that take a value and say nothing to a worker. */
const LEFT_OUT_WITH_VALUE = new Set(
  'c C D E K m o P Q r t U w x y Y z cacert cert cert-type ciphers config connect-timeout connect-to continue-at cookie-jar dump-header interface key limit-rate local-port max-filesize max-redirs max-time netrc-file noproxy output pass proxy proxy-user range resolve retry retry-delay retry-max-time speed-limit speed-time stderr tls-max trace trace-ascii unix-socket write-out'.split(
    ' ',
  ),
);

const WITH_VALUE = new Set(
  'user-agent form form-string header upload-file request cookie data data-ascii data-binary data-raw data-urlencode json referer user url url-query'.split(
    ' ',
  ),
);

const WITHOUT_VALUE = new Set(['get', 'head']);

/** Fills a draft with what a curl command would send. */
export function readCurl(command: string): ReadCurl {
  try {
    const words = shellWords(command.trim().replace(/^\$\s+/, ''));
    const { options, leftOut } = optionsOf(words.slice(1));
    return { ok: true, ...draftOfOptions(options), leftOut };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

interface Option {
  readonly name: string;
  readonly value: string;
}

function optionsOf(words: readonly string[]): { options: Option[]; leftOut: string[] } {
  const options: Option[] = [];
  const leftOut: string[] = [];
  const rest = [...words];
  const take = (name: string, written: string, attached: string | undefined) => {
    if (WITHOUT_VALUE.has(name)) options.push({ name, value: '' });
    else if (WITH_VALUE.has(name))
      options.push({ name, value: attached ?? valueFor(written, rest) });
    else if (LEFT_OUT_WITH_VALUE.has(name)) {
      leftOut.push(`${written} ${attached ?? valueFor(written, rest)}`);
    } else leftOut.push(written);
  };
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word.startsWith('--')) take(word.slice(2), word, undefined);
    else if (/^-./.test(word)) {
      let letters = word.slice(1);
      while (letters !== '') {
        const letter = letters[0] ?? '';
        letters = letters.slice(1);
        const name = SHORT[letter] ?? letter;
        const valued = WITH_VALUE.has(name) || LEFT_OUT_WITH_VALUE.has(name);
        take(name, `-${letter}`, valued && letters !== '' ? letters : undefined);
        if (valued) letters = '';
      }
    } else options.push({ name: 'url', value: word });
  }
  return { options, leftOut };
}

function valueFor(written: string, rest: string[]): string {
  const value = rest.shift();
  if (value === undefined) throw new Error(`The option ${written} of curl has no value after it.`);
  return value;
}

function draftOfOptions(options: readonly Option[]): { readonly draft: Draft } {
  const all = (...names: string[]) => options.filter(({ name }) => names.includes(name));
  const last = (name: string) => all(name).at(-1)?.value;
  const [written] = all('url');
  if (!written) throw new Error('The curl command names no URL.');
  const headers = all('header').flatMap(({ value }): Field[] => {
    // curl leaves out a header that is given as “Name:”, and sends “Name;” without a value.
    const [, name = value, mark, rest = ''] = /^([^:;]+)([:;])\s*([\s\S]*)$/.exec(value) ?? [];
    if (mark === ':' && rest === '') return [];
    return [{ name: name.trim(), value: rest.trim(), on: true }];
  });
  const addHeader = (name: string, value: string | undefined) => {
    if (value !== undefined) headers.push({ name, value, on: true });
  };
  addHeader('User-Agent', last('user-agent'));
  addHeader('Referer', last('referer'));
  const cookies = all('cookie').map(({ value }) => value);
  if (cookies.length > 0) addHeader('Cookie', cookies.join('; '));
  const user = last('user');
  addHeader('Authorization', user === undefined ? undefined : `Basic ${base64(user)}`);
  const isJson = all('json').length > 0;
  const has = (name: string) => headers.some((header) => header.name.toLowerCase() === name);
  if (isJson && !has('content-type')) addHeader('Content-Type', 'application/json');
  if (isJson && !has('accept')) addHeader('Accept', 'application/json');

  const data = all('data', 'data-ascii', 'data-binary', 'data-raw', 'data-urlencode', 'json');
  const asQuery = all('get').length > 0;
  const query = [...(asQuery ? data.map(dataText) : []), ...all('url-query').map(dataText)];
  const body = bodyOfOptions(
    asQuery ? [] : data,
    all('form', 'form-string'),
    headers,
    last('upload-file'),
  );
  const fallback = all('head').length > 0 ? 'HEAD' : methodFor(body, last('upload-file'));
  const own = contentTypeOf(body);
  const fields = headers.filter(
    ({ name, value }) => !(name.toLowerCase() === 'content-type' && value === own),
  );
  const isUpgrade = ({ name, value }: Field) =>
    name.toLowerCase() === 'upgrade' && value.toLowerCase() === 'websocket';
  const socket = fields.some(isUpgrade);
  const draft: Draft = {
    ...FIRST_DRAFT,
    kind: socket ? 'webSocket' : 'fetch',
    method: last('request') ?? fallback,
    url: withQuery(shortUrl(absolute(written.value)), query),
    headers: socket ? fields.filter((field) => !isUpgrade(field)) : fields,
    body,
  };
  return { draft };
}

function bodyOfOptions(
  data: readonly Option[],
  forms: readonly Option[],
  headers: Field[],
  upload: string | undefined,
): BodyDraft {
  const type = headers.find(({ name }) => name.toLowerCase() === 'content-type');
  if (forms.length > 0) {
    return { ...FIRST_DRAFT.body, type: 'multipart', parts: forms.map(partOf) };
  }
  const [first] = data;
  const file =
    upload ??
    (data.length === 1 && /^@./.test(first?.value ?? '') && first?.name !== 'data-raw'
      ? first?.value.slice(1)
      : undefined);
  if (file !== undefined) {
    const chosen = { name: file, type: type?.value ?? '', bytes: undefined };
    return { ...FIRST_DRAFT.body, type: 'file', file: chosen };
  }
  if (!first) return FIRST_DRAFT.body;
  const separator = data.some(({ name }) => name === 'json') ? '' : '&';
  const text = data.map(dataText).join(separator);
  return bodyOfText(text, type?.value ?? 'application/x-www-form-urlencoded');
}

function methodFor(body: BodyDraft, upload: string | undefined): string {
  if (upload !== undefined) return 'PUT';
  return body.type === 'none' ? 'GET' : 'POST';
}

/** `-F name=value`, `name=@file;type=…`; `--form-string` takes its value as it is. */
function partOf({ name: option, value: written }: Option): Part {
  const equals = written.indexOf('=');
  if (equals === -1) throw new Error(`“${written}” of -F is not “name=value”.`);
  const name = written.slice(0, equals);
  const value = written.slice(equals + 1);
  if (option === 'form-string' || !/^[@<]/.test(value)) return { name, value, on: true };
  const [path = '', ...more] = value.slice(1).split(';');
  const type =
    more
      .find((part) => part.trim().startsWith('type='))
      ?.trim()
      .slice(5) ?? '';
  return { name, value: { name: path, type, bytes: undefined }, on: true };
}

/** What a data option adds to the body. */
function dataText({ name, value }: Option): string {
  if (name !== 'data-urlencode') return value;
  const equals = value.indexOf('=');
  if (equals === -1) return encodeURIComponent(value);
  const key = value.slice(0, equals);
  const field = encodeForm([{ name: 'x', value: value.slice(equals + 1), on: true }]).slice(2);
  return key === '' ? field : `${key}=${field}`;
}

function absolute(url: string): string {
  return /^([a-z][a-z\d+.-]*:|\/)/i.test(url) && !/^[\w.-]+:\d/.test(url) ? url : `http://${url}`;
}

function withQuery(url: string, query: readonly string[]): string {
  if (query.length === 0) return url;
  return `${url}${url.includes('?') ? '&' : '?'}${query.join('&')}`;
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

import { describe, expect, test } from 'vitest';
import { type Draft, FIRST_DRAFT } from '../draft/draft';
import { isCurl } from './is-curl';
import { readCurl } from './read-curl';
import { shellQuoted, shellWords } from './shell-words';
import { writeCurl } from './write-curl';

const on = (name: string, value: string) => ({ name, value, on: true });
const body = FIRST_DRAFT.body;

function draftOf(command: string): Draft {
  const read = readCurl(command);
  if (!read.ok) throw new Error(read.message);
  return read.draft;
}

describe('a draft comes back from its curl command', () => {
  const drafts: Record<string, Partial<Draft>> = {
    'a GET of a path': { url: '/slow?a=1&b=%20x' },
    'another host, another method': { method: 'DELETE', url: 'https://api.example/items/1' },
    'a method of its own': { method: 'PURGE', url: '/x' },
    'a HEAD': { method: 'HEAD', url: '/' },
    headers: { headers: [on('Accept', 'text/html'), on('X-Empty', ''), on('Cookie', 'a=b; c=d')] },
    'JSON with quotes and lines': {
      method: 'POST',
      body: { ...body, type: 'json', text: '{\n  "it\'s": "$HOME \\n `x` \\"!\\""\n}' },
    },
    'a type typed by hand': {
      method: 'PUT',
      headers: [on('Content-Type', 'application/problem+json')],
      body: { ...body, type: 'json', text: '{}' },
    },
    text: { method: 'POST', body: { ...body, type: 'text', text: '@not a file & more' } },
    'a form': {
      method: 'POST',
      body: { ...body, type: 'form', form: [on('a b', 'ä&='), on('c', '')] },
    },
    'a multipart form': {
      method: 'POST',
      body: {
        ...body,
        type: 'multipart',
        parts: [
          { name: 'note', value: '@home; type=x', on: true },
          {
            name: 'photo',
            value: { name: 'a b.png', type: 'image/png', bytes: undefined },
            on: true,
          },
        ],
      },
    },
    'a file': {
      method: 'PUT',
      body: { ...body, type: 'file', file: { name: 'a.bin', type: 'image/png', bytes: undefined } },
    },
    'a WebSocket': {
      kind: 'webSocket',
      url: '/chat',
      headers: [on('Sec-WebSocket-Protocol', 'x')],
    },
  };
  test.each(Object.entries(drafts))('%s', (_what, changes) => {
    const draft = { ...FIRST_DRAFT, ...changes };
    expect(draftOf(writeCurl(draft))).toEqual(draft);
  });
});

describe('a curl command', () => {
  test("is read as Chrome copies it, with $'…' and lines that go on", () => {
    const draft = draftOf(
      "curl 'https://api.example/x' \\\n  -H 'accept: */*' \\\n  --data-raw $'it\\'s \\u0021\\n' \\\n  --compressed",
    );
    expect(draft).toMatchObject({
      method: 'POST',
      url: 'https://api.example/x',
      headers: [on('accept', '*/*')],
      body: { type: 'text', text: "it's !\n" },
    });
  });

  test('names what it leaves out', () => {
    const read = readCurl('curl -sSL -o out.txt --frobnicate --max-time 3 /x');
    expect(read).toMatchObject({
      ok: true,
      leftOut: ['-s', '-S', '-L', '-o out.txt', '--frobnicate', '--max-time 3'],
    });
  });

  test.each([
    ['a value right after its letter', 'curl -XPUT -d1 /', { method: 'PUT' }],
    ['--json', `curl --json '{"a":1}' /`, { method: 'POST', body: { type: 'json' } }],
    ['-G', 'curl -G -d a=1 --data-urlencode "b=x y" /p?z=0', { url: '/p?z=0&a=1&b=x+y' }],
    ['-I', 'curl -I /', { method: 'HEAD' }],
    ['-u', 'curl -u me:secret /', { headers: [on('Authorization', 'Basic bWU6c2VjcmV0')] }],
    [
      '-A, -e and -b',
      'curl -A me -e /from -b a=b /',
      { headers: [on('User-Agent', 'me'), on('Referer', '/from'), on('Cookie', 'a=b')] },
    ],
    ['a host alone', 'curl api.example:8080/x', { url: 'http://api.example:8080/x' }],
    [
      'data of a form',
      'curl -d a=1 -d b=2 /',
      { body: { type: 'form', form: [on('a', '1'), on('b', '2')] } },
    ],
    [
      'data of a file',
      'curl --data-binary @a.bin /',
      { method: 'POST', body: { type: 'file', file: { name: 'a.bin' } } },
    ],
  ])('with %s', (_what, command, expected) => {
    expect(draftOf(command)).toMatchObject(expected);
  });

  test.each([
    ['without a URL', 'curl -v', /no URL/],
    ['with an open quote', "curl 'x", /not closed/],
    ['with an option that lacks its value', 'curl / -H', /-H.*no value/],
  ])('%s is refused', (_what, command, message) => {
    const read = readCurl(command);
    expect(read.ok || read.message).toMatch(message);
  });

  test('is told from a URL', () => {
    expect(['curl /x', '$ curl -X POST /', '/curl x', 'https://curl.example/'].map(isCurl)).toEqual(
      [true, true, false, false],
    );
  });
});

test.each(["it's", '', 'a b', '"$x"', 'plain/path?x=1', '\n\\'])('%j is one word again', (word) => {
  expect(shellWords(`x ${shellQuoted(word)}`)).toEqual(['x', word]);
});

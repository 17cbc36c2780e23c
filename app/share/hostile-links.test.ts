import { constants, deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { DICTIONARY_V2 } from './dictionary-v2';
import {
  leb128,
  linkAroundV1,
  linkAroundV2,
  linkV1,
  linkV2,
  payloadV1,
  payloadV2,
} from './fixtures/craft';
import { linkAroundForm, lzBomb } from './fixtures/craft-cloudflare';
import { LinkError } from './link-error';
import { decodeLink } from './links';

/** A good link of each version, to be spoiled. */
const V1 = linkV1(payloadV1(['index.js', 'export {};']));
const V2 = linkV2(payloadV2([['index.js', 'export {}; // and some more of it']]));

const NO_LINK = 'This is not an Isolab link: those have #v2. and then the project in them.';
const ALTERED =
  'This link was altered on its way: its checksum does not fit. Copy it again from where it came.';
const BROKEN = 'This link does not unpack: whatever made it is not this page.';
const NO_PROJECT = 'This link does not hold a project: whatever made it is not this page.';
const TOO_LARGE = 'This link is refused: it unpacks to more than 5.0 MB.';

function strange(character: string): string {
  return `This link was altered: it has a "${character}" in it, which no link has. Copy it again from where it came.`;
}

function cutShort(characters: number): string {
  return `This link is cut short: only ${characters} characters of its project arrived. Copy the whole link from where it came.`;
}

function ofVersion(version: number): string {
  return `This link is of version ${version}, and this page opens versions 1 and 2. Reload the page for a newer one, or open the link where it was made.`;
}

function refused(problem: string): string {
  return `This link cannot be opened: ${problem}.`;
}

/** One gigabyte of zeros in one megabyte of DEFLATE. */
function gigabyte(): Buffer {
  const part = deflateRawSync(Buffer.alloc(2 ** 24), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([...Array.from({ length: 64 }, () => part), deflateRawSync(Buffer.of())]);
}

/** Packed as version 2 packs. */
function packed(payload: Uint8Array): Buffer {
  return deflateRawSync(payload, { dictionary: DICTIONARY_V2 });
}

/** A good link of version 2 with a file of this name. */
function named(...names: readonly string[]): string {
  return linkV2(payloadV2(names.map((name) => [name, 'x'])));
}

/** A good file, and then these bytes. */
function followedBy(...bytes: readonly number[]): string {
  return linkV2(payloadV2([['index.js', 'x']], ...bytes));
}

/** A good file, and a layout asked for by this text. */
function asking(layout: string): string {
  return followedBy(0x04, ...Buffer.from(layout), 0xff);
}

const PLAYGROUND = 'https://workers.cloudflare.com/playground';
const SPOILED =
  "This link of Cloudflare's Playground is cut short or was altered. Copy the whole link from where it came.";

/** A link of Cloudflare's Playground around a form with these parts: each what it says of itself, and a text. */
function form(...parts: readonly (readonly [disposition: string, text: string])[]): string {
  const body = parts.map(
    ([disposition, text]) =>
      `--edge\r\nContent-Disposition: form-data; ${disposition}\r\nContent-Type: text/plain\r\n\r\n${text}\r\n`,
  );
  return linkAroundForm('multipart/form-data; boundary=edge', `${body.join('')}--edge--\r\n`);
}

/** Such a form with an index.js and a module of this name. */
function formWith(name: string): string {
  return form(['name="index.js"; filename="index.js"', ''], [`name="${name}"; filename="x"`, '']);
}

function formSaying(metadata: string): string {
  return form(
    ['name="metadata"', metadata],
    ['name="index.js"; filename="index.js"', 'export default {};'],
  );
}

/** What is done, the link, and what is said of it: `opens …`, or why not. */
const TABLE: readonly (readonly [what: string, link: string, answer: string])[] = [
  ['no text', '', NO_LINK],
  ['a # alone', '#', NO_LINK],
  ['a word', 'hello', NO_LINK],
  ['a page', 'https://isolab.example/', NO_LINK],
  ['a place in a page', 'https://isolab.example/#about', NO_LINK],
  ['no version', '#v.AAAA', NO_LINK],
  ['no end of the version', '#v2', NO_LINK],
  ['a version below none', '#v-1.AAAA', NO_LINK],
  ['a version that is no number', '#vv.AAAA', NO_LINK],
  ['a version of seven digits', '#v1000000.AAAA', NO_LINK],
  ['a script', 'javascript:alert(1)', NO_LINK],
  ['an element', '<img src=x onerror=alert(1)>', NO_LINK],
  ['version 0', '#v0.AAAA', ofVersion(0)],
  ['version 3', '#v3.AAAA', ofVersion(3)],
  ['version 999999', '#v999999.AAAA', ofVersion(999999)],
  ['version 3 around a good project', V2.replace('#v2', '#v3'), ofVersion(3)],
  ['version 1 said of version 2', V2.replace('#v2', '#v1'), cutShort(V2.length - 4)],
  ['version 2 said of version 1', V1.replace('#v1', '#v2'), ALTERED],

  ['nothing after the version, 1', '#v1.', cutShort(0)],
  ['nothing after the version, 2', '#v2.', cutShort(0)],
  ['one character', '#v2.A', cutShort(1)],
  ['a checksum alone', V2.slice(0, 8), cutShort(4)],
  ['half, 1', V1.slice(0, 14), cutShort(10)],
  ['half, 2', V2.slice(0, 14), cutShort(10)],
  ['all but one character, 1', V1.slice(0, -1), cutShort(V1.length - 5)],
  ['all but one character, 2', V2.slice(0, -1), cutShort(V2.length - 5)],
  ['four characters too many, 1', `${V1}AAAA`, ALTERED],
  ['four characters too many, 2', `${V2}AAAA`, ALTERED],
  ['the project twice', V2 + V2.slice(4), ALTERED],
  ['two links in one text', `${V2} ${V2}`, strange('#')],
  ['the end of a sentence after it', `${V2}).`, strange(')')],
  ['a + of another base64', `${V2.slice(0, -3)}+AA`, strange('+')],
  ['padding', `${V2}==`, strange('=')],
  ['a percent sign', `${V2.slice(0, -3)}%2F`, strange('%')],
  ['an element after it', `${V2}<script>`, strange('<')],
  ['a letter that is no ASCII', `${V2}ü`, strange('ü')],
  ['a character of two halves', `${V2}🦀`, strange('🦀')],
  ['an altered checksum, 1', `#v1._${V1.slice(5)}`, ALTERED],
  ['an altered checksum, 2', `#v2.____${V2.slice(8)}`, ALTERED],
  ['an altered letter', V2.replace(/.(.{6})$/, 'z$1'), ALTERED],
  ['zeros for all of it', `#v2.${'A'.repeat(100)}`, cutShort(100)],

  ['a gigabyte, 1', linkAroundV1(gigabyte()), TOO_LARGE],
  ['a gigabyte, 2', linkAroundV2(gigabyte()), TOO_LARGE],
  ['one byte above 5 MB', linkV2(new Uint8Array(5 * 2 ** 20 + 1)), TOO_LARGE],
  ['5 MB of zeros', linkV2(new Uint8Array(5 * 2 ** 20)), NO_PROJECT],
  ['packed by nobody', linkAroundV2(Buffer.from([0x07, 0xff, 0xff])), BROKEN],
  [
    'a distance before the dictionary',
    linkAroundV1(packed(Buffer.from('export default {'))),
    BROKEN,
  ],

  ['an empty payload, 1', linkV1(Buffer.of()), NO_PROJECT],
  ['an empty payload, 2', linkV2(Buffer.of()), refused('there are no files')],
  ['no files, 1', linkV1(Buffer.of(0)), refused('there are no files')],
  ['only a layout', linkV2(Buffer.from('\u0004{}\u00ff', 'latin1')), refused('there are no files')],
  [
    'fewer files than it says',
    linkV1(Buffer.concat([Buffer.of(2), payloadV1(['a', 'b']).subarray(1)])),
    NO_PROJECT,
  ],
  ['more than it says', linkV1(Buffer.concat([payloadV1(['a', 'b']), Buffer.of(0)])), NO_PROJECT],
  ['a number without an end', linkV1(Buffer.of(255, 255, 255, 255, 255)), NO_PROJECT],
  ['a file longer than the link, 1', linkV1(Buffer.of(1, 1, 65, 100)), NO_PROJECT],
  ['a file longer than the link, 2', linkV2(Buffer.from([65, 1, ...leb128(2 ** 27)])), NO_PROJECT],
  ['a text without an end', linkV2(Buffer.from('a\nb')), NO_PROJECT],
  ['a name without a file', linkV2(Buffer.from('index.js')), NO_PROJECT],
  ['a text that is not UTF-8', linkV2(Buffer.from([65, 10, 0xc3, 0xff])), NO_PROJECT],
  ['a name that is not UTF-8', linkV2(Buffer.from([0xc3, 10, 65, 0xff])), NO_PROJECT],
  ['half of a UTF-16 character', linkV2(Buffer.from([65, 2, 3, 0, 0, 0])), NO_PROJECT],
  [
    'more than 1000 files, 1',
    linkV1(payloadV1(...Array.from({ length: 1001 }, (_, index) => [`${index}`, ''] as const))),
    refused('it has more than 1000 files'),
  ],
  [
    'more than 1000 files, 2',
    named(...Array.from({ length: 1001 }, (_, index) => `${index}`)),
    refused('it has more than 1000 files'),
  ],
  [
    'a million files',
    linkV1(Buffer.concat([leb128(1e6), Buffer.alloc(2e6)])),
    refused('it has more than 1000 files'),
  ],

  [
    'the name __proto__',
    named('__proto__'),
    refused('the file name "__proto__" has __proto__ in it, which JavaScript keeps for itself'),
  ],
  [
    'the folder __proto__',
    named('src/__proto__/a.js'),
    refused(
      'the file name "src/__proto__/a.js" has __proto__ in it, which JavaScript keeps for itself',
    ),
  ],
  [
    'the name constructor',
    named('constructor'),
    refused('the file name "constructor" is a name that JavaScript keeps for itself'),
  ],
  [
    'the name prototype',
    named('prototype'),
    refused('the file name "prototype" is a name that JavaScript keeps for itself'),
  ],
  [
    'a path out of the project',
    named('../../x'),
    refused('the file name "../../x" has the folder .. in it'),
  ],
  [
    'a path out of it later',
    named('src/../../x'),
    refused('the file name "src/../../x" has the folder .. in it'),
  ],
  ['a path to itself', named('./x'), refused('the file name "./x" has the folder . in it')],
  [
    'an absolute path',
    named('/etc/passwd'),
    refused('the file name "/etc/passwd" is absolute: paths begin at the root of the project'),
  ],
  [
    'a host',
    named('//host/share'),
    refused('the file name "//host/share" is absolute: paths begin at the root of the project'),
  ],
  ['a drive', named('C:/x'), refused('the file name "C:/x" begins like a URL or a drive')],
  [
    'a URL',
    named('javascript:alert(1)'),
    refused('the file name "javascript:alert(1)" begins like a URL or a drive'),
  ],
  [
    'backslashes',
    named('src\\index.js'),
    refused('the file name "src\\\\index.js" has a backslash: folders are separated by /'),
  ],
  ['an empty name, 1', linkV1(payloadV1(['', 'x'])), refused('the file name "" is empty')],
  ['an empty name, 2', named(''), refused('the file name "" is empty')],
  ['an empty folder', named('src//x'), refused('the file name "src//x" has // in it')],
  ['a folder for a name', named('src/'), refused('the file name "src/" ends in /')],
  [
    'a name twice, 1',
    linkV1(payloadV1(['a', 'x'], ['a', 'y'])),
    refused('the file name "a" is there twice'),
  ],
  ['a name twice, 2', named('a', 'b', 'a'), refused('the file name "a" is there twice')],
  [
    'a name for a file and a folder',
    named('src', 'src/index.js'),
    refused('"src" is a file and a folder'),
  ],
  [
    'a name of 10,000 characters',
    named('x'.repeat(10_000)),
    refused(`the file name "${'x'.repeat(60)}…" is longer than 256 characters`),
  ],
  [
    'a line feed in a name',
    linkV1(payloadV1(['a\nb', 'x'])),
    refused('the file name "a\\nb" has a character that cannot be seen'),
  ],
  [
    'a control in a name',
    named('a\u0007'),
    refused('the file name "a\\u0007" has a character that cannot be seen'),
  ],
  [
    'a turn of direction in a name',
    named('a\u202etxt.js'),
    refused('the file name "a\\u202etxt.js" has a character that cannot be seen'),
  ],

  ['an open file that is not there', followedBy(0x03, 5), NO_PROJECT],
  ['no open file after its mark', followedBy(0x03), NO_PROJECT],
  [
    'an unknown mark',
    followedBy(0x05, 0x0a, 0xff),
    refused('the file name "\\u0005" has a character that cannot be seen'),
  ],
  ['a layout without an end', followedBy(0x04, 0x7b), NO_PROJECT],
  ['a layout that is no JSON', asking('{'), 'opens index.js'],
  ['a layout that is null', asking('null'), 'opens index.js'],
  ['a layout with a pane that there is not', asking('{"hidden":["all"]}'), 'opens index.js'],
  ['a layout of a million percent', asking('{"editorWidth":1e6}'), 'opens index.js'],
  [
    'a layout with __proto__',
    asking('{"__proto__":{"view":"console"}}'),
    'opens index.js with the layout {}',
  ],
  [
    'a layout with more than there is',
    asking('{"view":"console","run":true}'),
    'opens index.js with the layout {"view":"console"}',
  ],

  [
    "Cloudflare's Playground without a worker",
    PLAYGROUND,
    `This link of Cloudflare's Playground has no worker in it: copy it with all that is after #.`,
  ],
  [
    'theirs with a character that it cannot have',
    `${formSaying('{}')}<script>`,
    `This link of Cloudflare's Playground was altered: it has a "<" in it, which no such link has. Copy it again from where it came.`,
  ],
  ['theirs with half a link', formSaying('{}').slice(0, 120), SPOILED],
  ['theirs with a word', `${PLAYGROUND}#hello`, SPOILED],
  ['theirs with a link of ours', PLAYGROUND + V2, 'opens index.js'],
  [
    'theirs that is a gigabyte',
    `${PLAYGROUND}#${lzBomb(46_000)}`,
    `This link of Cloudflare's Playground is refused: it unpacks to more than 5.0 MB.`,
  ],
  [
    'theirs that is a few KB and 8 MB',
    `${PLAYGROUND}#${lzBomb(4000)}`,
    `This link of Cloudflare's Playground is refused: it unpacks to more than 5.0 MB.`,
  ],
  ['theirs with no form', linkAroundForm('text/html', '<script>alert(1)</script>'), SPOILED],
  [
    'theirs with a form of another boundary',
    linkAroundForm('multipart/form-data; boundary=a', '--edge--'),
    SPOILED,
  ],
  [
    'theirs with an empty form',
    linkAroundForm('multipart/form-data; boundary=edge', '--edge--\r\n'),
    `This link of Cloudflare's Playground says that its main module is "index.js", and has no such module.`,
  ],
  ['theirs with metadata that is no JSON', formSaying('{'), 'opens wrangler.jsonc,index.js'],
  [
    'theirs with metadata of wrong types',
    formSaying('{"compatibility_flags":{},"main_module":1}'),
    'opens wrangler.jsonc,index.js',
  ],
  [
    'theirs with __proto__ in its metadata',
    formSaying('{"__proto__":{"main_module":"x"}}'),
    'opens wrangler.jsonc,index.js',
  ],
  [
    'theirs with a main module out of the project',
    formSaying('{"main_module":"../x.js"}'),
    `This link of Cloudflare's Playground says that its main module is "../x.js", and has no such module.`,
  ],
  [
    'theirs with the name __proto__',
    formWith('__proto__'),
    refused('the file name "__proto__" has __proto__ in it, which JavaScript keeps for itself'),
  ],
  [
    'theirs with a path out of the project',
    formWith('../../x'),
    refused('the file name "../../x" has the folder .. in it'),
  ],
  [
    'theirs with an absolute path',
    formWith('/x'),
    refused('the file name "/x" is absolute: paths begin at the root of the project'),
  ],
  ['theirs with an empty name', formWith(''), refused('the file name "" is empty')],
  [
    'theirs with a name twice',
    formWith('index.js'),
    refused('the file name "index.js" is there twice'),
  ],
  [
    'theirs with a name of 10,000 characters',
    formWith('x'.repeat(10_000)),
    refused(`the file name "${'x'.repeat(60)}…" is longer than 256 characters`),
  ],
  [
    'theirs with a wrangler.jsonc of its own',
    formWith('wrangler.jsonc'),
    'opens index.js,wrangler.jsonc',
  ],
];

test('the table has more than sixty', () => expect(TABLE.length).toBeGreaterThan(60));

test.each(TABLE)('%s', async (_, link, answer) => {
  const said = await decodeLink(link).then(
    ({ files, layout }) =>
      `opens ${Object.keys(files)}${layout ? ` with the layout ${JSON.stringify(layout)}` : ''}`,
    (error: unknown) => (error instanceof LinkError ? error.message : `not ours: ${error}`),
  );
  expect(said).toBe(answer);
});

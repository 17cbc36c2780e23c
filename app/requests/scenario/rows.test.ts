import { describe, expect, test } from 'vitest';
import { type Block, joinBlocks, splitBlocks } from './blocks';
import { changeBlock, type Row, rowOf } from './rows';

const FILE = `# What this shows.

### First
// a word
# @count 3
GET /slow HTTP/1.1
# about the header
Accept: */*

### Second
POST /x
Content-Type: application/json

{
  "a": 1
}

###
# @queue orders
# @message 1
`;

const blocks = splitBlocks(FILE);
const block = (index: number): Block => blocks[index] ?? { separator: undefined, lines: [] };
const changed = (index: number, change: Partial<Row>) =>
  joinBlocks([changeBlock(block(index), change)]);

test('a file that is taken apart is the same together', () => {
  expect(joinBlocks(blocks)).toBe(FILE);
  expect(joinBlocks(splitBlocks('###\nGET /'))).toBe('###\nGET /');
  expect(joinBlocks(splitBlocks(''))).toBe('');
});

test('each block with an event is a row', () => {
  expect(blocks.map(rowOf)).toMatchObject([
    undefined,
    { title: 'First', count: '3', at: '0', method: 'GET', target: '/slow', body: '' },
    {
      kind: 'fetch',
      method: 'POST',
      headers: 'Content-Type: application/json',
      body: '{\n  "a": 1\n}',
    },
    { kind: 'queue', target: 'orders', body: '1' },
  ]);
});

test('a change that is none leaves the text as it was', () => {
  for (const one of blocks) expect(joinBlocks([changeBlock(one, {})])).toBe(joinBlocks([one]));
});

describe('a change keeps what it did not touch', () => {
  test('of the time and the count', () => {
    expect(changed(1, { at: '500', count: '1' })).toBe(
      '### First\n// a word\n# @at 500\nGET /slow HTTP/1.1\n# about the header\nAccept: */*\n',
    );
  });

  test('of the request line', () => {
    expect(changed(1, { target: '/other', method: 'DELETE' })).toContain(
      '# @count 3\nDELETE /other HTTP/1.1\n# about the header\nAccept: */*\n',
    );
  });

  test('of headers and body', () => {
    expect(changed(2, { headers: '', body: 'text' })).toBe('### Second\nPOST /x\n\ntext\n');
    expect(changed(2, { body: '' })).toBe('### Second\nPOST /x\nContent-Type: application/json\n');
  });

  test('of messages, one a line', () => {
    expect(changed(3, { body: '1\n2', target: 'other' })).toBe(
      '###\n# @queue other\n# @message 1\n# @message 2\n',
    );
  });

  test('of the kind of event', () => {
    expect(changed(1, { kind: 'scheduled' })).toBe(
      '### First\n// a word\n# @count 3\n# @scheduled * * * * *\n',
    );
    expect(changed(3, { kind: 'fetch' })).toBe('###\nGET /\n');
  });
});

test('a line of a request that is being typed is a row all the same', () => {
  const of = (line: string) => rowOf({ separator: undefined, lines: [line] });
  expect(of('GET ')).toMatchObject({ method: 'GET', target: '' });
  expect(of('GET /a b ')).toMatchObject({ method: 'GET', target: '/a b ' });
  expect(of('/slow')).toMatchObject({ method: 'GET', target: '/slow' });
});

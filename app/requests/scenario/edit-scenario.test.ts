import { expect, test } from 'vitest';
import { joinBlocks, splitBlocks } from './blocks';
import { withDuplicate, withMoved, withNewRow } from './edit-scenario';

const FILE = '# About.\n\n### One\nGET /1\n\n### Two\nGET /2';
const text = (blocks: Parameters<typeof joinBlocks>[0]) => joinBlocks(blocks).trimEnd();
const blocks = splitBlocks(FILE);

test('a new event comes last', () => {
  expect(text(withNewRow(blocks))).toBe(`${FILE}\n\n###\nGET /`);
});

test('a copy comes behind its original', () => {
  expect(text(withDuplicate(blocks, 1))).toBe(
    '# About.\n\n### One\nGET /1\n\n### One\nGET /1\n\n### Two\nGET /2',
  );
});

test('events change places, and what stands above them stays there', () => {
  const moved = '# About.\n\n### Two\nGET /2\n\n### One\nGET /1';
  expect(text(withMoved(blocks, 1, 1))).toBe(moved);
  expect(text(withMoved(blocks, 2, -1))).toBe(moved);
  expect(text(withMoved(blocks, 1, -1))).toBe(FILE);
});

test('a first event without a line of its own gets one when it moves', () => {
  expect(text(withMoved(splitBlocks('GET /1\n###\nGET /2'), 0, 1))).toBe(
    '###\nGET /2\n\n###\nGET /1',
  );
});

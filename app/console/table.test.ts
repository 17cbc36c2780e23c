import { expect, test } from 'vitest';
import type { PreviewedObject, PreviewedValue } from '../../runtime-worker/index';
import { tableOf } from './table';

const text = (text: string): PreviewedValue => ({ type: 'string', text });
const at = (object: number): PreviewedValue => ({ type: 'object', object });
const row = (cells: Record<string, string>): PreviewedObject => ({
  kind: 'object',
  name: 'Object',
  entries: Object.entries(cells).map(([key, value]) => ({ key, value: text(value) })),
});
const list = (...values: PreviewedValue[]): PreviewedObject => ({
  kind: 'list',
  name: 'Array',
  entries: values.map((value, index) => ({ key: `${index}`, value })),
});

test('a table has a row for each entry and a column for each key of any of them', () => {
  const objects = [list(at(1), at(2)), row({ a: '1' }), row({ a: '2', b: 'x' })];
  expect(tableOf({ values: [at(0)], objects })).toMatchObject({
    columns: ['a', 'b'],
    hasValues: false,
    rows: [
      { index: '0', cells: [{ text: '1' }, undefined] },
      { index: '1', cells: [{ text: '2' }, { text: 'x' }] },
    ],
  });
});

test('a second value names the columns', () => {
  const objects = [list(at(1)), row({ a: '1', b: '2' }), list(text('b'))];
  expect(tableOf({ values: [at(0), at(2)], objects })?.columns).toEqual(['b']);
});

test('rows that are no objects have a column of values, maps are laid out by key', () => {
  const rows = [list(text('x'), at(1)), row({ a: '1' })];
  expect(tableOf({ values: [at(0)], objects: rows })).toMatchObject({
    hasValues: true,
    rows: [{ value: { text: 'x' } }, {}],
  });
  const map: PreviewedObject = {
    kind: 'map',
    name: 'Map',
    entries: [{ mapKey: text('k'), value: at(1) }],
  };
  const table = tableOf({ values: [at(0)], objects: [map, row({ a: '1' })] });
  expect(table?.rows[0]?.index).toMatchObject({ text: 'k' });
});

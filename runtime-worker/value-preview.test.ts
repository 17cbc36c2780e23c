import * as v from 'valibot';
import { expect, it } from 'vitest';
import { ValuePreviews } from './value-preview';

it('what names an object that is not there is refused', () => {
  expect(v.is(ValuePreviews, { values: [{ type: 'object', object: 0 }], objects: [] })).toBe(false);
});

it('what is more than is shown is refused before it is read', () => {
  const entries = Array.from({ length: 1000 }, () => ({ value: { type: 'null', text: 'null' } }));
  const object = { kind: 'object', name: '', entries };
  const many = (count: number) => ({ values: [], objects: Array(count).fill(object) });
  expect(v.is(ValuePreviews, many(10))).toBe(true);
  expect(v.is(ValuePreviews, many(11))).toBe(false);
});

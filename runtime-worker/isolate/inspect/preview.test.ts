import { describe, expect, it } from 'vitest';
import { PREVIEW_ENTRIES, PREVIEW_OBJECTS, PREVIEW_TEXT } from '../../bounds';
import { ValuePreviews } from '../../value-preview';
import { OF_TABLE, previewsOf } from './preview';

/** The one object that was logged. */
function seen(value: unknown) {
  const previews = previewsOf([value]);
  expect(previews?.values[0]).toEqual({ type: 'object', object: 0 });
  return previews?.objects[0];
}

describe('what may be unfolded of a value', () => {
  it('is nothing where no value is an object', () => {
    expect(previewsOf(['text', 1, null, undefined, 10n, Symbol('s')])).toBeUndefined();
  });

  it('names the class and has the own properties, and calls no getter', () => {
    class Point {
      x = 1;
      get y() {
        throw new Error('called');
      }
    }
    const point = Object.defineProperty(new Point(), 'z', {
      enumerable: true,
      get() {
        throw new Error('called');
      },
    });
    expect(seen(point)).toEqual({
      kind: 'object',
      name: 'Point',
      entries: [
        { key: 'x', value: { type: 'number', text: '1' } },
        { key: 'z', value: { type: 'accessor', text: 'Getter' } },
      ],
    });
  });

  it('tells an object that is in itself once', () => {
    const loop: { self?: unknown; other: object } = { other: {} };
    loop.self = loop;
    expect(previewsOf([loop, loop])).toMatchObject({
      values: [{ object: 0 }, { object: 0 }],
      objects: [
        { entries: [{ key: 'other', value: { object: 1 } }, { value: { object: 0 } }] },
        {},
      ],
    });
  });

  it('knows arrays with holes, maps, sets, dates, errors, functions and bytes', () => {
    // biome-ignore lint/suspicious/noSparseArray: that is what is tested.
    expect(seen([1, , 3])).toMatchObject({
      kind: 'list',
      size: 3,
      entries: [{ key: '0' }, { value: { type: 'hole' } }, { key: '2' }],
    });
    expect(seen(new Map([['a', 1]]))).toMatchObject({
      kind: 'map',
      size: 1,
      entries: [{ mapKey: { text: 'a' }, value: { text: '1' } }],
    });
    expect(seen(new Set(['a']))).toMatchObject({
      kind: 'set',
      entries: [{ value: { text: 'a' } }],
    });
    expect(seen(new Date(0))).toMatchObject({ kind: 'text', text: '1970-01-01T00:00:00.000Z' });
    expect(seen(new TypeError('no', { cause: 1 }))).toMatchObject({
      kind: 'error',
      name: 'TypeError',
      text: expect.stringContaining('TypeError: no'),
      entries: [{ key: 'cause' }],
    });
    expect(seen(function called() {})).toMatchObject({ kind: 'function', text: 'ƒ called()' });
    expect(seen(new Uint8Array([7]))).toMatchObject({ kind: 'list', name: 'Uint8Array', size: 1 });
  });

  it('is bounded, whatever the value, and passes its own schema', () => {
    let deep: object = {};
    for (let level = 0; level < 10_000; level += 1) deep = { deep };
    const hostile = [
      deep,
      'x'.repeat(1_000_000),
      Array.from({ length: 100_000 }, (_, index) => ({ index })),
      Object.fromEntries(
        Array.from({ length: 5000 }, (_, index) => [`key ${index}`, 'y'.repeat(9000)]),
      ),
      Object.create(Map.prototype),
      new Array(4_000_000_000),
    ];
    for (const budget of [undefined, OF_TABLE]) {
      const previews = previewsOf(hostile, budget);
      expect(ValuePreviews['~standard'].validate(previews)).not.toHaveProperty('issues');
    }
    const previews = previewsOf(hostile);
    const entries = previews?.objects.flatMap((object) => object.entries) ?? [];
    expect(previews?.objects.length).toBeLessThanOrEqual(PREVIEW_OBJECTS);
    expect(entries.length).toBeLessThanOrEqual(PREVIEW_ENTRIES);
    expect(previews?.values[1]).toMatchObject({ more: 1_000_000 - PREVIEW_TEXT });
  });
});

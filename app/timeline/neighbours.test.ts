import { describe, expect, test } from 'vitest';
import { neighbour, outermost } from './neighbours';
import { pathOf, smallRun } from './small-run';

describe('arrow keys', () => {
  test('lead along the requests of an isolate, and end there', () => {
    const layout = smallRun();
    expect(pathOf(neighbour(layout, layout.bar('/one'), 'after'))).toBe('/two');
    expect(pathOf(neighbour(layout, layout.bar('/two'), 'before'))).toBe('/one');
    expect(neighbour(layout, layout.bar('/three'), 'after')).toBeUndefined();
  });

  test('lead to what is nearest in the row above and below, through all lanes', () => {
    const layout = smallRun();
    expect(pathOf(neighbour(layout, layout.bar('/three'), 'below'))).toBe('/two');
    expect(pathOf(neighbour(layout, layout.bar('/two'), 'above'))).toBe('/one');
    expect(pathOf(neighbour(layout, layout.bar('/two'), 'below'))).toBe('/four');
  });

  test('begin at the latest request', () => {
    expect(pathOf(neighbour(smallRun(), undefined, 'before'))).toBe('/four');
    expect(pathOf(outermost(smallRun(), 'first'))).toBe('/one');
  });
});

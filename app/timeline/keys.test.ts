import { describe, expect, test } from 'vitest';
import { wishOf } from './keys';
import { smallRun } from './small-run';

describe('keys', () => {
  const view = { from: 0, to: 100, width: 1000 };
  const shown = (key: string) => {
    const wish = wishOf(key, view, smallRun(), undefined);
    return wish?.kind === 'show' ? wish.span : undefined;
  };

  test('W and S zoom in and out around the middle', () => {
    expect(shown('w')).toEqual({ from: 15, to: 85 });
    expect(shown('S')?.from).toBeLessThan(0);
  });

  test('A and D move to what was before and after', () => {
    expect(shown('a')).toEqual({ from: -15, to: 85 });
    expect(shown('D')).toEqual({ from: 15, to: 115 });
  });

  test('others mean nothing', () => {
    expect(wishOf('q', view, smallRun(), undefined)).toBeUndefined();
    expect(wishOf('Tab', view, smallRun(), undefined)).toBeUndefined();
  });
});

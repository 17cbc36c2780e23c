import { describe, expect, test } from 'vitest';
import { countMatches, matcherOf, nextMatch } from './filter';
import { barsOf } from './layout';
import { pathOf, smallRun } from './small-run';

describe('looking for requests', () => {
  test.each([
    [{ text: 'two', end: 'any' }, ['/two']],
    [{ text: 'GET', end: 'ok' }, ['/one', '/three']],
    [{ text: 'WORKER-B', end: 'any' }, ['/four']],
    [{ text: 'thing typeerror', end: 'any' }, ['/two']],
    [{ text: '', end: 'failed' }, ['/two']],
    [{ text: '', end: 'inFlight' }, ['/four']],
    [{ text: 'nothing', end: 'any' }, []],
  ] as const)('%o', (filter, paths) => {
    const layout = smallRun();
    const matches = matcherOf(filter);
    expect(
      barsOf(layout)
        .filter((bar) => matches?.(bar))
        .map(pathOf),
    ).toEqual(paths);
    expect(countMatches(layout, matches)).toEqual({ matching: paths.length, all: 4 });
  });

  test('goes from match to match in order of time, and around', () => {
    const layout = smallRun();
    const matches = matcherOf({ text: '', end: 'ok' });
    const next = (from: string | undefined) => pathOf(nextMatch(layout, matches, from, 'forward'));
    expect([next(undefined), next('/one'), next('/three')]).toEqual(['/one', '/three', '/one']);
    expect(next('/two')).toBe('/three');
    expect(pathOf(nextMatch(layout, matches, '/one', 'back'))).toBe('/three');
  });
});

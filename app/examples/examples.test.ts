import { expect, test } from 'vitest';
import { readProject } from '../../runtime-worker/index';
import { readScenario } from '../requests/scenario/read-scenario';
import { problemOfFileNames } from '../share/file-names';
import { EXAMPLES } from './all';

test('there are a dozen examples, and the story is the first', () => {
  expect(EXAMPLES.size).toBeGreaterThan(12);
  expect([...EXAMPLES.keys()][0]).toBe('story');
});

for (const [name, files] of EXAMPLES) {
  test(`${name} is a project with a scenario of its name`, () => {
    expect(problemOfFileNames(Object.keys(files))).toBeUndefined();
    expect(readProject(files).warnings).toEqual([]);
    const scenario = `${name}.http`;
    expect(Object.keys(files).filter((path) => path.endsWith('.http'))).toEqual([scenario]);
    expect(readScenario(scenario, String(files[scenario])).steps).not.toEqual([]);
  });

  test(`${name} has a README of a title and one paragraph, which says what to press`, () => {
    const [title, paragraph, ...more] = String(files['README.md']).trim().split('\n\n');
    expect(title).toMatch(/^# [^\n]+$/);
    expect(paragraph).toContain(`**Run ${name}**`);
    expect(more).toEqual([]);
  });
}

test('the .wasm beside a .wat is what its text stands for', async () => {
  const wasm = EXAMPLES.get('healed-wasm')?.['src/counter.wasm'];
  if (!(wasm instanceof Uint8Array)) throw new Error('no bytes');
  const { instance } = await WebAssembly.instantiate(wasm);
  // The one function that the text exports.
  const add = instance.exports.add as (amount: number) => number;
  expect([add(1), add(2)]).toEqual([1, 3]);
  expect(() => add(-1)).toThrow('unreachable');
  expect(() => add(1)).toThrow('unreachable');
});

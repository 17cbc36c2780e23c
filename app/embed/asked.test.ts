import { expect, test } from 'vitest';
import { readAsked } from './asked';

test('without anything but ?embed it is all panes, as the system looks, to be edited', () => {
  expect(readAsked('?embed')).toEqual({
    panes: ['editor', 'run', 'timeline'],
    theme: 'system',
    readOnly: false,
    example: undefined,
    problems: [],
  });
});

test('panes come in the order of the page, each once', () => {
  expect(readAsked('?embed&panes=timeline,editor,timeline').panes).toEqual(['editor', 'timeline']);
});

test('everything is asked for at once', () => {
  expect(readAsked('?embed&panes=run&theme=dark&readonly&example=counter')).toEqual({
    panes: ['run'],
    theme: 'dark',
    readOnly: true,
    example: 'counter',
    problems: [],
  });
});

test.each([
  ['readonly', true],
  ['readonly=', true],
  ['readonly=true', true],
  ['readonly=false', false],
])('%s is read-only: %s', (parameter, readOnly) => {
  expect(readAsked(`?embed&${parameter}`)).toMatchObject({ readOnly, problems: [] });
});

test.each([
  ['panes=editor,console', 'panes="editor,console" means nothing here: it takes some of editor,'],
  ['panes=', 'panes="" means nothing here'],
  [
    'theme=purple',
    'theme="purple" means nothing here: it takes one of system, light, dark, contrast.',
  ],
  ['readonly=yes', 'readonly="yes" means nothing here: it takes no value, true or false.'],
  ['example=../x', 'example="../x" means nothing here: it takes the name of an example.'],
  [
    'pane=editor',
    'There is no "pane" to ask for: there are embed, panes, theme, readonly, example.',
  ],
])('%s is said, and something that works stands in its place', (parameter, sentence) => {
  const { problems, ...asked } = readAsked(`?embed&${parameter}`);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(sentence);
  expect({ ...asked, problems: [] }).toEqual(readAsked('?embed'));
});

test('what is said back is short, however long it was', () => {
  const { problems } = readAsked(`?embed&theme=${'x'.repeat(10_000)}`);
  expect(problems.join().length).toBeLessThan(200);
});

import { expect, test } from 'vitest';
import { embedSnippet } from './embed-snippet';

const LINK = 'https://isolab.example/below/#v2.AbC-_';

test('a frame of the same link, that asks for an embed', () => {
  expect(embedSnippet(LINK, 'hello in Isolab')).toBe(
    '<iframe src="https://isolab.example/below/?embed#v2.AbC-_" title="hello in Isolab" loading="lazy" style="width: 100%; height: 600px; border: 1px solid #8886; border-radius: 8px"></iframe>',
  );
});

test('panes that are hidden are left out, and of none that is left all show', () => {
  expect(embedSnippet(LINK, '', ['run'])).toContain('?embed&#38;panes=editor,timeline#v2.');
  expect(embedSnippet(LINK, '', ['run', 'editor', 'timeline'])).toContain('?embed#v2.');
});

test('a title does not end its attribute', () => {
  expect(embedSnippet(LINK, '"><script>')).toContain('title="&#34;&#62;&#60;script&#62;"');
});

import { describe, expect, test } from 'vitest';
import type { ProjectFiles } from '../project';
import type { ResolvedVersion } from '../resolved-versions';
import { Files } from './files';
import { changeOfPackageJson } from './package-json';

const textAfter = (files: ProjectFiles, resolved: readonly ResolvedVersion[]) =>
  changeOfPackageJson(new Files(files), resolved)?.after;

const direct = (name: string, wanted: string | undefined, version: string): ResolvedVersion => ({
  name,
  wanted,
  version,
  direct: true,
});

describe('versions that were looked up are written', () => {
  test('into a new package.json where there is none', () => {
    const text = textAfter({}, [direct('hono', undefined, '4.6.3')]);
    expect(JSON.parse(text ?? '')).toEqual({ dependencies: { hono: '4.6.3' } });
  });

  test('where the range stands, and all else stays as it is', () => {
    const before = '{\n  "name": "x", // mine\n  "devDependencies": { "hono": "^4" }\n}\n';
    const text = textAfter({ 'package.json': before }, [direct('hono', '^4', '4.6.3')]);
    expect(text).toBe(before.replace('^4', '4.6.3'));
  });

  test('as overrides where a package asked for them', () => {
    const resolved = { name: 'dep', wanted: '^2', version: '2.3.4', direct: false };
    const text = textAfter({ 'package.json': '{}' }, [resolved]);
    expect(JSON.parse(text ?? '')).toEqual({ overrides: { 'dep@^2': '2.3.4' } });
  });
});

test('nothing is written where nothing was looked up', () => {
  expect(textAfter({}, [])).toBeUndefined();
});

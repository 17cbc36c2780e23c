import { parseAst } from 'rollup/parseAst';
import { describe, expect, test } from 'vitest';
import { loadsOf } from './requires';

const requiresOf = (code: string) =>
  loadsOf(parseAst(code)).requires.map(({ specifier }) => specifier);

describe('the calls of require that are the module’s own', () => {
  test.each([
    ["require('a'); f(() => require(`b`));", ['a', 'b']],
    ['require(name); require();', [undefined]],
    ["object.require('a'); ({ require() {} }).require('b');", []],
    ["function f(require) { require('a'); }", []],
    ["const f = ({ a: [require] }) => require('a'); require('b');", ['b']],
    ["function f() { var require = g; return () => require('a'); }", []],
    ["import { require } from 'x'; require('a');", []],
    ["const require = createRequire(); require('a');", []],
  ])('in %s', (code, specifiers) => {
    expect(requiresOf(code)).toEqual(specifiers);
  });
});

test('one within try is guarded, one within its catch is not', () => {
  const { requires, imports } = loadsOf(
    parseAst("try { require('a'); import('b'); } catch { require('c'); }"),
  );
  expect(requires.map(({ guarded }) => guarded)).toEqual([true, false]);
  expect(imports.map(({ guarded }) => guarded)).toEqual([true]);
});

test('a require that is not called is used too, a property of that name is not', () => {
  expect(loadsOf(parseAst('typeof require')).usesRequire).toBe(true);
  expect(loadsOf(parseAst('a.require; ({ require: 1 })')).usesRequire).toBe(false);
});

test('the places are those of the call and of its specifier', () => {
  const [load] = loadsOf(parseAst("f(import('a'))")).imports;
  expect(load).toEqual({ start: 2, source: 9, specifier: 'a', guarded: false });
});

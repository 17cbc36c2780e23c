import { parseAst } from 'rollup/parseAst';
import { describe, expect, test } from 'vitest';
import { insertionsFor } from './await-rewriting';

/** The rewritten code, with the short names that make it readable here. */
function rewritten(code: string): string {
  const insertions = insertionsFor(parseAst(code), code).toSorted((a, b) => a.at - b.at);
  let result = '';
  let done = 0;
  for (const { at, text } of insertions) {
    result += code.slice(done, at) + text;
    done = at;
  }
  return (result + code.slice(done)).replaceAll('$isolab_', '');
}

describe('an async function', () => {
  test('captures its frame where it begins and restores it after each await', () => {
    expect(rewritten('async function f() { await a(); return await b(await c()); }')).toBe(
      'async function f() {const frame = enter(); resume(frame, await a()); return resume(frame, await b(resume(frame, await c()))); }',
    );
  });

  test('keeps its directives first', () => {
    expect(rewritten("async function f() { 'use strict'; await a(); }")).toBe(
      "async function f() { 'use strict';const frame = enter(); resume(frame, await a()); }",
    );
  });

  test('that is an arrow with an expression gets a body', () => {
    expect(rewritten('const f = async (a) => ({ b: await a });')).toBe(
      'const f = async (a) => { const frame = enter(); return ( ({ b: resume(frame, await a) })); };',
    );
  });

  test('that is an arrow is found behind comments and default values with arrows', () => {
    expect(rewritten('const f = async (a = () => 1) /* => */ => await a;')).toBe(
      'const f = async (a = () => 1) /* => */ => { const frame = enter(); return ( resume(frame, await a)); };',
    );
  });

  test('without an await is left as it is', () => {
    const code = 'async function f() { return g(() => 1); }';
    expect(rewritten(code)).toBe(code);
  });

  test('does not share its frame with the functions in it', () => {
    expect(rewritten('async () => { await a; g(async () => { await b; }); }')).toBe(
      'async () => {const frame = enter(); resume(frame, await a); g(async () => {const frame = enter(); resume(frame, await b); }); }',
    );
  });
});

describe('catch and finally', () => {
  test('begin with the frame in an async function', () => {
    expect(rewritten('async () => { try { a(); } catch (e) { b(); } finally { c(); } }')).toBe(
      'async () => {const frame = enter(); try { a(); } catch (e) {resume(frame); b(); } finally {resume(frame); c(); } }',
    );
  });

  test('begin with a check in a plain function', () => {
    expect(rewritten('function f() { try { a(); } catch { b(); } }')).toBe(
      'function f() { try { a(); } catch {check(); b(); } }',
    );
  });
});

describe('for await', () => {
  test('restores the frame in each round and after the loop', () => {
    expect(rewritten('async () => { for await (const x of y) { a(x); } b(); }')).toBe(
      'async () => {const frame = enter(); { for await (const x of y) {resume(frame); a(x); } resume(frame); } b(); }',
    );
  });

  test('keeps its label, and gets a block for a body that is none', () => {
    expect(rewritten('async () => { out: for await (const x of await y) a(x); }')).toBe(
      'async () => {const frame = enter(); { out: for await (const x of resume(frame, await y)) { resume(frame); a(x); } resume(frame); } }',
    );
  });
});

test('an async generator goes on in the frame of whoever asks for its next value', () => {
  expect(rewritten('async function* f() { const a = yield await b; }')).toBe(
    'async function* f() {let frame = enter(), yielded; const a = ((yielded = yield resume(frame, await b)), (frame = enter()), yielded); }',
  );
});

test('the top level restores the frame of the startup', () => {
  expect(rewritten('const a = await b;')).toBe(
    'const frame = enter(); const a = resume(frame, await b);',
  );
});

test('a computed class key that awaits belongs to the function around the class', () => {
  expect(rewritten('async () => { class A { [await b] = () => 1; } }')).toBe(
    'async () => {const frame = enter(); class A { [resume(frame, await b)] = () => 1; } }',
  );
});

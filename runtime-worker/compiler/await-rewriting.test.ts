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
      'async function f() {const frame = enter(); resume(frame, await thenable(a())); return resume(frame, await thenable(b(resume(frame, await thenable(c()))))); }',
    );
  });

  test('keeps its directives first', () => {
    expect(rewritten("async function f() { 'use strict'; await a(); }")).toBe(
      "async function f() { 'use strict';const frame = enter(); resume(frame, await thenable(a())); }",
    );
  });

  test('that is an arrow with an expression gets a body', () => {
    expect(rewritten('const f = async (a) => ({ b: await a });')).toBe(
      'const f = async (a) => { const frame = enter(); return ( (thenable({ b: resume(frame, await thenable(a)) }))); };',
    );
  });

  test('that is an arrow is found behind comments and default values with arrows', () => {
    expect(rewritten('const f = async (a = () => 1) /* => */ => await a;')).toBe(
      'const f = async (a = () => 1) /* => */ => { const frame = enter(); return ( resume(frame, await thenable(a))); };',
    );
  });

  test('without an await needs no frame', () => {
    expect(rewritten('async function f() { g(); return 1; }')).toBe(
      'async function f() { g(); return 1; }',
    );
  });

  test('hands over what may be a thenable in its frame, and as one value', () => {
    expect(rewritten('async function f() { return a, b; }')).toBe(
      'async function f() { return thenable((a, b)); }',
    );
    expect(rewritten('async () => a;')).toBe('async () => thenable(a);');
  });

  test('has its frame again after each disposal of an `await using`', () => {
    expect(rewritten('async () => { await using a = b; }')).toBe(
      'async () => {const frame = enter(); using restorer_1 = restorer(frame); await using a = b; }',
    );
  });

  test('does not share its frame with the functions in it', () => {
    expect(rewritten('async () => { await a; g(async () => { await b; }); }')).toBe(
      'async () => {const frame = enter(); resume(frame, await thenable(a)); g(async () => {const frame = enter(); resume(frame, await thenable(b)); }); }',
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
      'async () => {const frame = enter(); try { for await (const x of y) {resume(frame); a(x); } } finally { resume(frame); } b(); }',
    );
  });

  test('keeps its label, and gets a block for a body that is none', () => {
    expect(rewritten('async () => { out: for await (const x of await y) a(x); }')).toBe(
      'async () => {const frame = enter(); try { out: for await (const x of resume(frame, await thenable(y))) { resume(frame); a(x); } } finally { resume(frame); } }',
    );
  });
});

describe('an async generator', () => {
  test('goes on in the frame of whoever asks for its next value', () => {
    expect(rewritten('async function* f() { const a = yield await b; }')).toBe(
      'async function* f() {let frame = enter(), yielded; const a = ((yielded = yield resume(frame, await thenable(b))), (frame = asked(frame)), yielded); }',
    );
  });

  test('goes on in the frame of the last asker after a `yield*`', () => {
    expect(rewritten('async function* f() { yield* a; }')).toBe(
      'async function* f() {let frame = enter(), yielded; ((yielded = yield* delegate((a), (asker) => { frame = asker; })), resume(frame, yielded)); }',
    );
  });

  test('begins a catch in the frame of whoever threw into it', () => {
    expect(rewritten('async function* f() { try { a(); } catch { b(); } }')).toBe(
      'async function* f() {let frame = enter(), yielded; try { a(); } catch {frame = caught(frame); b(); } }',
    );
  });
});

test('the top level restores the frame of the startup', () => {
  expect(rewritten('const a = await b;')).toBe(
    'const frame = enter(); const a = resume(frame, await thenable(b));',
  );
});

test('a computed class key that awaits belongs to the function around the class', () => {
  expect(rewritten('async () => { class A { [await b] = () => 1; } }')).toBe(
    'async () => {const frame = enter(); class A { [resume(frame, await thenable(b))] = () => 1; } }',
  );
});

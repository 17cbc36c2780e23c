import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { mainModuleOf, type ProjectFiles, readServices } from '../../runtime-worker/index';
import { problemOfFileNames } from './file-names';
import { linkAroundV1, linkAroundV2, linkV1, linkV2 } from './fixtures/craft';
import { playgroundLink } from './fixtures/craft-cloudflare';
import { LinkError } from './link-error';
import type { LinkedProject } from './linked-project';
import { decodeLink, encodeLink, openLink } from './links';
import { toPayloadV2 } from './payload-v2';

const PAGE = 'https://isolab.example/';
const RUNS = 2000;
const HOSTILE_RUNS = 20_000;

/** The same runs each time: a failure is one that can be looked at. */
const SEED = 20261127;
const SECONDS = 300_000;

const name = fc
  .array(
    fc.oneof(
      fc.constantFrom('src', 'index', '.ts', '/', ' ', 'ü', 'workers', '[id]', '🦀', '~', "'"),
      fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.join(''));

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  // Half pairs too.
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.constantFrom(
    '',
    '\r\n',
    '\ufeff',
    '\u0000\u00ff',
    'export default { fetch: () => new Response() };\r\n'.repeat(50),
  ),
);

const bytes = fc.uint8Array({ maxLength: 300 }).map((content) => Uint8Array.from(content));

const files: fc.Arbitrary<ProjectFiles> = fc
  .array(fc.tuple(name, fc.oneof(text, bytes)), { minLength: 1, maxLength: 12 })
  .map((entries) => Object.fromEntries(entries))
  .filter((some) => problemOfFileNames(Object.keys(some)) === undefined);

const layout = fc.record(
  {
    view: fc.constantFrom('requests' as const, 'console' as const, 'scenario' as const),
    hidden: fc.subarray(['editor' as const, 'run' as const, 'timeline' as const]),
    editorWidth: fc.integer({ min: 20, max: 80 }),
    topHeight: fc.integer({ min: 20, max: 80 }),
  },
  { requiredKeys: [] },
);

const project: fc.Arbitrary<LinkedProject> = fc
  .tuple(files, fc.option(fc.nat(), { nil: undefined }), fc.option(layout, { nil: undefined }))
  .map(([files, at, layout]) => {
    const names = Object.keys(files);
    return { files, openFile: at === undefined ? at : names[at % names.length], layout };
  });

test(`${RUNS} projects come out of their links as they went in`, { timeout: SECONDS }, async () => {
  await fc.assert(
    fc.asyncProperty(project, async (given) => {
      const opened = await decodeLink(await encodeLink(given, PAGE));
      expect(Object.entries(opened.files)).toEqual(Object.entries(given.files));
      expect({ ...opened, files: undefined }).toEqual({ ...given, files: undefined });
    }),
    { numRuns: RUNS, seed: SEED },
  );
});

/** The open project, as the page's own store has it. */
function openProject() {
  const before: ProjectFiles = { 'index.js': '// what is open' };
  return createStore<{
    opening: object;
    files: ProjectFiles;
    openFile: string;
    open(files: ProjectFiles): void;
    select(path: string): void;
  }>((set, get) => ({
    opening: {},
    files: before,
    openFile: 'index.js',
    open(files) {
      readServices(files);
      set({ files, openFile: mainModuleOf(files) ?? '' });
    },
    select(path) {
      if (Object.hasOwn(get().files, path)) set({ openFile: path });
    },
  }));
}

/** Opens it, or leaves all as it was and says why. */
async function opensOrSaysWhy(link: string): Promise<void> {
  const store = openProject();
  const before = store.getState();
  try {
    await openLink(store, link);
    expect(problemOfFileNames(Object.keys(store.getState().files))).toBeUndefined();
  } catch (error) {
    const ours =
      error instanceof LinkError || (error instanceof Error && error.name === 'ProjectError');
    if (!ours) throw error;
    expect(store.getState()).toBe(before);
  }
}

describe('never an exception that is not ours, never a lost project', () => {
  const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const fragment = fc.tuple(
    fc.constantFrom('#v1.', '#v2.', '#v3.', '#', ''),
    fc.oneof(
      { weight: 3, arbitrary: fc.string({ unit: fc.constantFrom(...BASE64URL), maxLength: 400 }) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 100 }) },
    ),
  );

  test(`${HOSTILE_RUNS} random fragments`, { timeout: SECONDS }, async () => {
    await fc.assert(
      fc.asyncProperty(fragment, ([version, data]) => opensOrSaysWhy(version + data)),
      { numRuns: HOSTILE_RUNS, seed: SEED },
    );
  });

  test(`${HOSTILE_RUNS} links that were altered`, { timeout: SECONDS }, async () => {
    const links = await Promise.all(
      fc.sample(project, { numRuns: 50, seed: SEED }).map((given) => encodeLink(given, PAGE)),
    );
    const alteration = fc.record({
      link: fc.constantFrom(...links),
      at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      removed: fc.integer({ min: 0, max: 40 }),
      put: fc.oneof(
        fc.string({ unit: fc.constantFrom(...BASE64URL), maxLength: 40 }),
        fc.string({ unit: 'binary', maxLength: 3 }),
      ),
    });
    await fc.assert(
      fc.asyncProperty(alteration, ({ link, at, removed, put }) => {
        const from = Math.floor(link.length * at);
        return opensOrSaysWhy(link.slice(0, from) + put + link.slice(from + removed));
      }),
      { numRuns: HOSTILE_RUNS, seed: SEED },
    );
  });

  test(`${HOSTILE_RUNS} links made with care around what is no project`, {
    timeout: SECONDS,
  }, async () => {
    const anything = fc.uint8Array({ maxLength: 200 });
    const spoiled = fc
      .record({ project, at: fc.nat({ max: 2000 }), put: fc.uint8Array({ maxLength: 4 }) })
      .map(({ project, at, put }) => {
        const payload = Buffer.from(toPayloadV2(project));
        const from = at % payload.length;
        return Buffer.concat([payload.subarray(0, from), put, payload.subarray(from + 2)]);
      });
    const link = fc.oneof(
      anything.map((packed) => linkAroundV1(Buffer.from(packed))),
      anything.map((packed) => linkAroundV2(Buffer.from(packed))),
      anything.map(linkV1),
      anything.map(linkV2),
      spoiled.map(linkV2),
    );
    await fc.assert(fc.asyncProperty(link, opensOrSaysWhy), {
      numRuns: HOSTILE_RUNS,
      seed: SEED,
    });
  });

  test(`${HOSTILE_RUNS} altered links of Cloudflare's Playground`, {
    timeout: SECONDS,
  }, async () => {
    const links = await Promise.all(
      ['', 'export default {};', '// ü 漢 🦀\r\n'.repeat(40)].map((text) =>
        playgroundLink({ 'index.js': text, 'a/b.txt': text }, { main_module: 'index.js' }),
      ),
    );
    const URI_SAFE = `${BASE64URL.slice(0, -2)}+-$`;
    const alteration = fc.record({
      link: fc.constantFrom(...links),
      at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      removed: fc.integer({ min: 0, max: 10 }),
      put: fc.string({ unit: fc.constantFrom(...URI_SAFE), maxLength: 10 }),
    });
    await fc.assert(
      fc.asyncProperty(alteration, ({ link, at, removed, put }) => {
        const begin = link.indexOf('#') + 1;
        const from = begin + Math.floor((link.length - begin) * at);
        return opensOrSaysWhy(link.slice(0, from) + put + link.slice(from + removed));
      }),
      { numRuns: HOSTILE_RUNS, seed: SEED },
    );
  });
});

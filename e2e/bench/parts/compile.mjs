// How long a project takes to become a script, beside esbuild-wasm.
import { serveEsbuild } from '../esbuild-server.mjs';
import { closeApp, openApp } from '../open-app.mjs';
import { median, row } from '../row.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ first: number[], again: number[] }} Times ms */

const SIZES = [1, 10, 100];
/** Each in a thread of its own, which has built nothing. */
const FIRST = 5;
const AGAIN = 15;

const EMPTY = 'export default { fetch() { return new Response() } };';

/** @param {import('../run.mjs').Bench} bench */
export async function run(bench) {
  const esbuild = await serveEsbuild();
  const app = await openApp(bench, EMPTY, { drawing: false });
  const context = await bench.browser.newContext({ serviceWorkers: 'block' });
  const beside = await context.newPage();
  await beside.goto(esbuild.url);
  const compiler = app.workers().find((worker) => /\/worker-[^/]*\.js$/.test(worker.url()));
  if (!compiler) throw new Error('The compiler of the app was not found.');
  const rows = [];
  for (const size of SIZES) {
    const files = projectOf(size);
    // By turns, with one more that does not count: with the first, the browser itself is cold.
    /** @type {Times} */
    const here = { first: [], again: [] };
    /** @type {Times} */
    const there = { first: [], again: [] };
    for (let round = 0; round <= FIRST; round += 1) {
      const times = {
        here: await measure(app, compiler.url(), files, 'comlink'),
        there: await measure(beside, `${esbuild.url}worker.js`, files, 'plain'),
      };
      if (round === 0) continue;
      here.first.push(times.here.first);
      here.again.push(...times.here.again);
      there.first.push(times.there.first);
      there.again.push(...times.there.again);
    }
    const what = size === 1 ? '1 module' : `${size} modules`;
    rows.push(
      row({
        what: `first build, ${what}`,
        value: median(here.first),
        unit: 'ms p50',
        beside: { what: 'esbuild-wasm', value: median(there.first) },
        target: 1,
      }),
      row({
        what: `again after an edit, ${what}`,
        value: median(here.again),
        unit: 'ms p50',
        beside: { what: 'esbuild-wasm', value: median(there.again) },
        target: 1,
      }),
    );
  }
  await context.close();
  await closeApp(app);
  esbuild.close();
  return rows;
}

/**
 * Starts a compiler's thread, builds the project, and builds it again after edits of one module.
 *
 * @param {Page} page
 * @param {string} url of the thread's script
 * @param {Readonly<Record<string, string>>} files
 * @param {'comlink' | 'plain'} protocol how the thread is asked
 * @returns {Promise<{ first: number, again: number[] }>} ms
 */
function measure(page, url, files, protocol) {
  const rounds = Math.ceil(AGAIN / FIRST);
  return page.evaluate(
    async ({ url, files, protocol, rounds }) => {
      const main = 'src/index.ts';
      const options = { rules: [], cdn: 'https://cdn.example' };
      /** @param {Record<string, string>} files */
      const question = (files) =>
        protocol === 'plain'
          ? { files, main }
          : {
              id: String(Math.random()),
              type: 'APPLY',
              path: ['compile'],
              argumentList: [files, main, options].map((value) => ({ type: 'RAW', value })),
            };
      const began = performance.now();
      const worker = new Worker(url, { type: 'module' });
      /** @param {Record<string, string>} files */
      const build = (files) =>
        new Promise((resolve, reject) => {
          worker.onerror = () => reject(new Error(`${url} failed`));
          worker.onmessage = ({ data }) => {
            if (protocol === 'comlink' && data.value?.ok !== true) {
              reject(new Error(`not compiled: ${JSON.stringify(data.value)}`));
            }
            resolve(data);
          };
          worker.postMessage(question(files));
        });
      await build(files);
      const first = performance.now() - began;
      const again = [];
      for (let round = 0; round < rounds; round += 1) {
        const edited = { ...files, [main]: `${files[main]}\nconst edit${round} = ${round};\n` };
        const from = performance.now();
        await build(edited);
        again.push(performance.now() - from);
      }
      worker.terminate();
      return { first, again };
    },
    { url, files, protocol, rounds },
  );
}

/**
 * A project of so many TypeScript modules of some 30 lines: each is imported by one, and imports two.
 *
 * @param {number} size
 */
function projectOf(size) {
  /** @type {Record<string, string>} */
  const files = {};
  for (let index = 0; index < size; index += 1) {
    const below = [2 * index + 1, 2 * index + 2].filter((other) => other < size);
    files[index === 0 ? 'src/index.ts' : `src/module${index}.ts`] = moduleText(index, below);
  }
  return files;
}

/** @param {number} index @param {readonly number[]} below */
function moduleText(index, below) {
  return `${below.map((other) => `import { handle${other}, type Item${other} } from './module${other}';`).join('\n')}

export interface Item${index} {
  readonly id: string;
  readonly tags: readonly string[];
  readonly parts?: ReadonlyArray<${below.map((other) => `Item${other}`).join(' | ') || 'never'}>;
}

enum Kind { Small, Large = 10 }

export class Store${index}<T extends Item${index}> {
  readonly #items = new Map<string, T>();
  constructor(private readonly limit: number = 100) {}
  add(item: T): this {
    if (this.#items.size >= this.limit) throw new RangeError(\`more than \${this.limit} items\`);
    this.#items.set(item.id, item);
    return this;
  }
  get kind(): Kind {
    return this.#items.size > 10 ? Kind.Large : Kind.Small;
  }
}

export async function handle${index}(request: Request): Promise<Item${index}[]> {
  const store = new Store${index}<Item${index}>();
  const text: string = await request.text();
  for (const id of text.split(',')) store.add({ id, tags: [id.toUpperCase()] as const });
  ${below.map((other) => `await handle${other}(request.clone());`).join('\n  ')}
  return store.kind === Kind.Small ? [] : [{ id: 'many', tags: [] }];
}
${index === 0 ? '\nexport default { fetch: async (request: Request) => Response.json(await handle0(request)) };' : ''}
`;
}

/**
 * What the tests of an isolate's life have: one page for all of a process's tests, each with a worker
 * service of its own, so that generations count from 1 and nobody's aborts slow another.
 */
import { test as base, type ConsoleMessage, type Worker } from '@playwright/test';
import type { DispatchInit, DispatchResult, RuntimeEvent } from '../../runtime-worker/index';
import { expect, Playground, type Settled } from '../fixtures';

export { expect };

/** One test's worker service in the page that it shares. */
export class Life extends Playground {
  readonly service: string;
  readonly #since: number;
  readonly #witnessed: string[] = [];
  readonly #witnesses = new Set<Worker>();

  constructor(playground: Playground, service: string, since: number) {
    super(playground.page);
    this.service = service;
    this.#since = since;
  }

  /**
   * For the test's worker: `witness(text)` says that code ran, past the supervisor, which ignores what
   * a dead isolate says. The runtime leaves `console.clear` to the browser, whose DevTools hear it.
   */
  get witness(): string {
    return `const witness = (text) => console.clear('${this.service}: ' + text);`;
  }

  readonly hear = (message: ConsoleMessage): void => {
    const [service, text] = message.text().split(': ');
    if (message.type() !== 'clear' || service !== this.service || text === undefined) return;
    this.#witnessed.push(text);
    const worker = message.worker();
    if (worker) this.#witnesses.add(worker);
  };

  /** What `witness()` said, oldest first, once the threads that said it have ended. */
  async witnessedToTheEnd(): Promise<readonly string[]> {
    const running = () => this.page.workers().filter((worker) => this.#witnesses.has(worker));
    await expect.poll(running).toEqual([]);
    return this.#witnessed;
  }

  /** Another worker service in the same page. */
  beside(): Life {
    return new Life(this, `${this.service}-beside`, this.#since);
  }

  override open(
    files: Record<string, string>,
    configuration: Record<string, unknown> = {},
  ): Promise<void> {
    const wrangler = JSON.stringify({ name: this.service, ...configuration });
    return super.open({ 'wrangler.jsonc': wrangler, ...files });
  }

  override openWorker(source: string, configuration: Record<string, unknown> = {}): Promise<void> {
    return this.open({ 'worker.js': source }, configuration);
  }

  /** What happened since the test began. */
  override async events(): Promise<RuntimeEvent[]> {
    const all = await this.page.evaluate(
      (since) => window.isolab.events().slice(since),
      this.#since,
    );
    return all.filter(({ service }) => service === this.service);
  }

  /** Fires them in one go, in order, and reads what comes. */
  fetchAll(paths: readonly string[]): Promise<Settled[]> {
    return this.page.evaluate(
      (paths) =>
        Promise.all(
          paths.map(async (path): Promise<Settled> => {
            try {
              const response = await window.isolab.fetch(path);
              return { how: 'resolved', status: response.status, text: await response.text() };
            } catch (error) {
              const { name, message, stack } = error as Error;
              return { how: 'rejected', name, message, stack: String(stack) };
            }
          }),
        ),
      paths,
    );
  }

  dispatch(event: DispatchInit): Promise<DispatchResult> {
    return this.page.evaluate((event) => window.isolab.dispatch(event), event);
  }

  abortIsolate(reason?: string): Promise<void> {
    return this.page.evaluate((reason) => window.isolab.abortIsolate(reason), reason);
  }

  /** Resolves when an event of this service has the fields of `pattern`. */
  async until(pattern: Partial<RuntimeEvent>): Promise<void> {
    await this.page.evaluate(
      ({ pattern, since, service }) =>
        new Promise<void>((seen) => {
          const matches = (event: object) =>
            Object.entries({ ...pattern, service }).every(
              ([key, value]) => Reflect.get(event, key) === value,
            );
          const { isolab } = window;
          if (isolab.events().slice(since).some(matches)) seen();
          else {
            const stop = isolab.subscribe((event) => {
              if (!matches(event)) return;
              stop();
              seen();
            });
          }
        }),
      { pattern, since: this.#since, service: this.service },
    );
  }

  /** What `witness()` said so far, oldest first. */
  witnessed(): readonly string[] {
    return this.#witnessed;
  }
}

interface WorkerFixtures {
  readonly sharedPlayground: Playground;
}

export const test = base.extend<{ readonly life: Life }, WorkerFixtures>({
  sharedPlayground: [
    async ({ browser }, use, { project }) => {
      const { baseURL } = project.use;
      const page = await browser.newPage(baseURL === undefined ? {} : { baseURL });
      await page.route('**/assets/MonacoEditor-*.js', (route) => route.abort());
      const playground = new Playground(page);
      await playground.goto();
      await use(playground);
      await page.close();
    },
    { scope: 'worker' },
  ],
  life: async ({ sharedPlayground }, use, { testId }) => {
    const since = (await sharedPlayground.events()).length;
    const life = new Life(sharedPlayground, `life-${testId}`, since);
    sharedPlayground.page.on('console', life.hear);
    await use(life);
    sharedPlayground.page.off('console', life.hear);
  },
});

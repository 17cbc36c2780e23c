import { expect } from '@playwright/test';
import type { RuntimeEvent } from '../../runtime-worker/index';
import type { Tab } from './engine';
import { expressionOf, inWords, type Target } from './find';

/** What a journey hands in and out of a page: it goes as JSON. */
export type Data =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Data[]
  | { readonly [key: string]: Data };

/** How a promise settled, as data that leaves the page. */
export type Settled =
  | { readonly how: 'resolved'; readonly status: number; readonly text: string }
  | { readonly how: 'rejected'; readonly name: string; readonly message: string };

/** A visit of the page, in whichever engine: what a person does and sees, and `window.isolab`. */
export class Visit {
  readonly #tab: Tab;

  constructor(tab: Tab) {
    this.#tab = tab;
  }

  /** Opens an address, and waits until the first isolate can be started. */
  async goto(url: string): Promise<void> {
    await this.#tab.goto(url);
    await this.until(() => 'isolab' in window, undefined, 'the page to start');
    await this.evaluate(() => window.isolab.ready);
  }

  /** Opens the same address again, as the key for it does. */
  async reload(): Promise<void> {
    await this.goto(await this.evaluate(() => location.href.replace(/#.*/, '')));
  }

  /** Runs a function in the page. It may use nothing from around it. Rejects with what it throws. */
  async evaluate<Result>(run: () => Result | Promise<Result>): Promise<Result>;
  async evaluate<Given extends Data, Result>(
    run: (given: Given) => Result | Promise<Result>,
    given: Given,
  ): Promise<Result>;
  async evaluate(run: (given: never) => unknown, given?: Data): Promise<unknown> {
    const text = await this.#tab.evaluate(`(${inPage})(${run}, ${JSON.stringify(given)})`);
    const answer: { value?: unknown; error?: string } = JSON.parse(text);
    if (answer.error !== undefined) throw new Error(`In the page: ${answer.error}`);
    return answer.value;
  }

  /** Waits until a function in the page gives something true. */
  async until<Given extends Data>(
    holds: (given: Given) => unknown,
    given: Given,
    what: string,
  ): Promise<void> {
    await expect
      .poll(async () => Boolean(await this.#holds(holds, given)), { message: `waits for ${what}` })
      .toBe(true);
  }

  #holds<Given extends Data>(holds: (given: Given) => unknown, given: Given): Promise<unknown> {
    return this.evaluate(holds, given);
  }

  /** Waits until there is such an element, and clicks it. */
  async click(target: Target): Promise<void> {
    await this.see(target);
    await this.#tab.click(expressionOf(target));
  }

  /** Replaces the text of a field. */
  async fill(target: Target, text: string): Promise<void> {
    await this.click(target);
    await this.press('Control+a');
    await this.type(text);
  }

  /** Types where the focus is. */
  type(text: string): Promise<void> {
    return this.#tab.type(text);
  }

  /** Presses keys together: `Control+a`. */
  press(keys: string): Promise<void> {
    return this.#tab.press(keys);
  }

  /** Waits until there is such an element to be seen. */
  async see(target: Target): Promise<void> {
    await expect
      .poll(() => this.sees(target), { message: `looks for ${inWords(target)}` })
      .toBe(true);
  }

  /** Whether there is such an element to be seen now. */
  async sees(target: Target): Promise<boolean> {
    const told = await this.#tab.evaluate(
      `Promise.resolve(String(${expressionOf(target)} !== null))`,
    );
    return told === 'true';
  }

  /** What is written in an element; nothing where there is none. */
  async text(target: Target): Promise<string> {
    const text = await this.#tab.evaluate(
      `Promise.resolve(${expressionOf(target)}?.textContent ?? '')`,
    );
    return text;
  }

  /** What is written in each of the elements that a CSS selector finds. */
  texts(selector: string): Promise<string[]> {
    return this.evaluate(
      (selector) =>
        Array.from(document.querySelectorAll(selector), ({ textContent }) => textContent ?? ''),
      selector,
    );
  }

  /** The rows of the request list, newest first. */
  requests(): Promise<string[]> {
    return this.texts('[role=listbox][aria-label^=Requests] [role=option]');
  }

  /** Waits until the page says this somewhere where it can be read. */
  async reads(words: string): Promise<void> {
    await this.until(
      // biome-ignore lint/performance/useDomNodeTextContent: only what can be seen counts
      (words) => document.body.innerText.replace(/\s+/g, ' ').includes(words),
      words,
      `the words: ${words}`,
    );
  }

  /**
   * The open story with slow requests that are slower and a larger limit, and nothing else changed: on a machine
   * that is busy they would be done before the abort, or be taken for loops.
   */
  slowStory(): Promise<void> {
    return this.evaluate(async () => {
      const { files } = window.isolab.project();
      const code = String(files['src/index.ts']).replace('resolve, 2000', 'resolve, 120_000');
      const configuration = String(files['wrangler.jsonc']).replace(
        '{',
        '{ "limits": { "cpu_ms": 30000 },',
      );
      await window.isolab.open({
        files: { ...files, 'src/index.ts': code, 'wrangler.jsonc': configuration },
      });
    });
  }

  open(files: Record<string, string>): Promise<void> {
    return this.evaluate((files) => window.isolab.open({ files }), files);
  }

  /** Opens a project of one JavaScript module. */
  openWorker(source: string, configuration: Record<string, Data> = {}): Promise<void> {
    return this.open({ 'worker.js': source, 'wrangler.jsonc': JSON.stringify(configuration) });
  }

  async fetch(path: string): Promise<Settled> {
    const [settled] = await this.fetchAll([path]);
    if (!settled) throw new Error('Nothing was fetched.');
    return settled;
  }

  /** Fires them in one go, in order, and reads what comes. */
  fetchAll(paths: readonly string[]): Promise<Settled[]> {
    return this.evaluate(
      (paths) =>
        Promise.all(
          paths.map(async (path): Promise<Settled> => {
            try {
              const response = await window.isolab.fetch(path);
              return { how: 'resolved', status: response.status, text: await response.text() };
            } catch (error) {
              // What a request rejects with is an error.
              const { name, message } = error as Error;
              return { how: 'rejected', name, message };
            }
          }),
        ),
      paths,
    );
  }

  events(): Promise<RuntimeEvent[]> {
    return this.evaluate(() => window.isolab.events());
  }

  /** Fills in the request bar and presses Send. */
  async send(path: string): Promise<void> {
    const within = { role: 'form', name: 'Request' } as const;
    await this.fill({ role: 'textbox', name: 'Path or URL', within }, path);
    await this.click({ role: 'button', name: 'Send', within });
  }

  async eventsOf<Type extends RuntimeEvent['type']>(
    type: Type,
  ): Promise<Extract<RuntimeEvent, { type: Type }>[]> {
    const events = await this.events();
    return events.filter(
      (event): event is Extract<RuntimeEvent, { type: Type }> => event.type === type,
    );
  }
}

/** Runs in the page. */
async function inPage(run: (given: Data) => unknown, given: Data): Promise<string> {
  try {
    return JSON.stringify({ value: await run(given) });
  } catch (error) {
    return JSON.stringify({ error: String(error) });
  }
}

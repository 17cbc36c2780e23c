/**
 * A browser of its own over the DevTools protocol: Playwright gives a whole page up where only a frame's
 * process died.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { findBrowser } from '../scripts/browser.mjs';

interface Answer {
  readonly id?: number;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

interface Target {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}

export class DevTools {
  readonly #commands: Writable;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  readonly #close: () => Promise<void>;
  #lastId = 0;

  private constructor(commands: Writable, answers: Readable, close: () => Promise<void>) {
    this.#commands = commands;
    this.#close = close;
    let text = '';
    answers.setEncoding('utf8');
    answers.on('data', (chunk: string) => {
      const messages = (text + chunk).split('\0');
      text = messages.pop() ?? '';
      for (const message of messages) {
        const answer: Answer = JSON.parse(message);
        if (answer.id !== undefined) this.#waiting.get(answer.id)?.(answer);
      }
    });
  }

  static async launch(): Promise<DevTools> {
    const browser = await findBrowser();
    if (!browser) throw new Error('No Chromium or Chrome was found: `npm test` installs one.');
    const profile = await mkdtemp(join(tmpdir(), 'isolab-'));
    const flags = ['--headless', '--remote-debugging-pipe', `--user-data-dir=${profile}`];
    const child = spawn(browser.executablePath, [...browser.args, ...flags], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    });
    const closed = new Promise((resolve) => child.once('exit', resolve));
    // With stdio as above the two are streams.
    const [, , , commands, answers] = child.stdio as [null, null, null, Writable, Readable];
    return new DevTools(commands, answers, async () => {
      child.kill();
      await closed;
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    });
  }

  /** Opens a page; gives how to evaluate an expression in it, whose value is data or a promise of some. */
  async open(url: string): Promise<(expression: string) => Promise<unknown>> {
    const { targetId } = await this.#send('Target.createTarget', { url });
    const session = await this.#attach(String(targetId));
    return async (expression) => {
      const { result, exceptionDetails } = await this.#send(
        'Runtime.evaluate',
        { expression, awaitPromise: true, returnByValue: true },
        session,
      );
      if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
      return (result as { readonly value?: unknown }).value;
    };
  }

  /** Ends the process of the frame that shows `path`. */
  async crashFrame(path: string): Promise<void> {
    const { targetInfos } = await this.#send('Target.getTargets');
    const frame = (targetInfos as readonly Target[]).find(
      ({ type, url }) => type === 'iframe' && new URL(url).pathname === path,
    );
    if (!frame) throw new Error(`No frame with a process of its own shows ${path}.`);
    // Whoever dies does not answer.
    void this.#send('Page.crash', {}, await this.#attach(frame.targetId));
  }

  close(): Promise<void> {
    return this.#close();
  }

  async #attach(targetId: string): Promise<string> {
    const { sessionId } = await this.#send('Target.attachToTarget', { targetId, flatten: true });
    return String(sessionId);
  }

  #send(method: string, params: object = {}, sessionId?: string): Promise<Record<string, unknown>> {
    this.#lastId += 1;
    const id = this.#lastId;
    this.#commands.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, ({ result, error }) => {
        this.#waiting.delete(id);
        if (error) reject(new Error(`${method}: ${error.message}`));
        else resolve(result ?? {});
      });
    });
  }
}

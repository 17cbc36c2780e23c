import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Readable } from 'node:stream';
import { Builder, Capabilities, Key, type WebDriver, WebElement } from 'selenium-webdriver';
import type { WebKit } from '../../scripts/engines.mjs';
import type { Engine, Tab } from './engine';

/** WebKitGTK's MiniBrowser over WebDriver, by Selenium, on a screen that nobody sees. */
export async function startWebKit({ driver, browser, screen }: WebKit): Promise<Engine> {
  const display = await startScreen(screen);
  const server = await startDriver(driver, display.name);
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
  });
  const begin = async () => {
    const session = new Builder().usingServer(server.url).withCapabilities(capabilities);
    const started = await session.build();
    await started.manage().setTimeouts({ script: 120_000, pageLoad: 120_000 });
    return started;
  };
  let session = await begin();
  let used = false;
  const told = await session.getCapabilities();
  return {
    name: 'webkit',
    version: `WebKitGTK ${told.getBrowserVersion()}`,
    async visit() {
      // A session begins with nothing, and there is one at a time.
      if (used) {
        await session.quit();
        session = await begin();
      }
      used = true;
      return tabOf(session);
    },
    async close() {
      await end(server.child);
      await end(display.child);
    },
  };
}

/** A screen of its own, with a number that is free. */
async function startScreen(program: string): Promise<{ child: ChildProcess; name: string }> {
  const child = spawn(
    program,
    ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  endWithUs(child);
  // With stdio as above it is a stream.
  const [number] = await once(child.stdio[3] as Readable, 'data');
  return { child, name: `:${String(number).trim()}` };
}

async function startDriver(program: string, display: string) {
  const port = await freePort();
  const child = spawn(program, [`--port=${port}`], {
    stdio: 'ignore',
    // A group of its own, to which the browsers that it starts belong.
    detached: true,
    env: {
      ...process.env,
      DISPLAY: display,
      WAYLAND_DISPLAY: undefined,
      GDK_BACKEND: 'x11',
      // Painted by the processor: what would be a graphics card's work takes it twice as long.
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    },
  });
  endWithUs(child);
  const url = `http://127.0.0.1:${port}`;
  await untilItAnswers(`${url}/status`, child);
  return { child, url };
}

/** A port that nobody listens at: the driver does not say which one it took. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (!address || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}

async function untilItAnswers(url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`WebKit's driver ended (${child.exitCode}).`);
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function endWithUs(child: ChildProcess): void {
  process.once('exit', () => kill(child));
}

/** Resolves when it has ended, with all that it started. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  kill(child);
  await ended;
}

function kill(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}

function tabOf(session: WebDriver): Tab {
  let last = 0;
  return {
    goto: (url) => session.get(url),
    async evaluate(expression) {
      last += 1;
      const answer = () => session.executeAsyncScript<string>(begunOnce(expression), last);
      try {
        return await answer();
      } catch (error) {
        // Now and then the driver loses what a script answered.
        if (!String(error).includes('Could not parse script result')) throw error;
        return answer();
      }
    },
    async click(expression) {
      const element = await session.executeScript(`return ${expression};`);
      if (!(element instanceof WebElement)) throw new Error(`No element: ${expression}`);
      await element.click();
    },
    type: (text) => session.actions().sendKeys(text).perform(),
    async press(keys) {
      const names = keys.split('+').map(keyOf);
      const actions = session.actions();
      for (const name of names) actions.keyDown(name);
      for (const name of names.toReversed()) actions.keyUp(name);
      await actions.perform();
    },
  };
}

/** A script that gives what a promise comes to. With the same number it is not begun again, only waited for. */
const begunOnce = (expression: string) => `
  const [number, give] = arguments;
  const begun = (window.begunByJourney ??= new Map());
  if (!begun.has(number)) begun.set(number, ${expression});
  begun.get(number).then(give);`;

/** WebDriver's character for a key. */
function keyOf(name: string): string {
  const key: unknown = Reflect.get(Key, name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase());
  return typeof key === 'string' ? key : name;
}

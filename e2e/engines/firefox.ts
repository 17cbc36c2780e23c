import puppeteer, { type BrowserContext, type ElementHandle, type KeyInput } from 'puppeteer-core';
import type { Engine, Tab } from './engine';

/** A stock Firefox over WebDriver BiDi, by Puppeteer. */
export async function startFirefox(executablePath: string): Promise<Engine> {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
  let context: BrowserContext | undefined;
  return {
    name: 'firefox',
    version: (await browser.version()).replace('/', ' '),
    async visit() {
      await context?.close();
      context = await browser.createBrowserContext();
      return tabOf(context);
    },
    async close() {
      // Not `browser.close()`: that asks, and whoever hangs does not answer.
      const child = browser.process();
      if (!child || child.exitCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function tabOf(context: BrowserContext): Promise<Tab> {
  const page = await context.newPage();
  return {
    async goto(url) {
      await page.goto(url);
    },
    async evaluate(expression) {
      return String(await page.evaluate(expression));
    },
    async click(expression) {
      const element = (await page.evaluateHandle(expression)).asElement();
      if (!element) throw new Error(`No element: ${expression}`);
      // It says Node; what the expression finds is an element.
      await (element as ElementHandle<Element>).click();
      await element.dispose();
    },
    type: (text) => page.keyboard.type(text),
    async press(keys) {
      // Names of keys, which Puppeteer lists in a type of its own.
      const names = keys.split('+') as KeyInput[];
      for (const name of names) await page.keyboard.down(name);
      for (const name of names.toReversed()) await page.keyboard.up(name);
    },
  };
}

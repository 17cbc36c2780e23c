import { type BrowserContext, chromium } from '@playwright/test';
import type { Browser } from '../../scripts/browser.mjs';
import type { Engine, Tab } from './engine';

/** Chromium over the DevTools protocol, by Playwright. */
export async function startChromium({ executablePath, args }: Browser): Promise<Engine> {
  const browser = await chromium.launch({
    executablePath,
    args: [...args],
    chromiumSandbox: !args.includes('--no-sandbox'),
  });
  let context: BrowserContext | undefined;
  return {
    name: 'chromium',
    version: `Chromium ${browser.version()}`,
    async visit() {
      await context?.close();
      context = await browser.newContext();
      return tabOf(context);
    },
    close: () => browser.close(),
  };
}

async function tabOf(context: BrowserContext): Promise<Tab> {
  const page = await context.newPage();
  return {
    async goto(url) {
      await page.goto(url);
    },
    evaluate: (expression) => page.evaluate(expression),
    async click(expression) {
      const element = (await page.evaluateHandle<Element>(expression)).asElement();
      if (!element) throw new Error(`No element: ${expression}`);
      await element.click();
      await element.dispose();
    },
    type: (text) => page.keyboard.type(text),
    press: (keys) => page.keyboard.press(keys),
  };
}

import { findEngines } from '../../scripts/engines.mjs';
import { startChromium } from './chromium';
import type { Engine, EngineName } from './engine';
import { startFirefox } from './firefox';
import { startWebKit } from './webkit';

/** Starts the installed browser of an engine. */
export async function start(name: EngineName): Promise<Engine> {
  const found = await findEngines();
  if (name === 'chromium' && found.chromium) return startChromium(found.chromium);
  if (name === 'firefox' && found.firefox) return startFirefox(found.firefox);
  if (name === 'webkit' && found.webkit) return startWebKit(found.webkit);
  throw new Error(`There is no ${name} here: \`npm run test:engines\` says how to install it.`);
}

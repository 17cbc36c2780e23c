// `npm run test:engines`: the same journeys in Chromium, Firefox and WebKit. What follows `--` goes to
// Playwright.
import { existsSync } from 'node:fs';
import { installPackages } from './install.mjs';
import { root } from './run.mjs';
import { BUILD, conclude, failure, journeys, runStep } from './steps.mjs';

const installed = await installPackages(() => console.log('Installing packages …'));
if (installed.ok) await testEngines();
else {
  console.log(`${installed.error.trimEnd()}\nnpm could not install the packages.`);
  conclude([failure(installed.error)]);
}

async function testEngines() {
  // Only now: it imports what was just installed.
  const { ensureEngines } = await import('./engines.mjs');
  const { engines, missing } = await ensureEngines((what) => console.log(`Installing ${what} …`));
  // Not a failure: who has only Node and npm can do nothing about it.
  for (const line of missing) console.log(line);
  if (Object.keys(engines).length === 0) {
    conclude([]);
    return;
  }
  // After `npm test` the build is there; after an edit `npm run build` makes a new one.
  const built = existsSync(`${root}dist/index.html`) ? [] : [await runStep(BUILD)];
  if (built.some(({ failed }) => failed > 0)) conclude(built);
  else conclude([...built, await journeys(process.argv.slice(2))]);
}

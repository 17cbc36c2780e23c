// `npm test`: everything, from a fresh clone on. What follows `--` goes to Playwright.
import { installPackages } from './install.mjs';
import { BUILD, CHECKS, conclude, endToEndTests, failure, runStep } from './steps.mjs';

const installed = await installPackages(() => console.log('Installing packages …'));
if (installed.ok) await testAll();
else {
  console.log(`${installed.error.trimEnd()}\nnpm could not install the packages.`);
  conclude([failure(installed.error)]);
}

async function testAll() {
  // Only now: it imports what was just installed.
  const { ensureBrowser } = await import('./browser.mjs');
  const found = await ensureBrowser((what) => console.log(`Installing ${what} …`));
  if (!found.ok) {
    console.log(found.error);
    conclude([failure(found.error)]);
    return;
  }
  const checked = await Promise.all(CHECKS.map(runStep));
  const built = await runStep(BUILD);
  const endToEnd = endToEndTests(process.argv.slice(2));
  const tested = await runStep(
    built.failed === 0
      ? endToEnd
      : { name: endToEnd.name, run: async () => failure('There is no build to test.') },
  );
  conclude([...checked, built, tested]);
}

/** What the editor knows of the code and its configuration. */
import { expect, test } from '../fixtures';
import { Workbench } from '../workbench';

test.use({ editor: true });

const USES_BINDINGS = `export default {
  async fetch(request, env) {
    const count: string | null = await env.KV.get('count');
    return new Response(count ?? env.GREETNG);
  },
} satisfies ExportedHandler<Env>;
`;

const CONFIGURATION = `{
  "main": "src/index.ts",
  "compatibility_date": "2026-11-17",
  "vars": { "GREETING": "Hello" },
  "kv_namespaces": [{ "binding": "KV", "id": "1" }]
}
`;

test('Env has the types of wrangler.jsonc, and follows it', async ({ playground }) => {
  const { page } = playground;
  const workbench = new Workbench(page);
  await playground.open({ 'src/index.ts': USES_BINDINGS, 'wrangler.jsonc': CONFIGURATION });
  await expect(page.locator('.monaco-editor .squiggly-error')).toHaveCount(1);
  await workbench.seeOnHover(
    workbench.codeWord('GREETNG'),
    "Property 'GREETNG' does not exist on type 'Env'. Did you mean 'GREETING'?",
  );
  await workbench.openFile('wrangler.jsonc');
  await workbench.pasteInEditor(CONFIGURATION.replace('GREETING', 'GREETNG'));
  await workbench.openFile('src/index.ts');
  await expect(workbench.codeLine('GREETNG')).toBeVisible();
  await expect(page.locator('.monaco-editor .squiggly-error')).toHaveCount(0);
  await workbench.seeOnHover(workbench.codeWord('GREETNG'), 'GREETNG: "Hello"');
});

test('a project that takes the place of another is checked anew, though its paths are the same', async ({
  playground,
}) => {
  const { page } = playground;
  const squiggles = page.locator('.monaco-editor .squiggly-error');
  await playground.open({ 'src/index.ts': "const count: number = 'one';\nexport default {};\n" });
  await expect(squiggles).toHaveCount(1);
  await playground.open({ 'src/index.ts': 'export default {};\nexport const two: string = 2;\n' });
  await expect(new Workbench(page).codeLine('two')).toBeVisible();
  await expect(squiggles).toHaveCount(1);
  await new Workbench(page).seeOnHover(
    new Workbench(page).codeWord('two'),
    "Type 'number' is not assignable to type 'string'.",
  );
});

test('each Worker of the project has an Env of its own', async ({ playground }) => {
  const { page } = playground;
  const workbench = new Workbench(page);
  await playground.open({
    'src/index.ts': `export default { fetch: (_, env) => env.API.fetch('https://api/') } satisfies ExportedHandler<Env>;\n`,
    'wrangler.jsonc': '{ "services": [{ "binding": "API", "service": "api" }] }',
    'workers/api/wrangler.jsonc': '{ "main": "index.ts", "vars": { "LIMIT": 3 } }',
    'workers/api/index.ts': `export default {
  fetch(_, env): Response {
    return new Response(env.API ?? env.LIMIT.toFixed());
  },
} satisfies ExportedHandler<Env>;
`,
  });
  await workbench.seeOnHover(workbench.codeWord('API'), 'fetch(input: RequestInfo');
  await page.keyboard.press('Escape');
  await page.mouse.move(0, 0);
  await workbench.openFile('workers/api/index.ts');
  await expect(page.locator('.monaco-editor .squiggly-error')).toHaveCount(1);
  await workbench.seeOnHover(workbench.codeWord('LIMIT'), 'LIMIT: 3');
});

test('wrangler.jsonc is checked, explained and completed by the schema of wrangler', async ({
  playground,
}) => {
  const { page } = playground;
  const workbench = new Workbench(page);
  await playground.open({
    'src/index.js': 'export default { fetch: () => new Response() };\n',
    'wrangler.jsonc': `{
  "$schema": "node_modules/wrangler/config-schema.json",
  "main": "src/index.js",
  "compatibility_date": "2026-11-17",
  "workers_dev": "no",
  "isolab": {  }
}
`,
  });
  await workbench.openFile('wrangler.jsonc');
  await workbench.seeOnHover(workbench.codeWord('"no"'), 'Incorrect type. Expected "boolean".');
  await workbench.seeOnHover(
    workbench.codeWord('"compatibility_date"'),
    'A date in the form yyyy-mm-dd',
  );
  await workbench.codeLine('isolab').click();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Control+Space');
  const suggestions = page.locator('.suggest-widget');
  await expect(suggestions.getByText('policy').first()).toBeVisible();
  await page.keyboard.type('pol');
  await page.keyboard.press('Enter');
  await expect(suggestions.getByText('condemn').first()).toBeVisible();
});

test('abortIsolate says what it does here, in production and under workerd', async ({
  playground,
}) => {
  const workbench = new Workbench(playground.page);
  await workbench.codeWord('abortIsolate').hover();
  const hover = playground.page.locator('.monaco-hover:visible');
  await expect(hover).toContainText('In production it does what exceeding twice the memory limit');
  await expect(hover).toContainText('Under workerd');
  await expect(hover.getByRole('link', { name: 'about isolates' })).toHaveAttribute(
    'data-href',
    /developers\.cloudflare\.com/,
  );
});

test('a definition in another file opens in its tab: by F12, and by a click with Ctrl', async ({
  playground,
}) => {
  const { page } = playground;
  const workbench = new Workbench(page);
  await playground.open({
    'src/index.ts': `import { greet } from './greet';
export default { fetch: () => new Response(greet('you')) };
`,
    'src/greet.ts': `import { name } from './name.js';
export const greet = (who: string) => name + who;
`,
    'src/name.js': `export const name = 'Hello';\n`,
  });
  // Before TypeScript has read all files, F12 goes no further than to the import.
  await expect(async () => {
    await page.keyboard.press('Escape');
    await workbench.codeWord('greet').click();
    await page.keyboard.press('F12');
    const opened = page.getByRole('tab', { name: /greet\.ts/, selected: true });
    await expect(opened).toBeVisible({ timeout: 5000 });
  }).toPass();
  await expect(workbench.codeLine('export const greet')).toBeVisible();
  await workbench
    .codeLine('name + who')
    .getByText('name', { exact: true })
    .click({
      modifiers: ['ControlOrMeta'],
    });
  await expect(page.getByRole('tab', { name: /name\.js/, selected: true })).toBeVisible();
});

test('a definition outside of the project is shown read-only, with a way back', async ({
  playground,
}) => {
  const { page } = playground;
  const workbench = new Workbench(page);
  await playground.open({
    'src/index.ts': 'export default { fetch: () => new Response() } satisfies ExportedHandler;\n',
  });
  await workbench.codeWord('ExportedHandler').click();
  await page.keyboard.press('F12');
  await expect(page.locator('.declarations-line')).toContainText(
    '@cloudflare/workers-types/index.d.ts',
  );
  await expect(workbench.codeLine('interface ExportedHandler')).toBeVisible();
  await page.getByRole('button', { name: /^Back to src\/index\.ts/ }).click();
  await expect(workbench.codeLine('satisfies ExportedHandler')).toBeVisible();
});

test('a symbol is renamed in every file, open or not', async ({ playground }) => {
  const { page } = playground;
  const workbench = new Workbench(page);
  await playground.open({
    'src/index.ts': `import { greet } from './greet';\nexport default { fetch: () => new Response(greet()) };\n`,
    'src/greet.ts': `export const greet = () => 'Hello';\n`,
  });
  await workbench
    .codeLine('import')
    .getByText('greet', { exact: true })
    .or(workbench.codeWord('greet'))
    .first()
    .click();
  await page.keyboard.press('F2');
  await page.locator('.rename-input').fill('welcome');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => workbench.file('src/greet.ts'))
    .toBe("export const welcome = () => 'Hello';\n");
  expect(await playground.fetch('/')).toMatchObject({ text: 'Hello' });
});

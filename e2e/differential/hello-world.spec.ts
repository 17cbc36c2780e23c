import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, test } from '../fixtures';
import { serveWithWorkerd } from './workerd';

/** The last of create-cloudflare that still says it runs on Node 20. */
const CREATE_CLOUDFLARE = 'create-cloudflare@2.67.4';

/** The files of the TypeScript hello-world template, as npm serves them. */
function helloWorldTemplate(): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'isolab-template-'));
  try {
    const packed = execFileSync('npm', ['pack', CREATE_CLOUDFLARE, '--json', '--silent'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const [{ filename }] = JSON.parse(packed);
    execFileSync('tar', ['-xzf', filename], { cwd: folder });
    return readFolder(join(folder, 'package/templates/hello-world/ts'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readFolder(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(folder, path), readFileSync(path, 'utf8')]),
  );
}

test('the hello-world template answers as workerd does, also after an abort', async ({
  playground,
}) => {
  const files = helloWorldTemplate();
  expect(Object.keys(files)).toContain('wrangler.jsonc');
  await using real = await serveWithWorkerd(files);
  const response = await fetch(real.url);
  const expected = {
    status: response.status,
    type: response.headers.get('content-type'),
    text: await response.text(),
  };
  expect(expected.text).toBe('Hello World!');

  await playground.open(files);
  const answer = () =>
    playground.page.evaluate(async () => {
      const response = await window.isolab.fetch('/');
      return {
        status: response.status,
        type: response.headers.get('content-type'),
        text: await response.text(),
      };
    });
  expect(await answer()).toEqual(expected);
  await playground.page.evaluate(() => window.isolab.abortIsolate('poisoned'));
  expect(await answer()).toEqual(expected);
  expect((await playground.eventsOf('request.ended')).at(-1)).toMatchObject({ generation: 2 });
});

/** Files that are no text, where the code would stand. */
import { expect, test } from '../fixtures';
import { Workbench } from '../workbench';

const WORKER = 'export default { fetch: () => new Response() };\n';

/** A PNG of one pixel. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

test('an image is shown as an image, and as its bytes', async ({ playground }) => {
  const { page } = playground;
  await page.evaluate(
    ([worker, png]) => {
      const image = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
      return window.isolab.open({ files: { 'worker.js': worker, 'pixel.png': image } });
    },
    [WORKER, PIXEL] as const,
  );
  await new Workbench(page).openFile('pixel.png');
  await expect(page.getByRole('img', { name: 'pixel.png' })).toBeVisible();
  await expect(page.getByText('1 × 1 pixels')).toBeVisible();
  await page.getByText('Bytes', { exact: true }).click();
  await expect(page.getByRole('region', { name: 'Bytes of pixel.png' })).toContainText('PNG');
});

test('other bytes are shown by type, size and value, to the last one', async ({ playground }) => {
  const { page } = playground;
  await page.evaluate((worker) => {
    const wasm = new Uint8Array(100_000);
    wasm.set([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
    wasm[99_999] = 0xab;
    return window.isolab.open({ files: { 'worker.js': worker, 'big.wasm': wasm } });
  }, WORKER);
  await new Workbench(page).openFile('big.wasm');
  await expect(page.getByText('WebAssembly module')).toBeVisible();
  await expect(page.getByText('97.7 KB')).toBeVisible();
  const bytes = page.getByRole('region', { name: 'Bytes of big.wasm' });
  await expect(bytes).toContainText('00 61 73 6d');
  await bytes.focus();
  await page.keyboard.press('End');
  await expect(bytes).toContainText(/00018698.*ab/);
});

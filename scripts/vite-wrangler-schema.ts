import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** The last that still says it runs on Node 20. */
const WRANGLER = 'wrangler@4.86.0';

const ID = 'virtual:wrangler-schema';

/** npm keeps what belongs to no package there, and a new installation begins without it. */
const CACHE = resolve('node_modules/.cache/isolab');

/**
 * `import schema from 'virtual:wrangler-schema'` gives wrangler's JSON schema of its configuration, as
 * npm serves it. With wrangler as a dependency everyone would install its 195 MB for this one file.
 */
export function wranglerSchema(): Plugin {
  return {
    name: 'isolab:wrangler-schema',
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    async load(id) {
      if (id !== `\0${ID}`) return undefined;
      return { code: `export default ${await schemaText()};`, moduleType: 'js' };
    },
  };
}

async function schemaText(): Promise<string> {
  const file = join(CACHE, `${WRANGLER}-config-schema.json`);
  if (!existsSync(file)) {
    mkdirSync(CACHE, { recursive: true });
    const packed = execFileSync('npm', ['pack', WRANGLER, '--json', '--silent'], {
      cwd: CACHE,
      encoding: 'utf8',
    });
    const [{ filename }] = JSON.parse(packed);
    const schema = execFileSync('tar', ['-xzOf', filename, 'package/config-schema.json'], {
      cwd: CACHE,
      maxBuffer: 2 ** 24,
    });
    writeFileSync(file, schema);
  }
  return readFile(file, 'utf8');
}

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** The last whose `wrangler types` runs on Node 20: app/editor/fixtures has what it writes. */
const WRANGLER = 'wrangler@4.86.0';

const ID = 'virtual:wrangler-schema';

/** Where tools keep what a new installation may begin without. */
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
    // In one step, so that a build that is stopped half-way leaves no half of it.
    writeFileSync(`${file}.new`, fetchSchema());
    renameSync(`${file}.new`, file);
  }
  return readFile(file, 'utf8');
}

function fetchSchema(): Buffer {
  try {
    const packed = execFileSync('npm', ['pack', WRANGLER, '--json', '--silent'], {
      cwd: CACHE,
      encoding: 'utf8',
    });
    const [{ filename }] = JSON.parse(packed);
    return execFileSync('tar', ['-xzOf', filename, 'package/config-schema.json'], {
      cwd: CACHE,
      maxBuffer: 2 ** 24,
    });
  } catch (cause) {
    throw new Error(
      `The schema of wrangler.jsonc comes from npm at the first build, and ${WRANGLER} could not be had. Build again with a network.`,
      { cause },
    );
  }
}

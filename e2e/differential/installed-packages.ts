import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the npm packages are that real Workers import: development dependencies. */
export const PACKAGES = fileURLToPath(new URL('../../node_modules', import.meta.url));

/**
 * The folder of a package in a range of versions: a second major version is installed as `NAME-MAJOR`.
 * @returns `undefined` where it is not installed.
 */
export function packageFolder(name: string, range: string | undefined): string | undefined {
  const major = /\d+/.exec(range ?? '')?.[0];
  return [`${name}-${major}`, name]
    .map((folder) => join(PACKAGES, folder))
    .find((folder) => existsSync(join(folder, 'package.json')));
}

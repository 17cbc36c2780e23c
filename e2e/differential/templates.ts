/** The templates inside of the npm package `create-cloudflare`, as `npm create cloudflare` copies them. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

/** The last that still says it runs on Node 20. */
const CREATE_CLOUDFLARE = 'create-cloudflare@2.67.4';

type Files = Readonly<Record<string, string>>;

/** The files of templates, by their folders below `templates/`, as npm serves them. */
export function readTemplates<Name extends string>(names: readonly Name[]): Record<Name, Files> {
  const folder = mkdtempSync(join(tmpdir(), 'isolab-template-'));
  try {
    const packed = execFileSync('npm', ['pack', CREATE_CLOUDFLARE, '--json', '--silent'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const [{ filename }] = JSON.parse(packed);
    execFileSync('tar', ['-xzf', filename], { cwd: folder });
    const read = names.map((name) => [name, readFolder(join(folder, 'package/templates', name))]);
    // As many entries as names.
    return Object.fromEntries(read) as Record<Name, Files>;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readFolder(folder: string): Files {
  return Object.fromEntries(
    readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(folder, path), filledIn(readFileSync(path, 'utf8'))]),
  );
}

/** What `npm create cloudflare` writes in the places of its words. */
function filledIn(text: string): string {
  return text
    .replaceAll('<WORKER_NAME>', 'worker')
    .replaceAll('<PACKAGE_NAME>', 'worker')
    .replaceAll('<COMPATIBILITY_DATE>', '2026-08-01');
}

import type { ProjectFiles } from '../../runtime-worker/index';
import { problemOfFileNames } from '../share/file-names';
import { MADE_HERE } from '../take-out/workerd-config';
import { BringInError } from './bring-in-error';
import { jsoncOfToml } from './from-toml';
import { leftOutIn } from './left-out';

type Content = ProjectFiles[string];

interface Brought {
  readonly files: ProjectFiles;
  /** What was left out or changed on the way, a sentence each. */
  readonly said: readonly string[];
}

/**
 * Makes a project of files that came from outside, whose paths are as they came: those in one folder come
 * out of it, a `wrangler.toml` becomes a `wrangler.jsonc`.
 * @throws {BringInError}
 */
export function projectOf(
  entries: readonly (readonly [path: string, content: Content])[],
): Brought {
  const said: string[] = [];
  const leftOut = new Set<string>();
  const meant = entries.filter(([path]) => {
    const name = leftOutIn(path);
    if (name !== undefined) leftOut.add(name);
    return name === undefined;
  });
  for (const name of ['.DS_Store', '__MACOSX']) leftOut.delete(name);
  if (leftOut.size > 0) said.push(`Left out: ${[...leftOut].sort().join(', ')}.`);
  if (meant.length === 0) throw new BringInError('there are no files of a project in it');

  const root = commonFolder(meant.map(([path]) => path));
  const placed = meant.map(([path, content]) => [path.slice(root.length), content] as const);
  const problem = problemOfFileNames(placed.map(([path]) => path));
  if (problem !== undefined) throw new BringInError(problem);

  const files: Record<string, Content> = Object.create(null);
  for (const [path, content] of placed) files[path] = content;
  // It is made again from the project, and names modules in the folder that was left out.
  if (textOf(files['config.capnp']).startsWith(MADE_HERE)) delete files['config.capnp'];
  for (const path of Object.keys(files).filter(isToml)) {
    const folder = path.slice(0, -'wrangler.toml'.length);
    // Wrangler itself takes those before.
    const other = ['wrangler.jsonc', 'wrangler.json'].some((name) =>
      Object.hasOwn(files, folder + name),
    );
    if (other) continue;
    files[`${folder}wrangler.jsonc`] = jsoncOfToml(path, textOf(files[path]));
    delete files[path];
    said.push(`${path} was turned into ${folder}wrangler.jsonc.`);
  }
  return { files, said };
}

function isToml(path: string): boolean {
  return /^(?:workers\/[^/]+\/)?wrangler\.toml$/.test(path);
}

/** The folder that everything is in, with its `/`; empty where there is none. */
function commonFolder(paths: readonly string[]): string {
  const [first = ''] = paths;
  const folder = first.slice(0, first.indexOf('/') + 1);
  // Of such names it is said what is wrong with them.
  if (folder === '' || /^\.{0,2}\/$/.test(folder)) return '';
  return paths.every((path) => path.startsWith(folder)) && folder !== 'src/' ? folder : '';
}

function textOf(content: Content | undefined): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

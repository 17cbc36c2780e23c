import type { ProjectFiles } from '../../runtime-worker/index';
import { applyChange, change, type FileChange, type Step } from '../project/file-change';
import type { ProjectState, ProjectStore } from '../project/store';
import { MOST_FILES } from '../share/file-names';
import { problemOfPath } from './path-problem';
import { folderOf, freeCopyOf, isWithin, nameOf } from './paths';

type Content = ProjectFiles[string];

/** How many steps can be undone. */
const MOST_STEPS = 100;

/** Makes an empty file and opens it, to be typed in. @returns why not, as a sentence, where its path is refused. */
export function makeFile(project: ProjectStore, path: string): string | undefined {
  const { files } = project.getState();
  const problem = problemOfPath(project.getState(), path);
  if (problem !== undefined) return problem;
  if (Object.keys(files).length >= MOST_FILES) return `A project has at most ${MOST_FILES} files.`;
  perform(project, `Made ${nameOf(path)}`, change({ put: new Map([[path, '']]) }));
  project.getState().select(path, { line: 1, column: 1 });
  return undefined;
}

/** Makes a folder, which is no part of the project until a file is in it. */
export function makeFolder(project: ProjectStore, path: string): string | undefined {
  const problem = problemOfPath(project.getState(), path);
  if (problem !== undefined) return problem;
  const { folders } = project.getState();
  perform(project, `Made ${nameOf(path)}`, change({}), [...folders, path]);
  return undefined;
}

/**
 * Gives a file, or a folder with all that is in it, another path: another name, or another place.
 * @returns why not, as a sentence, where that path is refused.
 */
export function move(project: ProjectStore, from: string, to: string): string | undefined {
  const problem = problemOfPath(project.getState(), to, from);
  if (problem !== undefined || from === to) return problem;
  const inPlace = folderOf(from) === folderOf(to);
  const name = inPlace ? `Renamed ${nameOf(from)}` : `Moved ${nameOf(from)}`;
  moveAll(project, name, new Map([[from, to]]));
  return undefined;
}

/** Files and folders that would come to lie where something is already. */
export function inTheWay(
  { files, folders }: Pick<ProjectState, 'files' | 'folders'>,
  paths: readonly string[],
  folder: string,
): string[] {
  const all = [...Object.keys(files), ...folders];
  return topmost(paths).filter((path) => {
    const to = folder + nameOf(path);
    return to !== path && all.some((other) => isWithin(other, to));
  });
}

/**
 * Moves files and folders into a folder (empty: the root). What has its name there is replaced.
 * @returns why not, as a sentence, where a path is refused.
 */
export function moveInto(
  project: ProjectStore,
  paths: readonly string[],
  folder: string,
): string | undefined {
  const { files, folders } = project.getState();
  const moves = new Map<string, string>();
  const replaced: string[] = [];
  for (const from of topmost(paths)) {
    const to = folder + nameOf(from);
    if (to === from) continue;
    const others = Object.keys(files).filter((path) => !isWithin(path, to));
    const problem = problemOfPath(
      { files: Object.fromEntries(others.map((path) => [path, true])), folders: [] },
      to,
      from,
    );
    if (problem !== undefined) return problem;
    replaced.push(...Object.keys(files).filter((path) => isWithin(path, to)));
    moves.set(from, to);
  }
  if (moves.size === 0) return undefined;
  moveAll(project, `Moved ${named([...moves.keys()])}`, moves, replaced, folders);
  return undefined;
}

/** Takes files and folders away. */
export function remove(project: ProjectStore, paths: readonly string[]): void {
  const { files, folders } = project.getState();
  const roots = topmost(paths);
  const isGone = (path: string) => roots.some((root) => isWithin(path, root));
  const gone = Object.keys(files).filter(isGone);
  const rest = folders.filter((folder) => !isGone(folder));
  if (gone.length === 0 && rest.length === folders.length) return;
  perform(project, `Deleted ${named(roots)}`, change({ remove: gone }), [
    ...rest,
    ...emptied(files, roots),
  ]);
}

/** Puts a copy of each file and folder beside it. @returns the paths of the copies. */
export function duplicate(project: ProjectStore, paths: readonly string[]): readonly string[] {
  const { files, folders } = project.getState();
  const all = new Set([...Object.keys(files), ...folders]);
  const isTaken = (path: string) => [...all].some((other) => isWithin(other, path));
  const put = new Map<string, Content>();
  const made: string[] = [];
  for (const root of topmost(paths)) {
    const copy = freeCopyOf(root, isTaken);
    made.push(copy);
    all.add(copy);
    for (const [path, content] of Object.entries(files)) {
      if (isWithin(path, root)) put.set(copy + path.slice(root.length), content);
    }
  }
  if (put.size > 0) perform(project, `Duplicated ${named(paths)}`, change({ put }));
  return made;
}

/** Puts files into the project; those of their paths are replaced. */
export function putFiles(
  project: ProjectStore,
  name: string,
  put: ReadonlyMap<string, Content>,
): void {
  perform(project, name, change({ put }));
}

/** Makes these the files of the project, and no others. */
export function replaceFiles(project: ProjectStore, name: string, files: ProjectFiles): void {
  const before = project.getState().files;
  perform(
    project,
    name,
    change({
      remove: Object.keys(before).filter((path) => !Object.hasOwn(files, path)),
      put: new Map(Object.entries(files).filter(([path, content]) => before[path] !== content)),
    }),
  );
}

/** Takes the last step back. @returns it, or nothing where there is none. */
export function undo(project: ProjectStore): Step | undefined {
  const { done, undone } = project.getState();
  return again(project, done, (rest, back) => ({ done: rest, undone: [...undone, back] }));
}

/** Does again what was undone last. @returns it, or nothing where there is none. */
export function redo(project: ProjectStore): Step | undefined {
  const { done, undone } = project.getState();
  return again(project, undone, (rest, back) => ({ done: [...done, back], undone: rest }));
}

/** Closes the tab of the file that is shown. */
export function closeTab(project: ProjectStore): void {
  project.getState().close(project.getState().openFile);
}

/** Closes all tabs but one. */
export function closeOtherTabs(project: ProjectStore, path: string): void {
  for (const tab of project.getState().tabs) if (tab !== path) project.getState().close(tab);
}

/** Opens the tab again that was closed last. */
export function reopenTab(project: ProjectStore): void {
  const last = project.getState().closedTabs.at(-1);
  if (last !== undefined) project.getState().select(last);
}

/** Shows the file of the next tab, or of the one before (-1); after the last comes the first. */
export function showTab(project: ProjectStore, by: 1 | -1): void {
  const { tabs, openFile } = project.getState();
  const next = tabs.at((tabs.indexOf(openFile) + by) % tabs.length);
  if (next !== undefined) project.getState().look(next);
}

function moveAll(
  project: ProjectStore,
  name: string,
  roots: ReadonlyMap<string, string>,
  replaced: readonly string[] = [],
  folders = project.getState().folders,
): void {
  const { files } = project.getState();
  const placeOf = (path: string) => {
    for (const [from, to] of roots) if (isWithin(path, from)) return to + path.slice(from.length);
    return undefined;
  };
  const moves = new Map<string, string>();
  for (const path of Object.keys(files)) {
    const to = placeOf(path);
    if (to !== undefined) moves.set(path, to);
  }
  const overwritten = replaced.filter((path) => !moves.has(path));
  perform(project, name, change({ remove: overwritten, move: moves }), [
    ...folders.map((folder) => placeOf(folder) ?? folder),
    ...emptied(files, [...roots.keys()]),
  ]);
}

function perform(
  project: ProjectStore,
  name: string,
  what: FileChange,
  folders = project.getState().folders,
): void {
  const before = project.getState();
  const { files, inverse } = applyChange(before.files, what);
  const step = { name, change: inverse, folders: before.folders };
  before.arrange({
    files,
    folders: [...new Set(folders)],
    moved: what.move,
    done: [...before.done, step].slice(-MOST_STEPS),
    undone: [],
  });
}

function again(
  project: ProjectStore,
  steps: readonly Step[],
  after: (rest: readonly Step[], back: Step) => Pick<ProjectState, 'done' | 'undone'>,
): Step | undefined {
  const step = steps.at(-1);
  if (!step) return undefined;
  const before = project.getState();
  const { files, inverse } = applyChange(before.files, step.change);
  const back = { name: step.name, change: inverse, folders: before.folders };
  before.arrange({
    files,
    folders: step.folders,
    moved: step.change.move,
    ...after(steps.slice(0, -1), back),
  });
  const [restored] = [...step.change.put.keys()].filter(
    (path) => !Object.hasOwn(before.files, path),
  );
  if (restored !== undefined) project.getState().look(restored);
  return step;
}

/** Of paths that lie in one another, the outermost. */
function topmost(paths: readonly string[]): string[] {
  return paths.filter((path) => !paths.some((other) => other !== path && isWithin(path, other)));
}

/** The folders that would go with what leaves them: they stay, as folders do. */
function emptied(files: ProjectFiles, leaving: readonly string[]): string[] {
  const paths = Object.keys(files);
  return leaving.flatMap((root) => {
    const folder = folderOf(root).slice(0, -1);
    const stays = paths.some(
      (path) => isWithin(path, folder) && !leaving.some((each) => isWithin(path, each)),
    );
    return folder === '' || stays ? [] : [folder];
  });
}

function named(paths: readonly string[]): string {
  const [first] = paths;
  return paths.length === 1 && first !== undefined ? nameOf(first) : `${paths.length} items`;
}

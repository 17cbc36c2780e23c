import type { ProjectFiles } from '../../runtime-worker/index';
import { problemOfFileNames } from '../share/file-names';

/**
 * Takes the files of a project that a script hands over: checks them and copies them, so that what the
 * script does with them later changes nothing.
 * @throws {TypeError} saying what is wrong, where it is no project.
 */
export function filesOf(project: unknown): ProjectFiles {
  const given = isObject(project) && 'files' in project ? project.files : undefined;
  if (!isObject(given)) {
    throw new TypeError('open() takes { files: { "src/index.ts": "…" } }, or a link to a project.');
  }
  const entries: [string, unknown][] = Object.entries(given);
  const problem = problemOfFileNames(entries.map(([name]) => name));
  if (problem !== undefined) throw new TypeError(`This project cannot be opened: ${problem}.`);
  const files: Record<string, string | Uint8Array<ArrayBuffer>> = Object.create(null);
  for (const [name, content] of entries) files[name] = copied(name, content);
  return files;
}

/** A copy that can be changed without changing the project. */
export function copyOf(files: ProjectFiles): Record<string, string | Uint8Array<ArrayBuffer>> {
  return Object.fromEntries(
    Object.entries(files).map(([name, content]) => [name, copied(name, content)]),
  );
}

function copied(name: string, content: unknown): string | Uint8Array<ArrayBuffer> {
  if (typeof content === 'string') return content;
  if (content instanceof Uint8Array) return new Uint8Array(content);
  throw new TypeError(
    `This project cannot be opened: the content of ${JSON.stringify(name)} is neither a string nor a Uint8Array.`,
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

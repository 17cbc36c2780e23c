/** The folder of a path, with its `/` at the end; empty for the root. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether `path` is `folder` or lies in it. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** A path beside `path` that is not taken: `index copy.ts`, `index copy 2.ts` … */
export function freeCopyOf(path: string, isTaken: (path: string) => boolean): string {
  const name = nameOf(path);
  const dot = name.indexOf('.', 1);
  const [stem, extension] = dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)];
  const candidate = (number: number) =>
    `${folderOf(path)}${stem} copy${number === 1 ? '' : ` ${number}`}${extension}`;
  let number = 1;
  while (isTaken(candidate(number))) number += 1;
  return candidate(number);
}

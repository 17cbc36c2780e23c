import type { ProjectFiles } from '../../runtime-worker/index';

type Content = ProjectFiles[string];

/** Whether two projects have the same files. */
export function isSame(some: ProjectFiles, others: ProjectFiles): boolean {
  const paths = Object.keys(some);
  return (
    paths.length === Object.keys(others).length &&
    paths.every((path) => isSameContent(some[path], others[path]))
  );
}

/** Whether a file is there in both, and has the same text or bytes. */
export function isSameContent(one: Content | undefined, other: Content | undefined): boolean {
  if (typeof one !== 'object' || typeof other !== 'object')
    return one === other && one !== undefined;
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

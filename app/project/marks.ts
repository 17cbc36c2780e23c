import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { mainModulesOf, type ProjectFiles, readProject } from '../../runtime-worker/index';
import { useProject } from './context';
import type { ProjectState } from './store';

const CONFIGURATION = /(^|\/)wrangler\.jsonc?$/;

/** The main modules of the project's workers. */
export function useMainModules(): ReadonlySet<string> {
  const paths = useProject(useShallow(({ files }) => mainsOf(outlineOf(files))));
  return useMemo(() => new Set(paths), [paths]);
}

/** The name of the project: that of its worker service. */
export function useProjectName(): string {
  return useProject(({ files }) => nameOf(outlineOf(files)));
}

/** The paths of all files. */
export function usePaths(): readonly string[] {
  return useProject(useShallow(({ files }) => Object.keys(files)));
}

/** Whether a file is not as the last event found it. */
export function hasChanged({ files, ranFiles }: ProjectState, path: string): boolean {
  return Object.hasOwn(files, path) && files[path] !== ranFiles[path];
}

/** The files as far as they say which workers there are: the same object until another path or a configuration is there. */
export const outlineOf = last((files: ProjectFiles, before: ProjectFiles | undefined) => {
  const entries = Object.entries(files).map(
    ([path, content]) => [path, CONFIGURATION.test(path) ? content : ''] as const,
  );
  const isSame =
    before !== undefined &&
    entries.length === Object.keys(before).length &&
    entries.every(([path, content]) => before[path] === content);
  return isSame ? before : Object.fromEntries(entries);
});

const mainsOf = last(mainModulesOf);

const nameOf = last(serviceNameOf);

/** The name of a project's worker service. */
export function serviceNameOf(files: ProjectFiles): string {
  try {
    return readProject(files).name;
  } catch {
    return 'worker';
  }
}

/** The function, made anew only where it is asked of something else than the last time. */
function last<Of extends object, Made>(
  make: (of: Of, before: Made | undefined) => Made,
): (of: Of) => Made {
  let made: { readonly of: Of; readonly result: Made } | undefined;
  return (of) => {
    if (made?.of !== of) made = { of, result: make(of, made?.result) };
    return made.result;
  };
}

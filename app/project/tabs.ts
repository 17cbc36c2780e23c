import type { ProjectFiles } from '../../runtime-worker/index';

/** Which files are open, in the order of their tabs, and which of them is shown. */
export interface Tabs {
  readonly tabs: readonly string[];
  /** The one tab that the next file which is only looked at takes the place of. */
  readonly preview: string | undefined;
  /** The file that is shown; empty where every tab is closed. */
  readonly openFile: string;
  /** What was closed and not opened since, the last one at the end. */
  readonly closedTabs: readonly string[];
}

const MOST_CLOSED = 20;

/** The tabs that a project begins with: its main module, its scenarios and its configuration. */
export function firstTabs(files: ProjectFiles, main: string | undefined): Tabs {
  const paths = Object.keys(files);
  const first = main ?? paths[0];
  const beside = (pattern: RegExp) => paths.filter((path) => path !== first && pattern.test(path));
  const tabs =
    first === undefined ? [] : [first, ...beside(/^[^/]+\.http$/), ...beside(/^wrangler\.jsonc?$/)];
  return { tabs, preview: undefined, openFile: first ?? '', closedTabs: [] };
}

/** Shows a file, in its tab or in a new one. @param look Only in passing: the next such file takes its tab. */
export function withOpen(tabs: Tabs, path: string, look: boolean): Tabs {
  const isOpen = tabs.tabs.includes(path);
  const pinned = !look && tabs.preview === path;
  return {
    tabs: isOpen ? tabs.tabs : [...tabs.tabs.filter((tab) => !look || tab !== tabs.preview), path],
    preview: isOpen ? (pinned ? undefined : tabs.preview) : look ? path : tabs.preview,
    openFile: path,
    closedTabs: tabs.closedTabs.filter((closed) => closed !== path),
  };
}

/** Closes a tab; where its file was shown, the next one is. */
export function withClosed(tabs: Tabs, path: string): Tabs {
  const index = tabs.tabs.indexOf(path);
  if (index < 0) return tabs;
  const rest = tabs.tabs.filter((tab) => tab !== path);
  return {
    tabs: rest,
    preview: tabs.preview === path ? undefined : tabs.preview,
    openFile:
      tabs.openFile === path ? (rest[Math.min(index, rest.length - 1)] ?? '') : tabs.openFile,
    closedTabs: [...tabs.closedTabs, path].slice(-MOST_CLOSED),
  };
}

/** Follows files that were moved or went. */
export function afterChange(
  tabs: Tabs,
  files: ProjectFiles,
  moved: ReadonlyMap<string, string>,
): Tabs {
  const now = (path: string) => moved.get(path) ?? path;
  const all: Tabs = {
    tabs: [...new Set(tabs.tabs.map(now))],
    preview: tabs.preview && now(tabs.preview),
    openFile: now(tabs.openFile),
    closedTabs: tabs.closedTabs.map(now),
  };
  const gone = all.tabs.filter((path) => !Object.hasOwn(files, path));
  const left = gone.reduce(withClosed, all);
  return {
    ...left,
    closedTabs: left.closedTabs.filter((path) => Object.hasOwn(files, path)),
  };
}

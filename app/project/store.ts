import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  mainModuleOf,
  type PackageJsonChange,
  type ProjectFiles,
  type Runtime,
} from '../../runtime-worker/index';
import type { Step } from './file-change';
import { afterChange, firstTabs, type Tabs, withClosed, withOpen } from './tabs';

/** Where the open project came from. */
export type ProjectOrigin = 'example' | 'new' | 'saved' | 'link' | 'api';

/** A place in a file to be shown. `line` and `column` count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The project after files were made, moved or taken away. */
export interface Arrangement {
  readonly files: ProjectFiles;
  readonly folders: readonly string[];
  /** By their paths before: the paths of files that are elsewhere now. */
  readonly moved: ReadonlyMap<string, string>;
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
}

/** What a project is kept as. */
export interface KeptAs {
  /** The same over reloads and tabs. */
  readonly id: string;
  /** What the user calls it; by default it has the name of its worker service. */
  readonly name?: string | undefined;
}

export interface ProjectState extends Tabs, Arrangement {
  /** What it is kept as, once it is edited. */
  readonly id: string;
  readonly name: string | undefined;
  /** Whether it was kept before it was opened: another tab may have it too. */
  readonly continues: boolean;
  /** A new object at each opening: tells one open project from the next, though their files be equal. */
  readonly opening: object;
  /** The files as {@link arrange} left them, to tell whether somebody typed since. */
  readonly arranged: ProjectFiles | undefined;
  /** The files as the last event found them; as they were opened, where there was none. */
  readonly ranFiles: ProjectFiles;
  /** What was last asked to be shown in the open file; a new object for each ask. */
  readonly reveal: Place | undefined;
  readonly origin: ProjectOrigin;
  /** Something to tell the user, quietly. */
  readonly notice?: string | undefined;
  /**
   * Makes `files` the open project, under an id of its own; its code is what the next event runs.
   * @throws {ProjectError} where there is no project to be read from the files: all is left as it was.
   */
  open(files: ProjectFiles, origin: ProjectOrigin): void;
  /**
   * Like {@link open} for a project that was open before: one that cannot be read is the outcome of the next event.
   * @param kept as which it goes on; without it, under an id of its own.
   */
  reopen(files: ProjectFiles, origin: ProjectOrigin, kept?: KeptAs): void;
  /** From now on the open project is kept as something else: the copy of what it was kept as. */
  become(id: string): void;
  /** Calls the open project by a name; `undefined`: by that of its worker service. */
  call(name: string | undefined): void;
  /** Takes files that were made, moved or taken away; tabs follow. What they were is the caller's to keep. */
  arrange(arrangement: Arrangement): void;
  /** Replaces one file's content. The runtime hears of it within {@link EDIT_DELAY}, or at {@link flush}. */
  edit(path: string, content: string | Uint8Array<ArrayBuffer>): void;
  /** Names versions of npm packages that were looked up. The code is the same, so nothing is compiled. */
  nameVersions(change: PackageJsonChange): void;
  /** Shows a file (and a place in it); a path that the project lacks is ignored. */
  select(path: string, place?: Place): void;
  /** Shows a file in passing: the next one takes its tab, unless it is edited or selected. */
  look(path: string): void;
  /** Closes a file's tab. */
  close(path: string): void;
  /** Hands pending edits to the runtime now. Called before any event is fired. */
  flush(): void;
  /** An event is fired: these files are what it runs. */
  ran(): void;
  notify(notice: string | undefined): void;
}

export type ProjectStore = StoreApi<ProjectState>;

/** ms from the last keystroke until the project is compiled. */
export const EDIT_DELAY = 200;

const PACKAGE_JSON = 'package.json';

/** The open project, empty until the first `open`. */
export function createProjectStore(
  runtime: Pick<Runtime, 'open' | 'edit' | 'switchNetwork'>,
): ProjectStore {
  let pending: ReturnType<typeof setTimeout> | undefined;

  const dropPending = () => {
    clearTimeout(pending);
    pending = undefined;
  };

  return createStore<ProjectState>((set, get) => {
    const opened = (files: ProjectFiles, origin: ProjectOrigin, kept?: KeptAs) => {
      dropPending();
      set({
        ...firstTabs(files, mainModuleOf(files)),
        ...UNTOUCHED,
        opening: {},
        id: kept?.id ?? crypto.randomUUID(),
        name: kept?.name,
        continues: kept !== undefined,
        files,
        ranFiles: files,
        origin,
      });
    };

    return {
      ...firstTabs({}, undefined),
      ...UNTOUCHED,
      opening: {},
      id: crypto.randomUUID(),
      name: undefined,
      continues: false,
      files: {},
      ranFiles: {},
      origin: 'example',
      open(files, origin) {
        runtime.open(files);
        opened(files, origin);
      },
      reopen(files, origin, kept) {
        runtime.switchNetwork(false);
        runtime.edit(files);
        opened(files, origin, kept);
      },
      become(id) {
        set({ id, continues: false });
      },
      call(name) {
        set({ name });
      },
      arrange({ files, folders, moved, done, undone }) {
        set({
          ...afterChange(get(), files, moved),
          files,
          arranged: files,
          folders,
          moved,
          done,
          undone,
        });
        dropPending();
        runtime.edit(files);
      },
      edit(path, content) {
        const { files, preview } = get();
        if (files[path] === content) return;
        set({
          files: { ...files, [path]: content },
          preview: preview === path ? undefined : preview,
        });
        clearTimeout(pending);
        pending = setTimeout(() => get().flush(), EDIT_DELAY);
      },
      nameVersions({ before, after }) {
        const { files, ranFiles } = get();
        // Edited meanwhile: the compile of that edit looks them up too.
        if (files[PACKAGE_JSON] !== before) return;
        set({
          files: { ...files, [PACKAGE_JSON]: after },
          ...(ranFiles[PACKAGE_JSON] === before && {
            ranFiles: { ...ranFiles, [PACKAGE_JSON]: after },
          }),
        });
      },
      select(path, place) {
        if (!Object.hasOwn(get().files, path)) return;
        set({ ...withOpen(get(), path, false), reveal: place && { ...place } });
      },
      look(path) {
        if (!Object.hasOwn(get().files, path)) return;
        set({ ...withOpen(get(), path, true), reveal: undefined });
      },
      close(path) {
        set({ ...withClosed(get(), path), reveal: undefined });
      },
      flush() {
        if (pending === undefined) return;
        dropPending();
        runtime.edit(get().files);
      },
      ran() {
        if (get().ranFiles !== get().files) set({ ranFiles: get().files });
      },
      notify(notice) {
        set({ notice });
      },
    };
  });
}

/** What of a project's state its opening leaves empty. */
const UNTOUCHED = {
  folders: [],
  moved: new Map<string, string>(),
  done: [],
  undone: [],
  arranged: undefined,
  reveal: undefined,
  notice: undefined,
};

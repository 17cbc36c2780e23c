import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import {
  Collection,
  ListLayout,
  type Selection,
  Tree,
  useDragAndDrop,
  Virtualizer,
} from 'react-aria-components';
import { useStore } from 'zustand';
import type { Problems } from '../editor/problems';
import { useProject, useProjectStore } from '../project/context';
import { useMainModules, usePaths } from '../project/marks';
import { redo, remove, undo } from './actions';
import { FileItem } from './FileItem';
import { FileMenu, type MenuPlace } from './FileMenu';
import { FilesHead } from './FilesHead';
import { endDraft, filesPane, startDraft } from './pane';
import { StepNotice } from './StepNotice';
import { foldersAbove, foldersOf, openAfter, type TreeNode, treeOf, withNew } from './tree';
import { useIncoming } from './use-incoming';
import { useMoving } from './use-moving';
import './FileTree.css';
import '../ui/Menu.css';

interface FileTreeProps {
  readonly problems: Problems;
}

/** With more folders than this, only those of the open file begin open. */
const FEW_FOLDERS = 12;

const ROWS = { estimatedRowSize: 26 };

/** The project's files and folders, to be opened, made, named, moved and taken away. */
export default function FileTree({ problems }: FileTreeProps) {
  const project = useProjectStore();
  const paths = usePaths();
  const folders = useProject((state) => state.folders);
  const opening = useProject((state) => state.opening);
  const moved = useProject((state) => state.moved);
  const mains = useMainModules();
  const draft = useStore(filesPane, (state) => state.draft);
  const frame = useRef<HTMLDivElement>(null);
  const [selected, setSelected] = useState<Selection>(new Set());
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const [menu, setMenu] = useState<MenuPlace>();

  const nodes = useMemo(() => treeOf(paths, folders), [paths, folders]);
  const allFolders = useMemo(() => foldersOf(nodes), [nodes]);
  const rows = useMemo(
    () => (draft && 'folder' in draft ? withNew(nodes, draft.kind, draft.folder) : nodes),
    [nodes, draft],
  );

  const expand = (more: readonly string[]) =>
    setExpanded((before) =>
      more.every((path) => before.has(path)) ? before : new Set([...before, ...more]),
    );

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each project that is opened
  useEffect(() => {
    const { openFile } = project.getState();
    const open = allFolders.length <= FEW_FOLDERS ? allFolders : foldersAbove(openFile);
    setExpanded(new Set(open));
    return endDraft;
  }, [opening]);

  // Not as state: the tree would be drawn for each file that is opened, also for one that is selected.
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the open file lies shows
  useEffect(() => {
    const follow = (openFile: string) => {
      expand(foldersAbove(openFile));
      setSelected((before) => (isOnly(openFile, before) ? before : onlyThat(openFile)));
    };
    follow(project.getState().openFile);
    return project.subscribe(({ openFile }, before) => {
      if (openFile !== before.openFile) follow(openFile);
    });
  }, [project]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: where a name is typed shows
  useEffect(() => {
    if (draft && 'folder' in draft) expand(foldersAbove(draft.folder));
  }, [draft]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: where something has moved to shows
  useEffect(() => {
    const [first] = moved.values();
    setExpanded((before) => openAfter(before, moved));
    if (first !== undefined) expand(foldersAbove(first));
  }, [moved]);

  const isFolder = (path: string) => !paths.includes(path);
  const moving = useMoving(isFolder);
  const incoming = useIncoming((path) => expand(foldersAbove(path)));
  const { dragAndDropHooks } = useDragAndDrop(moving.options);

  /** What an action on a row is for: all that is selected, if the row is. */
  const meant = (path: string): readonly string[] => {
    if (selected === 'all') return paths;
    if (!selected.has(path)) return [path];
    const isThere = (other: string) => paths.includes(other) || allFolders.includes(other);
    return [...selected].map(String).filter(isThere);
  };

  const toggle = (path: string) =>
    setExpanded((before) => {
      const after = new Set(before);
      if (!after.delete(path)) after.add(path);
      return after;
    });

  const showMenu = (path: string | undefined, left: number, top: number) => {
    if (path !== undefined && !meant(path).includes(path)) setSelected(new Set([path]));
    setMenu({ path, isFolder: path !== undefined && isFolder(path), left, top });
  };

  /** Whether the key was one of the tree's. The library's own are left to it. */
  const press = (event: KeyboardEvent): boolean => {
    const mod = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (mod && (key === 'z' || key === 'y')) {
      if (event.shiftKey || key === 'y') redo(project);
      else undo(project);
      return true;
    }
    const row = rowOf(event.target);
    const path = row?.dataset.key;
    if (!row || path === undefined || event.target !== row) return false;
    if (event.key === 'F2') startDraft({ kind: 'rename', path });
    else if (event.key === 'Delete' || (mod && event.key === 'Backspace')) {
      remove(project, meant(path));
    } else if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) {
      const { left, bottom } = row.getBoundingClientRect();
      showMenu(path, left + 24, bottom);
    } else if (event.key === 'Enter') {
      if (isFolder(path)) toggle(path);
      else project.getState().select(path);
    } else return false;
    return true;
  };

  /** A row has the focus, once it is there. */
  const focusRow = (path: string | undefined) => {
    if (path === undefined) return;
    expand(foldersAbove(path));
    setSelected(new Set([path]));
    focusWhenThere(frame.current, path, FRAMES);
  };

  const item = (node: TreeNode) => (
    <FileItem
      id={node.path}
      node={node}
      isMain={mains.has(node.path)}
      problems={problems}
      onPress={({ path, kind }) => {
        if (kind === 'folder') toggle(path);
        else project.getState().look(path);
      }}
      onMenu={showMenu}
      onNamed={focusRow}
    >
      <Collection items={node.children}>{item}</Collection>
    </FileItem>
  );

  const openMenu = (event: MouseEvent) => {
    if (event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    showMenu(rowOf(event.target)?.dataset.key, event.clientX, event.clientY);
  };

  return (
    <>
      <div className="files-head">
        <h2>Files</h2>
        <FilesHead onCollapse={() => setExpanded(new Set())} />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: its keys and its menu are those of the tree in it */}
      <div
        ref={frame}
        role="presentation"
        className="file-tree-frame"
        onKeyDownCapture={(event) => {
          if (event.target instanceof HTMLInputElement) {
            // The tree would search for what is typed.
            event.stopPropagation();
            if (event.key !== 'Escape') return;
            endDraft();
            focusRow(draft && 'path' in draft ? draft.path : project.getState().openFile);
          } else if (press(event)) {
            event.preventDefault();
            event.stopPropagation();
          }
        }}
        onContextMenu={openMenu}
        onDoubleClick={({ target }) => {
          const path = rowOf(target)?.dataset.key;
          if (path !== undefined) project.getState().select(path);
        }}
      >
        <Virtualizer layout={ListLayout} layoutOptions={ROWS}>
          <Tree
            className="file-tree"
            aria-label="Files of the project"
            items={rows}
            dependencies={[mains]}
            selectionMode="multiple"
            selectionBehavior="replace"
            selectedKeys={selected}
            onSelectionChange={setSelected}
            expandedKeys={expanded}
            onExpandedChange={(keys) => setExpanded(new Set([...keys].map(String)))}
            dragAndDropHooks={dragAndDropHooks}
            renderEmptyState={() => (
              <p className="file-tree-empty">No files. Make one, or drop some here.</p>
            )}
          >
            {item}
          </Tree>
        </Virtualizer>
      </div>
      <StepNotice />
      {menu && (
        <FileMenu
          place={menu}
          onClose={() => setMenu(undefined)}
          meant={meant}
          onRemove={(path) => remove(project, meant(path))}
        />
      )}
      {moving.dialog}
      {incoming}
    </>
  );
}

function onlyThat(path: string): Selection {
  return new Set(path === '' ? [] : [path]);
}

function isOnly(path: string, selected: Selection): boolean {
  if (selected === 'all') return false;
  return path === '' ? selected.size === 0 : selected.size === 1 && selected.has(path);
}

/** Frames until a row that is to be drawn is there. */
const FRAMES = 30;

function focusWhenThere(frame: HTMLElement | null, path: string, frames: number): void {
  const row = frame?.querySelector<HTMLElement>(`[data-key="${CSS.escape(path)}"]`);
  if (row) row.focus();
  else if (frames > 0) requestAnimationFrame(() => focusWhenThere(frame, path, frames - 1));
}

function rowOf(target: EventTarget): HTMLElement | undefined {
  return (target instanceof Element && target.closest<HTMLElement>('[role=row]')) || undefined;
}

import { ChevronRight, Ellipsis } from 'lucide-react';
import { type ReactNode, useSyncExternalStore } from 'react';
import { Button, TreeItem, TreeItemContent } from 'react-aria-components';
import { useStore } from 'zustand';
import type { Problem, Problems } from '../editor/problems';
import { useProject } from '../project/context';
import { hasChanged } from '../project/marks';
import { FileIcon } from './FileIcon';
import { NameField } from './NameField';
import { type Draft, filesPane } from './pane';
import type { TreeNode } from './tree';

interface FileItemProps {
  /** The node's path: by it the library knows rows again. */
  readonly id: string;
  readonly node: TreeNode;
  readonly isMain: boolean;
  readonly problems: Problems;
  /** Pressed by pointer. */
  readonly onPress: (node: TreeNode) => void;
  readonly onMenu: (path: string, left: number, top: number) => void;
  readonly onNamed: (path: string | undefined) => void;
  /** The rows in a folder. */
  readonly children: ReactNode;
}

/** A row of the tree: what it is called, what there is to say of it, and what can be done with it. */
export function FileItem(props: FileItemProps) {
  const { id, node, isMain, problems, onPress, onMenu, onNamed, children } = props;
  const { path, kind } = node;
  const isFile = kind === 'file';
  const changed = useProject((state) => isFile && hasChanged(state, path));
  const count = useSyncExternalStore(problems.subscribe, () => countOf(problems, path));
  const isWrong = useSyncExternalStore(
    problems.subscribe,
    () => countOf(problems, path, 'error') > 0,
  );
  const draft = useStore(filesPane, (state) => draftAt(state.draft, node));
  const said = [
    node.name,
    isMain && 'main module',
    count > 0 && `${count} ${count === 1 ? 'problem' : 'problems'}`,
    changed && 'changed since the last run',
  ];

  return (
    <TreeItem
      id={id}
      className="file-item"
      data-kind={kind}
      textValue={node.name || 'new'}
      aria-label={said.filter(Boolean).join(', ') || 'new'}
      onPress={({ pointerType, ctrlKey, metaKey, shiftKey }) => {
        if (pointerType === 'keyboard' || ctrlKey || metaKey || shiftKey || draft) return;
        onPress(node);
      }}
    >
      <TreeItemContent>
        <Button
          slot="drag"
          className="file-drag"
          aria-label={`Move ${node.name}`}
          isDisabled={!!draft}
        />
        {kind === 'folder' ? (
          <Button slot="chevron" className="file-chevron">
            <ChevronRight size={14} aria-hidden="true" />
          </Button>
        ) : (
          kind !== 'newFolder' && <FileIcon path={path} />
        )}
        {draft ? (
          <NameField draft={draft} onEnd={onNamed} />
        ) : (
          <>
            <span
              className="file-name"
              title={path}
              data-severity={isWrong ? 'error' : count > 0 ? 'warning' : undefined}
            >
              {node.name}
            </span>
            {isMain && <span className="badge">main</span>}
            {count > 0 && (
              <span className={isWrong ? 'badge badge-error' : 'badge badge-warning'}>{count}</span>
            )}
            {changed && <span className="changed-mark" title="Changed since the last run" />}
            <Button
              className="file-more"
              aria-label={`What can be done with ${node.name}`}
              onPress={({ target }) => {
                const { left, bottom } = target.getBoundingClientRect();
                onMenu(path, left, bottom);
              }}
            >
              <Ellipsis size={14} aria-hidden="true" />
            </Button>
          </>
        )}
      </TreeItemContent>
      {children}
    </TreeItem>
  );
}

/** What is typed in this row, if anything is. */
function draftAt(draft: Draft | undefined, { kind, path }: TreeNode): Draft | undefined {
  if (!draft) return undefined;
  return 'path' in draft
    ? draft.path === path
      ? draft
      : undefined
    : kind === draft.kind
      ? draft
      : undefined;
}

function countOf(problems: Problems, path: string, severity?: Problem['severity']): number {
  const isMeant = (problem: Problem) =>
    problem.position?.file === path && (severity ?? problem.severity) === problem.severity;
  return problems.snapshot().filter(isMeant).length;
}

import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { useProject, useProjectStore } from '../project/context';
import { hasChanged, useMainModules } from '../project/marks';
import type { Problem } from './problems';
import '../ui/Tabs.css';
import './FileTabs.css';

interface FileTabsProps {
  readonly problems: readonly Problem[];
  /** Before the tabs, at the beginning of their line. */
  readonly aside: ReactNode;
  /** The file that is shown. */
  readonly children: ReactNode;
}

/**
 * The open files as tabs: one stop for Tab, arrows move and select, Delete closes. The button that
 * closes one is for pointers: a tab holds no other control.
 */
export function FileTabs({ problems, aside, children }: FileTabsProps) {
  const project = useProjectStore();
  const tabs = useProject((state) => state.tabs);
  const openFile = useProject((state) => state.openFile);
  const preview = useProject((state) => state.preview);
  const changed = useProject(
    useShallow((state) => state.tabs.filter((path) => hasChanged(state, path))),
  );
  const mains = useMainModules();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the selected tab shows, however wide it is now
  useEffect(() => {
    const line = list.current;
    const tab = line?.querySelector('[aria-selected=true]')?.parentElement;
    if (!line || !tab) return;
    // Not scrollIntoView: on a phone it would take the page along.
    const end = tab.offsetLeft + tab.offsetWidth - line.clientWidth;
    line.scrollLeft = Math.min(tab.offsetLeft, Math.max(line.scrollLeft, end));
  }, [openFile, tabs, changed, problems]);

  const focusSelected = () =>
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus(),
    );

  const press = (event: KeyboardEvent) => {
    const index = tabs.indexOf(openFile);
    const moves: Record<string, number> = {
      ArrowLeft: index - 1,
      ArrowRight: (index + 1) % tabs.length,
      Home: 0,
      End: -1,
    };
    const move = moves[event.key];
    const next = move === undefined ? undefined : tabs.at(move);
    if (next !== undefined) project.getState().look(next);
    else if (event.key === 'Delete') project.getState().close(openFile);
    else return;
    event.preventDefault();
    focusSelected();
  };

  return (
    <div className="tabs">
      <div className="tabs-line">
        {aside}
        <div
          ref={list}
          className="tab-list"
          role="tablist"
          aria-label="Open files"
          onKeyDown={press}
        >
          {tabs.map((path) => (
            <div
              key={path}
              role="presentation"
              className="file-tab"
              data-preview={path === preview || undefined}
              data-changed={changed.includes(path) || undefined}
            >
              <button
                type="button"
                className="tab"
                role="tab"
                id={`${id}-${path}`}
                title={path}
                aria-selected={path === openFile}
                aria-controls={`${id}-panel`}
                tabIndex={path === openFile ? 0 : -1}
                onClick={() => project.getState().look(path)}
                onMouseDown={(event) => {
                  // No scrolling by the middle button: it closes.
                  if (event.button === 1) event.preventDefault();
                }}
                onAuxClick={(event) => {
                  if (event.button === 1) project.getState().close(path);
                }}
                onDoubleClick={() => project.getState().select(path)}
              >
                <TabName path={path} others={tabs} />
                {mains.has(path) && <span className="badge">main</span>}
                <ErrorCount count={errorsIn(path, problems)} />
                {changed.includes(path) && (
                  <span className="visually-hidden">changed since the last run</span>
                )}
              </button>
              <button
                type="button"
                className="tab-close"
                aria-hidden="true"
                tabIndex={-1}
                title={`Close ${path}`}
                onClick={() => project.getState().close(path)}
              >
                <span>✕</span>
              </button>
            </div>
          ))}
        </div>
      </div>
      <div
        className="tab-panel"
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={openFile === '' ? undefined : `${id}-${openFile}`}
        aria-label={openFile === '' ? 'No open file' : undefined}
      >
        {children}
      </div>
    </div>
  );
}

/** The file's name; its folder shows where another tab has the same name. */
function TabName({ path, others }: { readonly path: string; readonly others: readonly string[] }) {
  const slash = path.lastIndexOf('/') + 1;
  const name = path.slice(slash);
  const isDouble = others.some((other) => other !== path && `/${other}`.endsWith(`/${name}`));
  return (
    <span>
      <span className={isDouble ? 'tab-folder' : 'visually-hidden'}>{path.slice(0, slash)}</span>
      {name}
    </span>
  );
}

function ErrorCount({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <span className="badge badge-error">
      {count}
      <span className="visually-hidden"> {count === 1 ? 'problem' : 'problems'}</span>
    </span>
  );
}

function errorsIn(path: string, problems: readonly Problem[]): number {
  return problems.filter(({ position }) => position?.file === path).length;
}

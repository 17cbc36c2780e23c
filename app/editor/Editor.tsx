import { useMemo, useSyncExternalStore } from 'react';
import { mainModuleOf, type Runtime } from '../../runtime-worker/index';
import { useProject, useProjectStore } from '../project/context';
import { Tabs } from '../ui/Tabs';
import { CodeArea } from './CodeArea';
import { ProblemLine } from './ProblemLine';
import type { Problem, Problems } from './problems';
import './Editor.css';

interface EditorProps {
  readonly runtime: Pick<Runtime, 'events' | 'subscribe'>;
  readonly problems: Problems;
  readonly mayLoadMonaco: boolean;
}

/** The project's files in tabs, the open one to be edited, and what is wrong with them. */
export function Editor({ runtime, problems, mayLoadMonaco }: EditorProps) {
  const project = useProjectStore();
  const files = useProject((state) => state.files);
  const openFile = useProject((state) => state.openFile);
  const found = useSyncExternalStore(problems.subscribe, problems.snapshot);
  const main = useMemo(() => mainModuleOf(files), [files]);
  const paths = Object.keys(files).toSorted((a, b) => rank(a, main) - rank(b, main));

  return (
    <section className="editor" aria-label="Editor">
      <Tabs
        label="Files of the project"
        tabs={paths.map((path) => ({
          id: path,
          label: (
            <>
              {path}
              {path === main && <span className="badge">main</span>}
              <ErrorCount count={errorsIn(path, found)} />
            </>
          ),
        }))}
        selected={openFile}
        onSelect={(path) => project.getState().select(path)}
      >
        <CodeArea runtime={runtime} problems={problems} mayLoadMonaco={mayLoadMonaco} />
      </Tabs>
      <ProblemLine problems={found} />
    </section>
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

/** The main module first, then what it is fired with and configured by, then the rest as it is. */
function rank(path: string, main: string | undefined): number {
  if (path === main) return 0;
  if (path.endsWith('.http')) return 1;
  if (path.startsWith('wrangler.')) return 3;
  return 2;
}

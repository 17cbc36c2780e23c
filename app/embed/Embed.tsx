import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { Notice } from '../Notice';
import type { Workings } from '../playground';
import { ProjectProvider } from '../project/context';
import { serviceNameOf } from '../project/marks';
import type { ProjectState } from '../project/store';
import { scenarioFilesOf, scenarioName } from '../requests/scenario/scenarios';
import { useMayLoadMonaco } from '../use-may-load-monaco';
import { Workspace } from '../Workspace';
import type { Asked } from './asked';
import type { ConsentStore } from './consent';
import { EmbedHeader, wholePage } from './EmbedHeader';
import { EmbedPanes } from './EmbedPanes';
import type { EmbeddedProject } from './embedded-project';
import { heightsOf } from './height';
import { previewOf } from './Preview';
import type { Parent } from './parent';
import { startEmbed } from './start';
import './embed.css';

interface EmbedProps {
  readonly asked: Asked;
  readonly shown: EmbeddedProject;
  readonly consent: ConsentStore;
  readonly parent: Parent | undefined;
}

/** Below, panes stand one below the other: as in the whole page. */
const NARROW = '(max-width: 760px)';

/** An example in a page of somebody else's: a picture of itself until the reader touches it. */
export function Embed({ asked, shown, consent, parent }: EmbedProps) {
  const { panes, readOnly } = asked;
  const [started, setStarted] = useState<Workings>();
  const [untouched] = useState(() => createStore(() => ({ files: shown.files, name: undefined })));
  const open: Pick<
    StoreApi<Pick<ProjectState, 'files' | 'name'>>,
    keyof typeof untouched
  > = started?.project ?? untouched;
  const files = useStore(open, (state) => state.files);
  const name = useStore(open, (state) => state.name) ?? serviceNameOf(files);
  const isOutdated = useStore(consent, (state) => state.consent === 'outdated');
  const top = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);

  const [scenario] = scenarioFilesOf(files);
  const runs = scenario === undefined ? 'Run' : `Run ${scenarioName(scenario)}`;
  const [lines] = useState(() => linesOf(shown));

  useEffect(() => {
    document.title = `${name} in Isolab`;
  }, [name]);

  useEffect(() => {
    if (!parent || !top.current) return;
    const { current: above } = top;
    const narrow = matchMedia(NARROW);
    let told: number | undefined;
    const tell = () => {
      const below = heightsOf(panes, lines, narrow.matches ? 'narrow' : 'wide').total;
      const height = Math.ceil(above.getBoundingClientRect().height) + below;
      if (height === told) return;
      told = height;
      parent.tell({ type: 'isolab:height', height });
    };
    // At once, and with each change of it.
    const observer = new ResizeObserver(tell);
    observer.observe(above);
    narrow.addEventListener('change', tell);
    return () => {
      observer.disconnect();
      narrow.removeEventListener('change', tell);
    };
  }, [parent, panes, lines]);

  const start = (): Workings => {
    if (started) return started;
    const workings = startEmbed({ shown, readOnly, consent, parent });
    // It stands before anything is asked of it: what is to come of a run is listened for.
    flushSync(() => setStarted(workings));
    return workings;
  };

  const run = () => {
    const { scenarios, composing } = start();
    if (scenarios.file() === undefined) composing.send();
    else void scenarios.run('service');
  };

  /** The reader goes on in the text where they touched it. */
  const touch = (offset?: number) => {
    const preview = frame.current?.querySelector('.embed-code');
    const scrolled = { left: preview?.scrollLeft ?? 0, top: preview?.scrollTop ?? 0 };
    start();
    const code = frame.current?.querySelector<HTMLTextAreaElement>('.plain-editor textarea');
    if (!code) return;
    if (offset !== undefined) {
      code.focus({ preventScroll: true });
      code.setSelectionRange(offset, offset);
    }
    code.parentElement?.scrollTo(scrolled);
  };

  const isAsLinked = shown.origin === 'link' && files === shown.files;
  const problems =
    shown.problem === undefined ? asked.problems : [...asked.problems, shown.problem];
  return (
    <ProjectProvider value={started?.project}>
      <div ref={frame} className="embed" data-read-only={readOnly || undefined}>
        <div ref={top} className="embed-top">
          <EmbedHeader
            name={name}
            runs={runs}
            started={started}
            onRun={run}
            link={isAsLinked ? wholePage(location.hash) : undefined}
            current={() => ({ files, openFile: started?.project.getState().openFile })}
          />
          {problems.length > 0 && (
            <div className="notice embed-problems" role="status">
              {problems.map((problem) => (
                <p key={problem}>{problem}</p>
              ))}
            </div>
          )}
          {started && <Notice />}
          {isOutdated && (
            <p className="embed-arrival" role="status">
              The page around opened this here. Nothing of it has run: it runs when you press Run.
            </p>
          )}
        </div>
        {started ? (
          <StartedPanes started={started} asked={asked} lines={lines} />
        ) : (
          <EmbedPanes
            panes={panes}
            lines={lines}
            content={previewOf({ shown, readOnly, runs, onTouch: touch })}
          />
        )}
      </div>
    </ProjectProvider>
  );
}

interface StartedPanesProps {
  readonly started: Workings;
  readonly asked: Asked;
  readonly lines: number;
}

function StartedPanes({ started, asked, lines }: StartedPanesProps) {
  const mayLoadMonaco = useMayLoadMonaco(started.runtime, started.requests);
  return (
    <Workspace
      workings={started}
      mayLoadMonaco={mayLoadMonaco}
      files={asked.readOnly ? 'read' : 'edited'}
    >
      {(content) => <EmbedPanes panes={asked.panes} lines={lines} content={content} />}
    </Workspace>
  );
}

function linesOf({ files, openFile }: EmbeddedProject): number {
  const content = files[openFile];
  return typeof content === 'string' ? content.split('\n').length : 1;
}

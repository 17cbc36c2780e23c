import { lazy, type ReactNode, useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { Editor } from './editor/Editor';
import { useLiveView } from './events/live-view';
import { layout, type Pane, type RunView, showRunView } from './layout/layout';
import type { Workings } from './playground';
import type { Replay } from './replay/replay';
import { RequestBar } from './requests/RequestBar';
import { Requests } from './requests/Requests';
import { createResponses } from './requests/responses';
import { ScenarioProgress } from './requests/scenario/ScenarioProgress';
import { EmptyPane } from './ui/EmptyPane';
import { type TabItem, Tabs } from './ui/Tabs';
import { UnlessUnloadable } from './ui/UnlessUnloadable';
import { Unloaded } from './ui/Unloaded';

interface WorkspaceProps {
  readonly workings: Workings;
  readonly mayLoadMonaco: boolean;
  /** What can be done with the files. Where they are only read, nothing that changes them is offered. */
  readonly files: 'edited' | 'read';
  /** Puts the panes where they belong. */
  readonly children: (panes: Readonly<Record<Pane, ReactNode>>) => ReactNode;
}

const TimelinePane = lazy(async () => {
  const { TimelinePane } = await import('./timeline/TimelinePane');
  return { default: TimelinePane };
});

const NO_TIMELINE = <Unloaded what="timeline" />;

const ScenarioPane = lazy(async () => {
  const { ScenarioPane } = await import('./requests/scenario/ScenarioPane');
  return { default: ScenarioPane };
});

const NO_SCENARIO = (
  <EmptyPane>
    <p>The table of the scenario could not be loaded. Its file is in the editor.</p>
  </EmptyPane>
);

const loadConsole = async () => {
  const { Console } = await import('./console/Console');
  return { default: Console };
};

const Console = lazy(loadConsole);

const NO_CONSOLE = <Unloaded what="console" />;

/** A recorded run has events, and no responses. */
const NO_RESPONSES = createResponses();

/** Percent of the height above the timeline, at most, while policies are compared. */
const COMPARING_HEIGHT = 30;

/** The panes of the open project: its files, its requests and its timeline, and how one leads to the other. */
export function Workspace({ workings, mayLoadMonaco, files, children }: WorkspaceProps) {
  const { runtime, requester, composing, scenarios, problems } = workings;
  const [replay, setReplay] = useState<Replay>();
  const requests = useLiveView(replay?.requests ?? workings.requests);
  const consoleLines = useLiveView(replay?.consoleLines ?? workings.consoleLines);
  const [selected, setSelected] = useState<string>();
  const chosenView = useStore(layout, (state) => state.view);
  const [starts, setStarts] = useState<readonly number[]>([]);

  useEffect(() => {
    // One that fails is tried again when the console is opened, which then says so.
    if (mayLoadMonaco) loadConsole().catch(() => undefined);
  }, [mayLoadMonaco]);

  const select = useCallback((request: string | undefined) => {
    setSelected(request);
    if (request === undefined) layout.setState({ view: 'requests' });
    else showRunView('requests');
  }, []);

  // The requests of another run have names of their own.
  const show = useCallback((replay: Replay | undefined) => {
    setReplay(replay);
    setSelected(undefined);
  }, []);

  const fired = useCallback(
    (request: string | undefined) => {
      setReplay(undefined);
      select(request);
    },
    [select],
  );

  useEffect(
    () =>
      scenarios.onRun((what) => {
        setReplay(undefined);
        setSelected(undefined);
        setStarts((before) => [...before, performance.now()]);
        const { view, topHeight } = layout.getState();
        if (view === 'console') layout.setState({ view: 'requests' });
        // Three services stand one above the other: the timeline needs the room.
        if (what === 'twins') layout.setState({ topHeight: Math.min(topHeight, COMPARING_HEIGHT) });
      }),
    [scenarios],
  );

  const tabs: TabItem<RunView>[] = [
    { id: 'requests', label: <Counted name="Requests" count={requests.total} /> },
    {
      id: 'console',
      label: <Counted name="Console" count={consoleLines.total} errors={consoleLines.errors} />,
    },
  ];
  // Its table is its file, to be changed.
  if (files === 'edited') tabs.push({ id: 'scenario', label: 'Scenario' });
  const view = tabs.some(({ id }) => id === chosenView) ? chosenView : 'requests';

  return children({
    editor: (
      <Editor
        runtime={runtime}
        problems={problems}
        mayLoadMonaco={mayLoadMonaco}
        readOnly={files === 'read'}
      />
    ),
    run: (
      <section className="run" aria-label="Requests and console">
        <RequestBar composing={composing} scenarios={scenarios} onFired={fired} />
        <Tabs
          label="Requests and console"
          tabs={tabs}
          selected={view}
          onSelect={showRunView}
          aside={
            requests.inFlight > 0 && (
              <span className="run-in-flight">
                {requests.inFlight.toLocaleString('en')} in flight
              </span>
            )
          }
        >
          {view === 'requests' ? (
            <Requests
              requests={requests}
              responses={replay ? NO_RESPONSES : requester.responses}
              loggedBy={consoleLines.loggedBy}
              selected={selected}
              onSelect={select}
              requester={replay ? undefined : requester}
              composing={composing}
            />
          ) : view === 'scenario' ? (
            <UnlessUnloadable instead={NO_SCENARIO}>
              <ScenarioPane scenarios={scenarios} composing={composing} />
            </UnlessUnloadable>
          ) : (
            <UnlessUnloadable instead={NO_CONSOLE}>
              <Console console={consoleLines} requests={requests} onSelectRequest={select} />
            </UnlessUnloadable>
          )}
        </Tabs>
        <ScenarioProgress scenarios={scenarios} />
      </section>
    ),
    timeline: (
      <UnlessUnloadable instead={NO_TIMELINE}>
        <TimelinePane
          runtime={runtime}
          selectedRequest={selected}
          onSelectRequest={select}
          starts={starts}
          replay={replay}
          onReplay={show}
        />
      </UnlessUnloadable>
    ),
  });
}

interface CountedProps {
  readonly name: string;
  readonly count: number;
  readonly errors?: number;
}

function Counted({ name, count, errors = 0 }: CountedProps) {
  return (
    <>
      {name}
      {count > 0 && <span className="badge">{count.toLocaleString('en')}</span>}
      {errors > 0 && (
        <span className="badge badge-error">
          {errors.toLocaleString('en')}
          <span className="visually-hidden"> {errors === 1 ? 'error' : 'errors'}</span>
        </span>
      )}
    </>
  );
}

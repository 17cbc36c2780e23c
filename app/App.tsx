import { lazy, useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { shownOfCommands } from './commands/open';
import { Editor } from './editor/Editor';
import { useLiveView } from './events/live-view';
import { Header } from './Header';
import { AccountLine } from './isolates/AccountLine';
import { IsolateMenu } from './isolates/IsolateMenu';
import { layout, showRunView } from './layout/layout';
import { Panes } from './layout/Panes';
import { ViewMenu } from './layout/ViewMenu';
import { Notice } from './Notice';
import type { Playground } from './playground';
import { ProjectProvider } from './project/context';
import { isToBeSaid, keeping } from './projects/keeping';
import { ReadmePlace } from './readme/ReadmePlace';
import type { Replay } from './replay/replay';
import { AbortControl } from './requests/AbortControl';
import { RequestBar } from './requests/RequestBar';
import { Requests } from './requests/Requests';
import { createResponses } from './requests/responses';
import { ScenarioControl } from './requests/scenario/ScenarioControl';
import { ScenarioProgress } from './requests/scenario/ScenarioProgress';
import { sharing } from './share/sharing';
import { EmptyPane } from './ui/EmptyPane';
import { Tabs } from './ui/Tabs';
import { UnlessUnloadable } from './ui/UnlessUnloadable';
import { useMayLoadMonaco } from './use-may-load-monaco';
import './ui/tokens.css';
import './ui/base.css';
import './App.css';

interface AppProps {
  readonly playground: Playground;
}

const TimelinePane = lazy(async () => {
  const { TimelinePane } = await import('./timeline/TimelinePane');
  return { default: TimelinePane };
});

const PageCommands = lazy(async () => {
  const { PageCommands } = await import('./PageCommands');
  return { default: PageCommands };
});

const KeepingBar = lazy(async () => {
  const { KeepingBar } = await import('./projects/KeepingBar');
  return { default: KeepingBar };
});

const Sharing = lazy(async () => {
  const { Sharing } = await import('./share/Sharing');
  return { default: Sharing };
});

const NO_SHARING = <Unloaded what="part that is about links" />;

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

export function App({ playground }: AppProps) {
  const { runtime, requester, composing, scenarios, problems } = playground;
  const [replay, setReplay] = useState<Replay>();
  const requests = useLiveView(replay?.requests ?? playground.requests);
  const consoleLines = useLiveView(replay?.consoleLines ?? playground.consoleLines);
  const mayLoadMonaco = useMayLoadMonaco(runtime, playground.requests);
  const [selected, setSelected] = useState<string>();
  const view = useStore(layout, (state) => state.view);
  const commandsAskedFor = useStore(shownOfCommands, ({ shown }) => shown !== 'nothing');

  const keepingToBeSaid = useStore(keeping, isToBeSaid);
  const linksToBeSeen = useStore(sharing, ({ dialog, arrival }) => !!(dialog || arrival));

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

  const ran = useCallback((what: 'service' | 'twins') => {
    setReplay(undefined);
    setSelected(undefined);
    setStarts((before) => [...before, performance.now()]);
    const { view, topHeight } = layout.getState();
    if (view === 'console') layout.setState({ view: 'requests' });
    // Three services stand one above the other: the timeline needs the room.
    if (what === 'twins') layout.setState({ topHeight: Math.min(topHeight, COMPARING_HEIGHT) });
  }, []);

  return (
    <ProjectProvider value={playground.project}>
      <div className="app">
        <Header account={<AccountLine account={playground.account} />}>
          <ScenarioControl scenarios={scenarios} onRun={ran} />
          <AbortControl runtime={runtime} />
          <IsolateMenu runtime={runtime} />
          <ViewMenu />
        </Header>
        {keepingToBeSaid && (
          <UnlessUnloadable instead={null}>
            <KeepingBar loadSaving={playground.loadSaving} />
          </UnlessUnloadable>
        )}
        <Notice />
        {linksToBeSeen && (
          <UnlessUnloadable instead={NO_SHARING}>
            <Sharing playground={playground} />
          </UnlessUnloadable>
        )}
        <ReadmePlace scenarios={scenarios} />
        <Panes
          editor={<Editor runtime={runtime} problems={problems} mayLoadMonaco={mayLoadMonaco} />}
          run={
            <section className="run" aria-label="Requests and console">
              <RequestBar composing={composing} scenarios={scenarios} onFired={fired} />
              <Tabs
                label="Requests and console"
                tabs={[
                  { id: 'requests', label: <Counted name="Requests" count={requests.total} /> },
                  {
                    id: 'console',
                    label: (
                      <Counted
                        name="Console"
                        count={consoleLines.total}
                        errors={consoleLines.errors}
                      />
                    ),
                  },
                  { id: 'scenario', label: 'Scenario' },
                ]}
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
          }
          timeline={
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
          }
        />
        {(mayLoadMonaco || commandsAskedFor) && (
          <UnlessUnloadable instead={null}>
            <PageCommands playground={playground} />
          </UnlessUnloadable>
        )}
      </div>
    </ProjectProvider>
  );
}

function Unloaded({ what }: { readonly what: string }) {
  return (
    <EmptyPane>
      <p>The {what} could not be loaded. All else works; reload the page to try again.</p>
    </EmptyPane>
  );
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

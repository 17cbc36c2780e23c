import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import type { Runtime } from '../../runtime-worker/index';
import { PlayHead } from '../replay/PlayHead';
import { ReplayBar } from '../replay/ReplayBar';
import { createReplay, type Replay } from '../replay/replay';
import { latestRun } from '../runs/candidates';
import { DropZone } from '../trace/DropZone';
import type { Recording } from '../trace/recording';
import { Button } from '../ui/Button';
import { PanelButton } from '../ui/PanelButton';
import { UnlessUnloadable } from '../ui/UnlessUnloadable';
import { createFrames } from './frames';
import type { Shown } from './Picture';
import { Timeline } from './Timeline';

const RunsPanel = lazy(async () => {
  const { RunsPanel } = await import('../runs/RunsPanel');
  return { default: RunsPanel };
});

const TracePanel = lazy(async () => {
  const { TracePanel } = await import('../trace/TracePanel');
  return { default: TracePanel };
});

const UNLOADABLE = 'This could not be loaded. Reload the page to try again.';

interface TimelinePaneProps {
  readonly runtime: Pick<Runtime, 'events' | 'subscribe'>;
  readonly selectedRequest: string | undefined;
  readonly onSelectRequest: (request: string) => void;
  /** ms, when scenarios were started. */
  readonly starts: readonly number[];
  /** The recorded run that is shown in place of the live one. */
  readonly replay: Replay | undefined;
  readonly onReplay: (replay: Replay | undefined) => void;
}

/** The timeline of the live run or of a recorded one, and how to come from one to the other. */
export function TimelinePane(props: TimelinePaneProps) {
  const { runtime, selectedRequest, onSelectRequest, starts, replay, onReplay } = props;
  const live = useMemo(() => createFrames(runtime), [runtime]);
  const shown = useRef<Shown>(null);
  const [opened, setOpened] = useState<readonly Recording[]>([]);
  const [refused, setRefused] = useState<string>();

  // It stops where nobody sees it any more.
  useEffect(() => () => replay?.pause(), [replay]);

  const show = (recording: Recording): Replay => {
    const made = createReplay(recording);
    setRefused(undefined);
    onReplay(made);
    return made;
  };

  const open = async (file: File) => {
    setRefused(undefined);
    try {
      const { openTrace } = await import('../trace/open-trace');
      const recording = await openTrace(file);
      setOpened((before) => [...before, recording]);
      show(recording);
    } catch (error) {
      setRefused(error instanceof Error ? error.message : String(error));
    }
  };

  const latest = () => latestRun(runtime.events(), starts, performance.timeOrigin);

  return (
    <DropZone onDrop={(file) => void open(file)}>
      <Timeline
        frames={replay?.frames ?? live}
        selectedRequest={selectedRequest}
        onSelectRequest={onSelectRequest}
        shown={shown}
        tools={
          <>
            {!replay && (
              <button
                type="button"
                title="The latest run again, slowly"
                onClick={() => {
                  const recording = latest();
                  if (recording) show(recording).play();
                }}
              >
                Replay
              </button>
            )}
            <PanelButton
              label="Runs"
              title="Runs of this visit, side by side"
              width={340}
              look="bar"
            >
              {(close) => (
                <UnlessUnloadable instead={UNLOADABLE}>
                  <Suspense>
                    <RunsPanel
                      events={runtime.events()}
                      starts={starts}
                      opened={opened}
                      onShow={(recording) => {
                        close();
                        show(recording);
                      }}
                    />
                  </Suspense>
                </UnlessUnloadable>
              )}
            </PanelButton>
            <PanelButton
              label="File"
              title="Export what is shown, or open it"
              width={320}
              look="bar"
            >
              {(close) => (
                <UnlessUnloadable instead={UNLOADABLE}>
                  <Suspense>
                    <TracePanel
                      recording={replay?.recording ?? wholeVisit(runtime)}
                      shown={shown}
                      onOpen={(file) => void open(file)}
                      onDone={close}
                    />
                  </Suspense>
                </UnlessUnloadable>
              )}
            </PanelButton>
          </>
        }
        above={
          <>
            {refused !== undefined && (
              <div className="trace-refused">
                <p className="trace-problem" role="alert">
                  {refused}
                </p>
                <Button
                  look="quiet"
                  aria-label="Put the message away"
                  onClick={() => setRefused(undefined)}
                >
                  ✕
                </Button>
              </div>
            )}
            {replay && <ReplayBar replay={replay} onBackToLive={() => onReplay(undefined)} />}
          </>
        }
        overlay={replay && ((shown) => <PlayHead replay={replay} shown={shown} />)}
      />
    </DropZone>
  );
}

/** Everything that happened since the page opened, under the names of its first services. */
function wholeVisit(runtime: Pick<Runtime, 'events'>): Recording {
  const events = runtime.events();
  const [service = 'run'] = events.map(({ service }) => service);
  return { name: service, clockBegan: performance.timeOrigin, events };
}

import { lazy, memo, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Runtime } from '../../runtime-worker/index';
import type { Replay } from '../replay/replay';
import { DropZone } from '../trace/DropZone';
import type { Recording } from '../trace/recording';
import { Button } from '../ui/Button';
import { PanelButton } from '../ui/PanelButton';
import { UnlessUnloadable } from '../ui/UnlessUnloadable';
import { createFrames } from './frames';
import type { Shown } from './Picture';
import { Timeline } from './Timeline';
import { plain } from './words';

const ReplayBar = lazy(async () => {
  const { ReplayBar } = await import('../replay/ReplayBar');
  return { default: ReplayBar };
});

const PlayHead = lazy(async () => {
  const { PlayHead } = await import('../replay/PlayHead');
  return { default: PlayHead };
});

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
export const TimelinePane = memo(function TimelinePane(props: TimelinePaneProps) {
  const { runtime, selectedRequest, onSelectRequest, starts, replay, onReplay } = props;
  const live = useMemo(() => createFrames(runtime), [runtime]);
  const shown = useRef<Shown>(null);
  const replayButton = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState<readonly Recording[]>([]);
  const [refused, setRefused] = useState<string>();
  const [opening, setOpening] = useState<string>();

  /** Does it, and says where it did not work. */
  const trying = async (what: () => Promise<void>) => {
    setRefused(undefined);
    try {
      await what();
    } catch (error) {
      setRefused(error instanceof Error ? error.message : String(error));
    } finally {
      setOpening(undefined);
    }
  };

  const show = async (recording: Recording): Promise<Replay> => {
    const { createReplay } = await import('../replay/replay');
    const made = createReplay(recording);
    onReplay(made);
    return made;
  };

  const open = (file: File) =>
    trying(async () => {
      setOpening(file.name);
      const { openTrace } = await import('../trace/open-trace');
      const recording = await openTrace(file);
      setOpened((before) => [...before, recording]);
      await show(recording);
    });

  const replayLatest = () =>
    trying(async () => {
      const { latestRun } = await import('../runs/candidates');
      const recording = latestRun(runtime.events(), starts, performance.timeOrigin);
      if (!recording) throw new Error('Nothing ran yet. Send a request, then it can be replayed.');
      (await show(recording)).play();
    });

  const backToLive = () => {
    flushSync(() => onReplay(undefined));
    // The control that was pressed is gone: the keyboard goes on where this began.
    replayButton.current?.focus();
  };

  return (
    <DropZone onDrop={(file) => void open(file)}>
      <Timeline
        frames={replay?.frames ?? live}
        selectedRequest={selectedRequest}
        onSelectRequest={onSelectRequest}
        started={starts.length}
        shown={shown}
        tools={
          <>
            {!replay && (
              <button
                type="button"
                title="The latest run again, slowly"
                ref={replayButton}
                onClick={() => void replayLatest()}
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
                  <RunsPanel
                    events={runtime.events()}
                    starts={starts}
                    opened={opened}
                    onShow={(recording) => {
                      close();
                      void trying(async () => {
                        await show(recording);
                      });
                    }}
                  />
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
                  <TracePanel
                    recording={replay?.recording ?? wholeVisit(runtime)}
                    shown={shown}
                    onOpen={(file) => void open(file)}
                    onDone={close}
                  />
                </UnlessUnloadable>
              )}
            </PanelButton>
          </>
        }
        above={
          <>
            {opening !== undefined && (
              <p className="trace-opening" role="status">
                Opening {plain(opening, 80)} …
              </p>
            )}
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
            {replay && (
              <UnlessUnloadable instead={UNLOADABLE}>
                <ReplayBar replay={replay} onBackToLive={backToLive} />
              </UnlessUnloadable>
            )}
          </>
        }
        overlay={
          replay &&
          ((shown) => (
            <UnlessUnloadable instead={null}>
              <PlayHead replay={replay} shown={shown} />
            </UnlessUnloadable>
          ))
        }
      />
    </DropZone>
  );
});

/** Everything that happened since the page opened, under the names of its first services. */
function wholeVisit(runtime: Pick<Runtime, 'events'>): Recording {
  const events = runtime.events();
  const [service = 'run'] = events.map(({ service }) => service);
  return { name: service, clockBegan: performance.timeOrigin, events };
}

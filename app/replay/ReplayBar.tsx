import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { duration } from '../timeline/viewport';
import { plain } from '../timeline/words';
import { recordedWhen } from '../trace/recording';
import { Button } from '../ui/Button';
import { RATES } from './clock';
import { momentInWords } from './moment-words';
import { latestMoment } from './moments';
import type { Replay } from './replay';
import { listenForReplayKeys } from './replay-keys';
import './replay.css';

interface ReplayBarProps {
  readonly replay: Replay;
  readonly onBackToLive: () => void;
}

/** Says that a recorded run is shown, and plays it. */
export function ReplayBar({ replay, onBackToLive }: ReplayBarProps) {
  const { recording, run, frames } = replay;
  const { now, layout } = useSyncExternalStore(frames.subscribe, frames.current);
  const { since, rate } = useStore(replay.clock);
  const moving = since !== undefined;
  useEffect(() => listenForReplayKeys(replay), [replay]);

  // What opened it may be gone, or is in a panel that closed.
  const play = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each run that is opened
  useEffect(() => play.current?.focus(), [replay]);

  return (
    <section className="replay" aria-label="Recording">
      <p className="replay-name">
        <span className="replay-chip">Recording</span>
        <strong title={plain(recording.name)}>
          <bdi>{plain(recording.name)}</bdi>
        </strong>
      </p>
      <div className="replay-controls">
        <button
          type="button"
          onClick={() => replay.step('previous')}
          disabled={now <= run.from}
          title="To the event before ( , )"
          aria-label="Previous event"
        >
          <Icon path="M2 2h1.6v8H2zM10.5 2v8L4.5 6z" />
        </button>
        <button
          type="button"
          className="replay-play"
          ref={play}
          onClick={() => (moving ? replay.pause() : replay.play())}
          title={moving ? 'Pause (space)' : 'Play (space)'}
          aria-label={moving ? 'Pause' : 'Play'}
        >
          <Icon path={moving ? 'M2.5 2h2.4v8H2.5zM7.1 2h2.4v8H7.1z' : 'M3 1.5v9L10.5 6z'} />
        </button>
        <button
          type="button"
          onClick={() => replay.step('next')}
          disabled={now >= run.to}
          title="To the next event ( . )"
          aria-label="Next event"
        >
          <Icon path="M8.4 2H10v8H8.4zM1.5 2v8l6-4z" />
        </button>
        <input
          type="range"
          className="replay-seek"
          aria-label="Play head"
          aria-valuetext={`${duration(now - run.from)} of ${duration(run.to - run.from)}`}
          min={0}
          max={Math.max(run.to - run.from, Number.MIN_VALUE)}
          step="any"
          value={now - run.from}
          onChange={({ target }) => replay.seek(run.from + target.valueAsNumber)}
        />
        <span className="replay-time">
          {duration(now - run.from)} <span>of {duration(run.to - run.from)}</span>
        </span>
        <label className="replay-rate">
          <span className="visually-hidden">Speed</span>
          <select value={rate} onChange={({ target }) => replay.setRate(Number(target.value))}>
            {RATES.map((each) => (
              <option key={each} value={each}>
                {each}×
              </option>
            ))}
          </select>
        </label>
        <button type="button" onClick={() => replay.showAll()} title="The whole run, at its end">
          All
        </button>
      </div>
      <p className="replay-moment" aria-live={moving ? 'off' : 'polite'}>
        <bdi>{momentInWords(latestMoment(recording.events, now), layout)}</bdi>
      </p>
      <p className="replay-when">{recordedWhen(recording)}</p>
      <Button onClick={onBackToLive}>Back to live</Button>
    </section>
  );
}

function Icon({ path }: { readonly path: string }) {
  return (
    <svg viewBox="0 0 12 12" width="12" height="12" fill="currentColor" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

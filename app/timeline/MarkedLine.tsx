import { useMemo } from 'react';
import type { Layout } from './layout';
import { sumsOf } from './sums';
import { duration, type Span } from './viewport';
import './MarkedLine.css';

interface MarkedLineProps {
  readonly layout: Layout;
  readonly now: number;
  readonly marked: Span;
  readonly onZoom: () => void;
  readonly onClear: () => void;
}

/** What happened in the span that the reader marked. */
export function MarkedLine({ layout, now, marked, onZoom, onClear }: MarkedLineProps) {
  const sums = useMemo(() => sumsOf(layout, marked, now), [layout, marked, now]);
  const facts = [
    counted(sums.requests, 'request'),
    sums.ok > 0 && `${sums.ok.toLocaleString('en')} ok`,
    sums.failed > 0 && `${sums.failed.toLocaleString('en')} not ok`,
    sums.inFlight > 0 && `${sums.inFlight.toLocaleString('en')} not over in it`,
    sums.median !== undefined && `median ${duration(sums.median)}`,
    sums.longest !== undefined && `longest ${duration(sums.longest)}`,
    sums.aborts > 0 && counted(sums.aborts, 'isolate destroyed', 'isolates destroyed'),
    sums.startups > 0 && counted(sums.startups, 'startup'),
  ].filter((fact) => fact !== false);
  return (
    <section className="timeline-marked" aria-label="Marked span">
      <strong>{duration(marked.to - marked.from)}</strong>
      <output>{facts.join(' · ')}</output>
      <div className="timeline-buttons">
        <button type="button" onClick={onZoom}>
          Zoom to it
        </button>
        <button type="button" onClick={onClear}>
          Clear
        </button>
      </div>
    </section>
  );
}

function counted(count: number, one: string, more = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : more}`;
}

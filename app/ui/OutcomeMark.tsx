import type { ReactNode } from 'react';
import type { Outcome } from '../../runtime-worker/index';
import './OutcomeMark.css';

interface OutcomeMarkProps {
  readonly outcome: Outcome | 'inFlight';
}

type Shape = 'ok' | 'exception' | 'aborted' | 'other' | 'inFlight';

/** The mark of an outcome: a shape as well as a colour. The word stands beside it. */
export function OutcomeMark({ outcome }: OutcomeMarkProps) {
  const shape = shapeOf(outcome);
  return (
    <svg
      className={`mark mark-${shape}`}
      viewBox="0 0 16 16"
      width="14"
      height="14"
      aria-hidden="true"
    >
      {DRAWINGS[shape]}
    </svg>
  );
}

/** The class that colours the word of an outcome as its mark is. */
export function outcomeClass(outcome: Outcome | 'inFlight'): string {
  return `mark-${shapeOf(outcome)}`;
}

function shapeOf(outcome: Outcome | 'inFlight'): Shape {
  switch (outcome) {
    case 'ok':
    case 'aborted':
    case 'inFlight':
      return outcome;
    case 'exception':
    case 'startupFailed':
      return 'exception';
    default:
      return 'other';
  }
}

const DRAWINGS = {
  ok: <path d="M3 8.5 6.5 12 13 4.5" />,
  exception: <path d="M8 2.5 14.5 13.5H1.5ZM8 7v2.6M8 11.6v.1" />,
  aborted: <path d="M5.5 1.5h5l4 4v5l-4 4h-5l-4-4v-5ZM5.8 5.8l4.4 4.4M10.2 5.8 5.8 10.2" />,
  other: <path d="M8 1.8 14.2 8 8 14.2 1.8 8Z" />,
  inFlight: <circle cx="8" cy="8" r="5" strokeDasharray="20 12" />,
} satisfies Record<Shape, ReactNode>;

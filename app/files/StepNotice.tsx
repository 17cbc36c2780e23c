import { useState } from 'react';
import { useProject, useProjectStore } from '../project/context';
import { Button } from '../ui/Button';
import { redo, undo } from './actions';

/** What was done to the files last, and how to take it back; gone once somebody types on. */
export function StepNotice() {
  const project = useProjectStore();
  const arranged = useProject((state) => state.files === state.arranged);
  const done = useProject((state) => state.done.at(-1));
  const undone = useProject((state) => state.undone.at(-1));
  const [putAway, setPutAway] = useState<object>();
  const step = undone ?? done;
  const shown = arranged && step !== undefined && step !== putAway;

  return (
    <div role="status" className="step-notice-place">
      {shown && (
        <div className="step-notice">
          <p>{undone ? `Undone: ${step.name}` : step.name}</p>
          <Button look="link" onClick={() => (undone ? redo(project) : undo(project))}>
            {undone ? 'Redo' : 'Undo'}
          </Button>
          <Button look="quiet" aria-label="Put the notice away" onClick={() => setPutAway(step)}>
            ✕
          </Button>
        </div>
      )}
    </div>
  );
}

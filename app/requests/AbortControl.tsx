import { type FormEvent, useState } from 'react';
import type { Runtime } from '../../runtime-worker/index';
import { useProjectStore } from '../project/context';
import { Button } from '../ui/Button';
import './AbortControl.css';

interface AbortControlProps {
  readonly runtime: Pick<Runtime, 'abortIsolate' | 'subscribe'>;
}

/** Aborts the isolate from outside, with a reason. */
export function AbortControl({ runtime }: AbortControlProps) {
  const project = useProjectStore();
  const [reason, setReason] = useState('');

  const abort = (event: FormEvent) => {
    event.preventDefault();
    let aborted = false;
    const stop = runtime.subscribe(({ type }) => {
      aborted ||= type === 'isolate.aborted';
    });
    void runtime.abortIsolate(reason === '' ? undefined : reason).then(() => {
      stop();
      project
        .getState()
        .notify(aborted ? undefined : 'There is no isolate to abort: the next request starts one.');
    });
  };

  return (
    <form className="abort-control" aria-label="Abort the isolate" onSubmit={abort}>
      <input
        className="field"
        aria-label="Reason"
        placeholder="Reason"
        autoComplete="off"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button look="danger" type="submit">
        Abort
      </Button>
    </form>
  );
}

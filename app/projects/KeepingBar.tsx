import { useStore } from 'zustand';
import type { Saving } from '../project/autosave';
import { keeping } from '../project/keeping';
import { Button } from '../ui/Button';
import './KeepingBar.css';

const TROUBLES = {
  full: 'Not saved: this browser gives the page no more room. Delete projects that you no longer need, or share this one: its link keeps it. What you type stays while this page is open.',
  shut: 'Not saved: this browser gives the page no storage, as in some private windows. Share keeps the project in a link. What you type stays while this page is open.',
};

/** What is to be known of how the open project is kept, while it is so. */
export function KeepingBar({ saving }: { readonly saving: Saving }) {
  const { place, trouble } = useStore(keeping);

  return (
    <>
      {place === 'elsewhere' && (
        <div className="keeping-bar" role="status">
          <p>This project is open in another tab. What you type here is kept as a copy.</p>
          <Button onClick={() => void saving.guard().then(({ takeOver }) => takeOver())}>
            Take over
          </Button>
        </div>
      )}
      {trouble && (
        <div className="keeping-bar" role="alert">
          <p>{TROUBLES[trouble]}</p>
          <Button onClick={() => void saving.flush()}>Save again</Button>
        </div>
      )}
    </>
  );
}

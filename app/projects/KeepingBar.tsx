import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Saving } from '../project/autosave';
import { keeping } from '../project/keeping';
import { Button } from '../ui/Button';
import { shownOfProjects } from './open';
import './KeepingBar.css';

const TROUBLES = {
  full: 'Not saved: this browser has no more room for the page. Delete projects that you no longer need, or keep this one as a link with Share. It stays here while the page is open.',
  shut: 'Not saved: this browser gives the page no storage, as in some private windows. Keep the project as a link with Share. It stays here while the page is open.',
};

/** What is to be known of how the open project is kept, while it is so. */
export function KeepingBar({ saving }: { readonly saving: Saving }) {
  const { place, trouble } = useStore(keeping);

  useEffect(() => {
    if (!trouble) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [trouble]);

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
          <div className="keeping-acts">
            {trouble === 'full' && (
              <Button onClick={() => shownOfProjects.setState({ shown: 'projects' })}>
                Your projects
              </Button>
            )}
            <Button onClick={() => void saving.flush()}>Save again</Button>
          </div>
        </div>
      )}
    </>
  );
}

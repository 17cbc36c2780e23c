import { useEffect } from 'react';
import { useStore } from 'zustand';
import { Button } from '../ui/Button';
import { keeping } from './keeping';
import { shownOfProjects } from './open';
import type { Saving } from './saving';
import './KeepingBar.css';

const TROUBLES = {
  full: 'Not saved: this browser has no more room for the page. Delete projects that you no longer need, or keep this one as a link with Share. It stays here while the page is open.',
  shut: 'Not saved: this browser gives the page no storage, as in some private windows. Keep the project as a link with Share. It stays here while the page is open.',
};

interface KeepingBarProps {
  readonly loadSaving: () => Promise<Saving>;
}

/** What is to be known of how the open project is kept, while it is so. */
export function KeepingBar({ loadSaving }: KeepingBarProps) {
  const { place, trouble } = useStore(keeping);

  // Where it cannot be loaded, that is said by what loads it.
  const act = (how: (saving: Saving) => void) => loadSaving().then(how, () => {});

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
          <Button onClick={() => act(({ takeOver }) => takeOver())}>Take over</Button>
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
            <Button onClick={() => act(({ flush }) => void flush())}>Save again</Button>
          </div>
        </div>
      )}
    </>
  );
}

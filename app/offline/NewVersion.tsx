import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Saving } from '../projects/saving';
import { Button } from '../ui/Button';
import { beginNewVersion, keepForOffline, versions } from './versions';
import './NewVersion.css';

interface NewVersionProps {
  readonly saving: Saving;
}

/** Says in a corner that there is a newer version of the page; nothing moves for it. */
export function NewVersion({ saving }: NewVersionProps) {
  const newer = useStore(versions, (state) => state.newer);
  const [isPutAway, setIsPutAway] = useState(false);

  useEffect(() => {
    // What it keeps is not to compete with the editor for the network.
    import('../editor/MonacoEditor').then(keepForOffline, keepForOffline);
  }, []);

  return (
    <div className="new-version-place" role="status">
      {newer && !isPutAway && (
        <div className="new-version">
          <p>A new version of Isolab is here.</p>
          <Button onClick={() => void saving.flush().then(beginNewVersion, beginNewVersion)}>
            Reload
          </Button>
          <Button look="quiet" aria-label="Later" onClick={() => setIsPutAway(true)}>
            ✕
          </Button>
        </div>
      )}
    </div>
  );
}

import { Play, X } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useStore } from 'zustand';
import { useProject } from '../project/context';
import type { Scenarios } from '../requests/scenario/scenarios';
import { Button } from '../ui/Button';
import { Markdown } from './Markdown';
import './Readme.css';

interface ReadmeProps {
  /** In Markdown. */
  readonly text: string;
  readonly scenarios: Scenarios;
}

/** What a project says of itself, and the one click that shows it. Until it is put away, or another project opens. */
export function Readme({ text, scenarios }: ReadmeProps) {
  const opening = useProject((state) => state.opening);
  const file = useProject(() => scenarios.file());
  const running = useStore(scenarios.store, ({ run }) => run?.state === 'running');
  const [putAway, setPutAway] = useState<object>();
  const shown = useDeferredValue(text);

  if (putAway === opening) return null;
  return (
    <section className="readme readme-slot" aria-label="README">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="readme-text" aria-label="Text of the README" tabIndex={0}>
        <Markdown text={shown} heading="h2" />
      </section>
      <div className="readme-tools">
        {file !== undefined && (
          <Button disabled={running} onClick={() => void scenarios.run('service')}>
            <Play size={12} aria-hidden /> Run
          </Button>
        )}
        <Button look="quiet" aria-label="Put the README away" onClick={() => setPutAway(opening)}>
          <X size={14} aria-hidden />
        </Button>
      </div>
    </section>
  );
}

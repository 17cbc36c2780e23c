import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { Logo } from '../Logo';
import type { Workings } from '../playground';
import { DOUBLE_CLICK, RunIcon, StopIcon } from '../requests/scenario/ScenarioControl';
import type { ScenariosState } from '../requests/scenario/scenarios';
import { loadLinks } from '../share/link';
import type { LinkedProject } from '../share/linked-project';
import { Button } from '../ui/Button';

interface EmbedHeaderProps {
  readonly name: string;
  /** What the button that runs it is called. */
  readonly runs: string;
  readonly started: Workings | undefined;
  readonly onRun: () => void;
  /** The link that came with the embed, while what it carries is what is shown. */
  readonly link: string | undefined;
  /** What is shown now. */
  readonly current: () => LinkedProject;
}

const NOTHING_RUNS = createStore<Pick<ScenariosState, 'run'>>(() => ({ run: undefined }));

/** Which project it is, the one click that runs it, and the way to the whole page. */
export function EmbedHeader({ name, runs, started, onRun, link, current }: EmbedHeaderProps) {
  const run = useStore(started?.scenarios.store ?? NOTHING_RUNS, (state) => state.run);
  const isRunning = run?.state === 'running';

  const press = () => {
    if (!isRunning) onRun();
    // Sooner it is the second half of a double click on Run.
    else if (performance.now() - run.began > DOUBLE_CLICK) started?.scenarios.cancel();
  };

  return (
    <header className="embed-header">
      <Logo />
      <h1 className="embed-name">{name}</h1>
      <OpenInIsolab link={link} current={current} />
      <Button look={isRunning ? 'plain' : 'primary'} onClick={press}>
        {isRunning ? <StopIcon /> : <RunIcon />} {isRunning ? `Cancel ${run.name}` : runs}
      </Button>
    </header>
  );
}

/** Opens what is shown in the whole page, in a tab of its own, where it runs nothing either. */
function OpenInIsolab({ link, current }: Pick<EmbedHeaderProps, 'link' | 'current'>) {
  const [links, setLinks] = useState<Awaited<ReturnType<typeof loadLinks>>>();
  const [made, setMade] = useState<string>();

  useEffect(() => {
    // Where it cannot be loaded the link leads to the page, and the project stays here.
    loadLinks().then(setLinks, () => undefined);
  }, []);

  // Not with each key that is typed: the whole project is packed into it.
  const make = () => {
    try {
      setMade(links?.encodeLink(current(), wholePage()));
    } catch {
      // Too large for a link.
      setMade(undefined);
    }
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: from then on when somebody comes near it
  useEffect(make, [links]);

  return (
    <a
      className="button button-quiet embed-open"
      href={link ?? made ?? wholePage()}
      target="_blank"
      rel="noopener"
      onPointerEnter={make}
      onPointerDown={make}
      onFocus={make}
    >
      Open in Isolab
      <svg viewBox="0 0 12 12" width="10" height="10" aria-hidden="true">
        <path
          d="M4.5 2H2v8h8V7.5M7 2h3v3M10 2 5.5 6.5"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.4"
        />
      </svg>
    </a>
  );
}

/** The page that this is an embed of. @param hash what stands after it. */
export function wholePage(hash = ''): string {
  const url = new URL(location.href);
  url.search = '';
  url.hash = hash;
  return url.href;
}

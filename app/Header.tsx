import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import type { ProjectFiles } from '../runtime-worker/index';
import { storyExample } from './examples/index';
import { Logo } from './Logo';
import { useProject, useProjectStore } from './project/context';
import { useProjectName } from './project/marks';
import type { ProjectOrigin, ProjectState } from './project/store';
import { ProjectMenu } from './projects/ProjectMenu';
import { ShareButton } from './ShareButton';
import { sharing } from './share/sharing';
import { Button } from './ui/Button';
import './Header.css';

interface HeaderProps {
  /** What the isolates hold. */
  readonly account: ReactNode;
  readonly children: ReactNode;
}

/** What this is, which project is open, and what to do with it. */
export function Header({ account, children }: HeaderProps) {
  const serviceName = useProjectName();
  const name = useProject((state) => state.name ?? serviceName);
  const origin = useProject((state) => state.origin);
  const arrival = useStore(sharing, (state) => state.arrival);
  const unedited = useProject((state) => state.files === arrival?.files);

  return (
    <header className="header">
      <h1 className="header-brand">
        <Logo /> Isolab
      </h1>
      <p className="header-project">
        <span className="header-name">{name}</span>
        <span className="header-origin">
          {ORIGINS[origin]} {unedited && arrival?.hash}
        </span>
      </p>
      {account}
      <div className="header-actions">{children}</div>
      <div className="header-tools">
        <StoryButton />
        <ProjectMenu />
        <ShareButton />
      </div>
    </header>
  );
}

/** Opens the story as it was, and afterwards what was open before: nothing typed is lost. */
function StoryButton() {
  const project = useProjectStore();
  const atStory = useProject((state) => isStory(state.files));
  const [before, setBefore] = useState<Pick<ProjectState, 'files' | 'origin' | 'id' | 'name'>>();

  if (atStory && !before) return null;
  const [label, files, origin, kept] =
    atStory && before
      ? (['Go back', before.files, before.origin, before] as const)
      : (['Open the story', STORY, 'example', undefined] as const);

  return (
    <Button
      look="quiet"
      onClick={() => {
        const left = project.getState();
        left.reopen(files, origin, kept);
        setBefore(atStory ? undefined : left);
      }}
    >
      {label}
    </Button>
  );
}

const STORY = storyExample();

function isStory(files: ProjectFiles): boolean {
  const paths = Object.keys(STORY);
  return (
    Object.keys(files).length === paths.length && paths.every((path) => files[path] === STORY[path])
  );
}

const ORIGINS: Record<ProjectOrigin, string> = {
  example: 'example',
  new: 'new',
  saved: 'your copy',
  link: 'from a link',
  api: 'from a script',
};

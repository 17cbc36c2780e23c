import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { Logo } from './Logo';
import { useProject } from './project/context';
import { useProjectName } from './project/marks';
import type { ProjectOrigin } from './project/store';
import { ProjectMenu } from './projects/ProjectMenu';
import { ShareButton } from './ShareButton';
import { sharing } from './share/sharing';
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
        <ProjectMenu />
        <ShareButton />
      </div>
    </header>
  );
}

const ORIGINS: Record<ProjectOrigin, string> = {
  example: 'example',
  new: 'new',
  saved: 'your copy',
  link: 'from a link',
  api: 'from a script',
};

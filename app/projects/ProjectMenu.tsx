import { lazy, useRef } from 'react';
import { useStore } from 'zustand';
import { shownOfCommands } from '../commands/open';
import { UnlessUnloadable } from '../ui/UnlessUnloadable';

const ProjectEntries = lazy(async () => {
  const { ProjectEntries } = await import('./ProjectEntries');
  return { default: ProjectEntries };
});

/** What can be done with the project as a whole: a button and its menu. */
export function ProjectMenu() {
  const button = useRef<HTMLButtonElement>(null);
  const isOpen = useStore(shownOfCommands, ({ shown }) => shown === 'project');

  return (
    <>
      <button
        ref={button}
        type="button"
        className="button panel-button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => shownOfCommands.setState({ shown: 'project' })}
      >
        Project
        <svg viewBox="0 0 10 10" width="9" height="9" aria-hidden="true">
          <path d="M1.5 3.5 5 7l3.5-3.5" />
        </svg>
      </button>
      {isOpen && (
        <UnlessUnloadable instead="This could not be loaded. Reload the page to try again.">
          <ProjectEntries button={button} />
        </UnlessUnloadable>
      )}
    </>
  );
}

import { use, useEffect, useMemo } from 'react';
import { bringInCommands, followDrops } from './bring-in/doors';
import { CommandCenter } from './commands/CommandCenter';
import { type Command, useCommands } from './commands/commands';
import { GalleryPlace } from './examples/GalleryPlace';
import { fileCommands } from './files/commands';
import { VIEW_COMMANDS } from './layout/view-commands';
import { NewVersion } from './offline/NewVersion';
import type { Playground } from './playground';
import { useProjectStore } from './project/context';
import { usePaths } from './project/marks';
import { projectCommands } from './projects/commands';
import { recordRuns } from './projects/history/record-runs';
import { ProjectDialogs } from './projects/ProjectDialogs';
import { requestCommands } from './requests/request-commands';
import { shareCommands } from './share/share-commands';
import { takeOutCommands } from './take-out/commands';

interface PageCommandsProps {
  readonly playground: Playground;
}

/** What can be done by palette or key and belongs to no pane alone. Loaded once the page stands. */
export function PageCommands({ playground }: PageCommandsProps) {
  const { runtime, composing, scenarios, loadSaving } = playground;
  const saving = use(loadSaving());
  const project = useProjectStore();
  const paths = usePaths();

  const running = useMemo<readonly Command[]>(
    () => [
      {
        id: 'run.abort',
        title: 'Abort the isolate',
        group: 'Run',
        run: () => void runtime.abortIsolate('aborted by hand'),
      },
    ],
    [runtime],
  );
  const requesting = useMemo(() => requestCommands(composing, scenarios), [composing, scenarios]);
  const opening = useMemo<readonly Command[]>(
    () =>
      paths.toSorted().map((path) => ({
        id: `files.open.${path}`,
        title: `Open ${path}`,
        group: 'Files',
        run: () => project.getState().select(path),
      })),
    [paths, project],
  );
  const files = useMemo(() => fileCommands(project), [project]);
  const projects = useMemo(() => ({ project, saving }), [project, saving]);
  useEffect(() => {
    // It says that nothing is saved: it has to be there when nothing more can be loaded.
    import('./projects/KeepingBar').catch(() => undefined);
  }, []);
  useEffect(() => recordRuns(projects), [projects]);
  const ofProject = useMemo(() => projectCommands(projects), [projects]);
  const links = useMemo(() => shareCommands(project), [project]);
  const takingOut = useMemo(() => takeOutCommands(project, runtime), [project, runtime]);
  const bringingIn = useMemo(() => bringInCommands(project), [project]);
  useEffect(() => followDrops(project), [project]);
  useCommands(running);
  useCommands(requesting);
  useCommands(files);
  useCommands(opening);
  useCommands(VIEW_COMMANDS);
  useCommands(links);
  useCommands(ofProject);
  useCommands(bringingIn);
  useCommands(takingOut);
  return (
    <>
      <CommandCenter />
      <ProjectDialogs projects={projects} />
      <GalleryPlace />
      <NewVersion saving={saving} />
    </>
  );
}

import type { ProjectState } from '../../project/store';
import type { Projects } from '../actions';
import { addVersion } from './versions';

let recording = Promise.resolve();

/** Settles when the runs so far are in the history. */
export function recorded(): Promise<void> {
  return recording;
}

/** Keeps a version of the open project at each run of files that did not run before. @returns how to stop. */
export function recordRuns({ project, saving }: Projects): () => void {
  let told = false;

  const record = async ({ opening, ranFiles }: ProjectState, before: ProjectState) => {
    try {
      // A copy of what another tab has open gets its id when it is saved.
      await saving.flush();
      if (project.getState().opening !== opening) return;
      await addVersion(project.getState().id, ranFiles, 'run', before.ranFiles);
    } catch {
      if (told) return;
      told = true;
      project
        .getState()
        .notify('This run is not in the history: this browser gives the page no room for it.');
    }
  };

  return project.subscribe((now, before) => {
    const isRun =
      now.opening === before.opening &&
      now.ranFiles !== before.ranFiles &&
      now.ranFiles === now.files;
    if (isRun) recording = recording.then(() => record(now, before));
  });
}

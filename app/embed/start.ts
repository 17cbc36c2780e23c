import { createRuntime, type Runtime } from '../../runtime-worker/index';
import { createApi } from '../automation/install';
import { layout } from '../layout/layout';
import { createWorkings, type Workings } from '../playground';
import { withPendingEdits } from '../project/pending-edits';
import type { ProjectStore } from '../project/store';
import { type ConsentStore, giveConsent, outdateConsent } from './consent';
import type { EmbeddedProject } from './embedded-project';
import type { Parent } from './parent';

export interface Starting {
  readonly shown: EmbeddedProject;
  readonly readOnly: boolean;
  readonly consent: ConsentStore;
  readonly parent: Parent | undefined;
}

/**
 * Makes the embed that was touched a place where things run: the runtime and all that shows it. Nothing
 * runs yet, and nothing is saved.
 */
export function startEmbed({ shown, readOnly, consent, parent }: Starting): Workings {
  const engine = createRuntime();
  const workings = createWorkings(asReader(engine, consent));
  const { project } = workings;
  project.subscribe((now, before) => {
    if (now.opening === before.opening) return;
    outdateConsent(consent);
    if (readOnly) showAllTabs(project);
  });
  project.getState().open(shown.files, shown.origin);
  project.getState().select(shown.openFile);
  if (shown.view) layout.setState({ view: shown.view });
  if (readOnly) keepFilesAsTheyAre(project);
  // Not as the reader: what the page around fires is no consent.
  parent?.serve(createApi({ runtime: withPendingEdits(engine, project), project }));
  return workings;
}

/** The runtime as the reader's own controls have it: firing with them is consent. */
function asReader(engine: Runtime, consent: ConsentStore): Runtime {
  return {
    ...engine,
    fetch(init) {
      giveConsent(consent);
      return engine.fetch(init);
    },
    dispatch(init) {
      giveConsent(consent);
      return engine.dispatch(init);
    },
  };
}

/** Without the tree of files tabs are the only way to them. */
function showAllTabs(project: ProjectStore): void {
  const { files, tabs } = project.getState();
  project.setState({ tabs: [...new Set([...tabs, ...Object.keys(files)])] });
}

/** Whatever of the page would change a file, it says why it does not. */
function keepFilesAsTheyAre(project: ProjectStore): void {
  const refuse = () =>
    project.getState().notify('This example is read-only here: open it in Isolab to change it.');
  project.setState({ edit: refuse, arrange: refuse });
}

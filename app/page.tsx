import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createRuntime } from '../runtime-worker/index';
import { App } from './App';
import { installAutomation } from './automation/install';
import { createPlayground } from './playground';
import { openFirstProject } from './project/first-project';
import { openLinkInHash } from './share/open-link';

/** Shows the whole page, with the project that its visit begins with. */
export async function showPage(root: Element): Promise<void> {
  const playground = createPlayground(createRuntime());
  const { project, runtime } = playground;
  const first = openFirstProject(project, () => openLinkInHash(project));
  const ready = Promise.all([first.settled, runtime.ready]).then(() => undefined);
  installAutomation({ project, runtime: { ...runtime, ready } });
  await first.shown;

  createRoot(root).render(
    <StrictMode>
      <App playground={playground} />
    </StrictMode>,
  );
}

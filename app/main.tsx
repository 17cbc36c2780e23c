import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createRuntime } from '../runtime-worker/index';
import { App } from './App';
import { installAutomation } from './automation/install';
import { createPlayground } from './playground';
import { openFirstProject } from './project/first-project';
import { openLinkInHash } from './share/open-link';

const playground = createPlayground(createRuntime());
const { project, runtime } = playground;
const first = openFirstProject(project, () => openLinkInHash(project));
const ready = Promise.all([first.settled, runtime.ready]).then(() => undefined);
installAutomation({ project, runtime: { ...runtime, ready } });
await first.shown;

// A link that is put into the address bar of an open page changes only what comes after `#`.
addEventListener('hashchange', () => location.reload());

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element #root.');
createRoot(root).render(
  <StrictMode>
    <App playground={playground} />
  </StrictMode>,
);

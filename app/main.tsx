import { isEmbedded } from './embed/is-embedded';
import { showPage } from './page';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element #root.');

// A link that is put into the address bar of an open page changes only what comes after `#`.
addEventListener('hashchange', () => location.reload());

if (isEmbedded) void import('./embed/show-embed').then(({ showEmbed }) => showEmbed(root));
else void showPage(root);

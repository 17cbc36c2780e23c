import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { look } from '../look/look';
import { readAsked } from './asked';
import { createConsent } from './consent';
import { Embed } from './Embed';
import { findProject } from './embedded-project';
import { connectParent } from './parent';

/** Shows the page as an example in a page of somebody else's, as its address asks for it. */
export async function showEmbed(root: Element): Promise<void> {
  const asked = readAsked(location.search);
  look.setState({ theme: asked.theme });
  const consent = createConsent();
  const parent = connectParent(consent);
  const shown = await findProject(asked, location.hash);
  createRoot(root).render(
    <StrictMode>
      <Embed asked={asked} shown={shown} consent={consent} parent={parent} />
    </StrictMode>,
  );
}

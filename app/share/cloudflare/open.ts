import type { ProjectFiles } from '../../../runtime-worker/index';
import { LinkError } from '../link-error';

/**
 * Opens the project in Cloudflare's Playground, in a tab of its own.
 * @returns what there is to say of it, if anything: what stays behind, or why it was not opened.
 */
export async function openInCloudflare(files: ProjectFiles): Promise<string | undefined> {
  try {
    const { makeCloudflareLink } = await loadMaker();
    const { url, left } = await makeCloudflareLink(files);
    window.open(url, '_blank', 'noopener');
    if (left.length === 0) return undefined;
    return `Cloudflare's Playground has one Worker of JavaScript and text. These files stay behind: ${left.join(', ')}.`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function loadMaker() {
  try {
    return await import('./make-link');
  } catch {
    throw new LinkError(
      "What makes links of Cloudflare's Playground could not be loaded. Check the connection and try again.",
    );
  }
}

import { PANES } from '../layout/layout';
import type { AskedLayout } from './linked-project';

/**
 * HTML that shows a project in another page. It asks the browser for nothing that a frame has not anyway.
 * @param link to the project, as the whole page opens it.
 * @param title of the frame, for those who cannot see it.
 * @param hidden panes that do not show.
 */
export function embedSnippet(
  link: string,
  title: string,
  hidden: AskedLayout['hidden'] = [],
): string {
  const url = new URL(link);
  const panes = PANES.filter((pane) => !hidden.includes(pane));
  const isPart = panes.length > 0 && panes.length < PANES.length;
  url.search = isPart ? `?embed&panes=${panes.join(',')}` : '?embed';
  return `<iframe src="${inAttribute(url.href)}" title="${inAttribute(title)}" loading="lazy" style="width: 100%; height: 600px; border: 1px solid #8886; border-radius: 8px"></iframe>`;
}

function inAttribute(text: string): string {
  return text.replace(/[&"<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}

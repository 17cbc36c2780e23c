import { download } from '../trace/download';

/** Hands a link that is too long to be sent as a text to the browser, as a file. @param name of the project. */
export function downloadProject(name: string, link: string): void {
  const file = name.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 60);
  download(`${file}.isolab-link.txt`, new Blob([link], { type: 'text/plain' }));
}

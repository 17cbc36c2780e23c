import type { ProjectFiles } from '../../runtime-worker/index';
import { filesByExample } from './folders';

const STORY = import.meta.glob<string>(['./story/**', '!**/README.md'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The first project that opens. Its README comes with all the other examples, when they are looked at. */
export function storyExample(): ProjectFiles {
  return filesByExample(STORY).get('story') ?? {};
}

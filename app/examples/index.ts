import type { ProjectFiles } from '../../runtime-worker/index';

const SOURCES = import.meta.glob<string>('./*/**', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The examples by the names of their folders. Each is a project of real files. */
export const EXAMPLES: ReadonlyMap<string, ProjectFiles> = readExamples();

/** The first project that opens. */
export function storyExample(): ProjectFiles {
  return EXAMPLES.get('story') ?? {};
}

function readExamples(): Map<string, ProjectFiles> {
  const examples = new Map<string, Record<string, string>>();
  for (const [path, text] of Object.entries(SOURCES)) {
    const [, name = '', file = ''] = /^\.\/([^/]+)\/(.+)$/.exec(path) ?? [];
    const files = examples.get(name) ?? {};
    examples.set(name, { ...files, [file]: text });
  }
  return examples;
}

import type { ProjectFiles } from '../../runtime-worker/index';

/** The least that is a project: one module that answers, and its configuration. */
export const NEW_PROJECT: ProjectFiles = {
  'wrangler.jsonc': `{
  "name": "new-project",
  "main": "src/index.ts",
  "compatibility_date": "2026-11-17"
}
`,
  'src/index.ts': `export default {
  async fetch(request): Promise<Response> {
    return new Response('Hello');
  },
} satisfies ExportedHandler;
`,
};

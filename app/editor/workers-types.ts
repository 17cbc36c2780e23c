import type { ProjectFiles } from '../../runtime-worker/index';
import { ABORT_ISOLATE_TYPES } from './abort-isolate-types';
import { folderOf } from './configured-workers';
import { assetTypes, environmentTypes } from './environment-types';
import { setTypeLibraries } from './typescript';

/** For a method that \`@cloudflare/workers-types\` has without a word. */
const ABORT_DOCUMENTATION = `  /**
   * Ends this request, and only this one: none of its code runs after it, no \`catch\`, no \`finally\` and
   * no \`waitUntil\` task. The client gets the reason as an error. The isolate lives on with its module
   * state, and the other requests in flight go on. To be rid of the isolate as well, call
   * \`abortIsolate\` of \`cloudflare:workers\`.
   *
   * @param reason What the client's error is.
   */
`;

const RUNTIME_TYPES = 'node_modules/@cloudflare/workers-types/index.d.ts';

/**
 * Gives the editor the types that the code of this project sees beside its own. `Env` is that of the
 * Worker whose file is open: each has its own.
 */
export async function provideWorkersTypes(files: ProjectFiles, openFile: string): Promise<void> {
  const folder = folderOf(openFile);
  const runtimeTypes = bringsRuntimeTypes(files) ? '' : await loadRuntimeTypes();
  // A project that declares types of its own says itself what `Env` has: nothing is declared twice.
  const environment = declaresEnvironment(files) ? '' : environmentTypes(files, folder);
  setTypeLibraries(
    new Map([
      [RUNTIME_TYPES, runtimeTypes],
      ['node_modules/isolab/abort-isolate.d.ts', ABORT_ISOLATE_TYPES],
      ['node_modules/isolab/modules.d.ts', assetTypes(files, folder)],
      ...Object.keys(files)
        .flatMap((path) => folderOf(path))
        .map(
          (other) =>
            [`${other}worker-configuration.d.ts`, other === folder ? environment : ''] as const,
        )
        .filter(([path]) => !Object.hasOwn(files, path)),
    ]),
  );
}

async function loadRuntimeTypes(): Promise<string> {
  const { default: types } = await import('@cloudflare/workers-types/index.d.ts?raw');
  return types.replace(
    /(interface ExecutionContext<[^{]*\{[^}]*?)( {2}abort\()/,
    (_, before: string, abort: string) => before + ABORT_DOCUMENTATION + abort,
  );
}

function declaresEnvironment(files: ProjectFiles): boolean {
  return declarationsOf(files).some((text) => /\binterface\s+Env\b/.test(text));
}

/** `wrangler types` writes the runtime's types into the project: they must not come twice. */
function bringsRuntimeTypes(files: ProjectFiles): boolean {
  return declarationsOf(files).some((text) =>
    /declare module ["']cloudflare:workers["']/.test(text),
  );
}

function declarationsOf(files: ProjectFiles): string[] {
  return Object.entries(files).flatMap(([path, content]) =>
    path.endsWith('.d.ts') && typeof content === 'string' ? [content] : [],
  );
}

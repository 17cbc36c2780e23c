import { type ProjectFiles, readProject } from '../../runtime-worker/index';
import { setTypeLibraries } from './typescript';

/** What `@cloudflare/workers-types` lacks. */
const MISSING_TYPES = `
declare namespace CloudflareWorkersModule {
  /**
   * Destroys this isolate at once: every request in flight is rejected with the reason, and the next
   * request gets a fresh isolate.
   *
   * It never returns and cannot be caught: no \`catch\`, no \`finally\` and no other request's code runs
   * after it. In production it does what exceeding twice the memory limit does; \`workerd\` on a
   * developer's machine ends its own process instead.
   *
   * @param reason Why: it is in the message of the error that everything in flight is rejected with.
   */
  export function abortIsolate(reason?: string): never;
}
declare module '*.txt' { const text: string; export default text; }
declare module '*.html' { const text: string; export default text; }
declare module '*.sql' { const text: string; export default text; }
declare module '*.bin' { const bytes: ArrayBuffer; export default bytes; }
declare module '*.wasm' { const module: WebAssembly.Module; export default module; }
`;

/** Gives the editor the types that the code of this project sees beside its own. */
export async function provideWorkersTypes(files: ProjectFiles): Promise<void> {
  const libraries = new Map([
    ['isolab/missing.d.ts', MISSING_TYPES],
    ['isolab/env.d.ts', environmentTypes(files)],
  ]);
  if (!bringsRuntimeTypes(files)) {
    const types = await import('@cloudflare/workers-types/index.d.ts?raw');
    libraries.set('@cloudflare/workers-types/index.d.ts', types.default);
  }
  setTypeLibraries(libraries);
}

/**
 * `Env` with a property for each of `vars`, and anything else allowed. A project that declares types of
 * its own says itself what `Env` has: then nothing is named, so that nothing is declared twice.
 */
function environmentTypes(files: ProjectFiles): string {
  const declared = declarationsOf(files).some((text) => /\binterface\s+Env\b/.test(text));
  const names = declared ? [] : Object.entries(variablesOf(files));
  const properties = names.map(([name, value]) => `${JSON.stringify(name)}: ${typeOf(value)};`);
  return `
interface Env { ${properties.join(' ')} [binding: string]: any }
declare namespace Cloudflare { interface Env { ${properties.join(' ')} [binding: string]: any } }
`;
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

function variablesOf(files: ProjectFiles): Readonly<Record<string, unknown>> {
  try {
    return readProject(files).vars;
  } catch {
    return {};
  }
}

function typeOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? typeof value
    : 'any';
}

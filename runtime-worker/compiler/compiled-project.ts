import type { ProjectFiles } from '../project';
import { type Evaluate, RUNTIME_KEY, type RuntimeGlobal } from '../runtime-modules';
import { compile } from './compile';
import type { CompileResult, Script } from './script';

export const MAIN = 'src/index.ts';

/** A network that is down. */
const offline: typeof fetch = () => Promise.reject(new TypeError('Failed to fetch'));

/** Compiles without a network. */
export function compileOffline(
  files: ProjectFiles,
  main = MAIN,
  nodeCompat = true,
): Promise<CompileResult> {
  return compile(files, main, { rules: [], nodeCompat, cdn: 'https://esm.sh' }, offline);
}

export async function scriptOf(files: ProjectFiles, main = MAIN): Promise<Script> {
  const result = await compileOffline(files, main);
  if (!result.ok) throw new Error(result.diagnostics.map(({ error }) => error.message).join('\n'));
  return result.script;
}

/** Evaluates the script as an isolate does: once, as a module, with what the runtime brings in place. */
export async function evaluate(script: Script): Promise<Record<string, unknown>> {
  const runtime: RuntimeGlobal = {
    modules: {
      'cloudflare:workers': {
        DurableObject: class {},
        RpcPromise: class {},
        RpcProperty: class {},
        RpcStub: class {},
        RpcTarget: class {},
        ServiceStub: class {},
        WorkerEntrypoint: class {},
        WorkflowEntrypoint: class {},
        cache: {},
        exports: {},
        restore: Symbol('restore'),
        tracing: {},
        abortIsolate: () => 'aborted',
        env: { NAME: 'value' },
        waitUntil: () => undefined,
        withEnv: () => undefined,
        withEnvAndExports: () => undefined,
        withExports: () => undefined,
      },
      'isolab:async-context': {
        asked: () => undefined,
        caught: () => undefined,
        check: () => undefined,
        delegate: (iterable: unknown) => iterable,
        enter: () => undefined,
        restorer: () => undefined,
        resume: (_frame: unknown, value: unknown) => value,
        thenable: (value: unknown) => value,
      },
      'isolab:frame-values': {
        captureFrameValues: () => (work: () => unknown) => work(),
        frameValue: () => undefined,
        hasFrameValue: () => false,
        withFrameValue: (_key: object, _value: unknown, work: () => unknown) => work(),
      },
      'isolab:diagnostics': { publish: () => undefined },
      'isolab:vars': { vars: {} },
    },
    assets: script.assets,
    platform: {
      bindToFrame: (callback) => callback,
      cryptoPort: new MessageChannel().port1,
      askCache: async () => ({ type: 'missing' }),
    },
  };
  Object.assign(globalThis, { [Symbol.for(RUNTIME_KEY)]: runtime });
  const { default: evaluateModules }: { default: Evaluate } = await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(script.code)}`
  );
  return evaluateModules();
}

export async function run(files: ProjectFiles, main = MAIN): Promise<Record<string, unknown>> {
  return evaluate(await scriptOf(files, main));
}

/** `severity name message` of each diagnostic. */
export async function problemsOf(files: ProjectFiles, main = MAIN): Promise<readonly string[]> {
  const { diagnostics } = await compileOffline(files, main);
  return diagnostics.map(({ severity, error }) => `${severity} ${error.name} ${error.message}`);
}

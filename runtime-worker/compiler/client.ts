import { type Remote, wrap } from 'comlink';
import type { BundleResult } from '../bundle-result';
import type { ProjectFiles } from '../project';
import type { CompileOptions } from './compilation';
import { type ProblemName, Problems, reasonOf } from './problems';
import type { CompileResult } from './script';
import type { CompilerThread } from './worker';

export interface Compiler {
  /**
   * Compiles in another thread; see `compile.ts`. Never rejects: where the thread cannot be loaded or
   * dies, the result says so, and the next compile starts another.
   */
  compile(files: ProjectFiles, main: string, options: CompileOptions): Promise<CompileResult>;
  /** Bundles for `workerd`, in the same thread and with the same care; see `bundle.ts`. */
  bundle(files: ProjectFiles, main: string, options: CompileOptions): Promise<BundleResult>;
}

/** Longer than any project takes, with the compiler still to be loaded: it hangs. In ms. */
const TIME_LIMIT = 60_000;

/** Starts the compiler's thread, so that it is loaded when the first compile comes. */
export function createCompiler(): Compiler {
  let thread: Thread | undefined = new Thread();
  const inThread = async <Result>(work: (thread: Thread) => Promise<Result>): Promise<Result> => {
    thread ??= new Thread();
    const used = thread;
    const result = await work(used);
    if (used.dead && thread === used) thread = undefined;
    return result;
  };
  return {
    compile: (...given) =>
      inThread((thread) => thread.run<CompileResult>(({ compile }) => compile(...given))),
    bundle: (...given) =>
      inThread((thread) => thread.run<BundleResult>(({ bundle }) => bundle(...given))),
  };
}

type Failure = Extract<CompileResult, { readonly ok: false }>;

const FAILURE: ProblemName = 'CompilerFailure';

/** One Web Worker, used until something goes wrong in it. */
class Thread {
  readonly #worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  readonly #remote: Remote<CompilerThread> = wrap<CompilerThread>(this.#worker);
  /** Comlink never settles a call whose worker is gone, so every call is raced against this. */
  readonly #death = Promise.withResolvers<Failure>();
  #dead = false;

  constructor() {
    this.#worker.addEventListener('error', (event) => {
      event.preventDefault();
      // A script that cannot be loaded gives a plain event, without a message.
      this.#die(
        event.message
          ? `The compiler failed: ${event.message}`
          : 'The compiler could not be loaded. Check the connection, then edit the project or fire a request to try again.',
      );
    });
  }

  get dead(): boolean {
    return this.#dead;
  }

  /** Never rejects: what goes wrong is the result. */
  async run<Result extends { readonly ok: true } | Failure>(
    work: (remote: Remote<CompilerThread>) => Promise<Result>,
  ): Promise<Result | Failure> {
    const timer = setTimeout(
      () => this.#die(`The compiler gave no answer for ${TIME_LIMIT / 1000} seconds.`),
      TIME_LIMIT,
    );
    try {
      const result = await Promise.race([work(this.#remote), this.#death.promise]);
      const failed = result.ok
        ? undefined
        : result.diagnostics.find(({ error }) => error.name === FAILURE);
      if (failed) this.#die(failed.error.message);
      return result;
    } catch (error) {
      const reason = `The compiler failed: ${reasonOf(error)}`;
      this.#die(reason);
      return failure(reason);
    } finally {
      clearTimeout(timer);
    }
  }

  #die(reason: string): void {
    this.#dead = true;
    this.#worker.terminate();
    this.#death.resolve(failure(reason));
  }
}

function failure(reason: string): Failure {
  const problems = new Problems();
  problems.error(FAILURE, reason);
  return { ok: false, diagnostics: problems.diagnostics };
}

import type { ErrorInfo, Position, Runtime, RuntimeEvent } from '../../runtime-worker/index';
import type { ProjectStore } from '../project/store';
import { errorTitle } from '../requests/error-title';

/** Something wrong with the code as it stands: found by the compiler, or met by a run. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly position: Position | undefined;
}

/** The problems of the code as it stands. */
export interface Problems {
  subscribe(listener: () => void): () => void;
  /** Immutable: the same list until something changed. */
  snapshot(): readonly Problem[];
}

const KEPT = 100;

/**
 * Follows the compiler and the runtime. What the compiler found stands until it has looked again, or it
 * would come and go at each key. What a run met is dropped at the next edit, and what the code before the
 * edit still does is not held against the new code.
 */
export function createProblems(
  runtime: Pick<Runtime, 'onDiagnostics' | 'subscribe'>,
  project: ProjectStore,
): Problems {
  const listeners = new Set<() => void>();
  const outdated = new Set<string>();
  let problems: readonly Problem[] = [];
  let ofCompiler: readonly Problem[] = [];

  const show = (next: readonly Problem[]) => {
    if (isSame(next, problems)) return;
    problems = next;
    for (const listener of listeners) listener();
  };

  runtime.onDiagnostics((diagnostics) => {
    ofCompiler = unique(diagnostics.map(({ severity, error }) => problemOf(error, severity)));
    show(ofCompiler);
  });

  runtime.subscribe((event) => {
    if (event.type === 'isolate.condemned' && event.cause === 'edit') outdated.add(event.isolate);
    if (event.type === 'isolate.ended') outdated.delete(event.isolate);
    const error = errorOf(event);
    if (!error || outdated.has(event.isolate) || problems.length >= KEPT) return;
    const next = unique([...problems, problemOf(error, 'error')]);
    if (next.length > problems.length) show(next);
  });

  project.subscribe((now, before) => {
    if (now.opening !== before.opening) ofCompiler = [];
    if (now.files !== before.files) show(ofCompiler);
  });

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => problems,
  };
}

function errorOf(event: RuntimeEvent): ErrorInfo | undefined {
  switch (event.type) {
    case 'startup.ended':
    case 'uncaught':
      return event.error;
    case 'request.ended':
    case 'waitUntil.ended':
      // An abort is what the code wanted, and a client that left is no fault of the code.
      return event.outcome === 'exception' ? event.error : undefined;
    default:
      return undefined;
  }
}

function problemOf(error: ErrorInfo, severity: Problem['severity']): Problem {
  return { severity, message: errorTitle(error), position: error.position };
}

function unique(problems: readonly Problem[]): readonly Problem[] {
  const byKey = new Map(
    problems.map((problem) => [JSON.stringify([problem.position, problem.message]), problem]),
  );
  return [...byKey.values()];
}

function isSame(some: readonly Problem[], others: readonly Problem[]): boolean {
  return some.length === others.length && JSON.stringify(some) === JSON.stringify(others);
}

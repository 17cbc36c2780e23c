import type { Diagnostic } from '../diagnostic';
import type { Position } from '../events';

/**
 * `SyntaxError`: a module is not in its language, or imports a name that is not exported.
 * `ResolveError`: an import leads to no module.
 * `CompilerFailure`: the compiler itself broke; its thread is not to be used again.
 */
export type ProblemName = 'SyntaxError' | 'ResolveError' | 'CompilerFailure';

/** The problems one compile found, in the order it found them. */
export class Problems {
  readonly #found = new Map<string, Diagnostic>();

  error(name: ProblemName, what: string, position?: Position): void {
    this.#add('error', name, what, position);
  }

  warning(what: string, position?: Position): void {
    this.#add('warning', 'Warning', what, position);
  }

  get hasErrors(): boolean {
    return this.diagnostics.some(({ severity }) => severity === 'error');
  }

  get diagnostics(): readonly Diagnostic[] {
    return [...this.#found.values()];
  }

  /** One problem at one place is said once, however many paths lead to it. */
  #add(severity: Diagnostic['severity'], name: string, what: string, position?: Position): void {
    const at = position ? `${position.file}:${position.line}:${position.column}: ` : '';
    const message = `${at}${what}`;
    const error = { name, message, ...(position && { position }) };
    this.#found.set(`${severity} ${message}`, { severity, error });
  }
}

/** What a caught value says of itself; it may be anything that was thrown. */
export function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

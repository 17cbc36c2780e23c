import type { Compiler } from '../compiler/client';
import type { CompileResult } from '../compiler/script';
import type { Diagnostic } from '../diagnostic';
import {
  ProjectError,
  type ProjectFiles,
  readProject,
  type ServiceConfiguration,
} from '../project';
import type { Code } from './isolate';

/** The project's code as it is now: compiled once for each change. */
export class ProjectCode {
  readonly #compiler: Compiler;
  readonly #onDiagnostics: (diagnostics: readonly Diagnostic[]) => void;
  #configuration: ServiceConfiguration | undefined;
  #compiled: Promise<CompileResult> = Promise.resolve(NO_PROJECT);

  constructor(compiler: Compiler, onDiagnostics: (diagnostics: readonly Diagnostic[]) => void) {
    this.#compiler = compiler;
    this.#onDiagnostics = onDiagnostics;
  }

  /**
   * Takes a project as a whole.
   * @returns Its configuration.
   * @throws {ProjectError} and changes nothing, where it cannot be read.
   */
  open(files: ProjectFiles): ServiceConfiguration {
    const configuration = readProject(files);
    this.#configuration = configuration;
    const { main, rules } = configuration;
    this.#compile(this.#compiler.compile(files, main, { rules }));
    return configuration;
  }

  /** Takes an edit under way: where the project cannot be read, that is the next startup's error. */
  edit(files: ProjectFiles): void {
    try {
      this.open(files);
    } catch (error) {
      if (!(error instanceof ProjectError)) throw error;
      const diagnostics: Diagnostic[] = [{ severity: 'error', error: error.info() }];
      this.#compile(Promise.resolve({ ok: false, diagnostics }));
    }
  }

  /** What an isolate evaluates at its startup. */
  current(): Code {
    return {
      compiled: this.#compiled,
      vars: () => this.#configuration?.vars ?? {},
      settings: this.#configuration?.settings ?? {},
    };
  }

  #compile(compiled: Promise<CompileResult>): void {
    this.#compiled = compiled;
    void compiled.then(({ diagnostics }) => {
      if (this.#compiled === compiled) this.#onDiagnostics(diagnostics);
    });
  }
}

const NO_PROJECT: CompileResult = {
  ok: false,
  diagnostics: [
    {
      severity: 'error',
      error: { name: 'Error', message: 'No project is open.' },
    },
  ],
};

import type { BundleResult } from '../bundle-result';
import type { Compiler } from '../compiler/client';
import type { CompileResult } from '../compiler/script';
import type { ErrorInfo } from '../events';
import {
  type ProjectFiles,
  readServices,
  type ServiceBinding,
  type ServiceConfiguration,
} from '../project';
import { ProjectError } from '../project-error';
import type { SubrequestTarget } from '../protocol';
import type { Code } from './isolate';

interface ServiceCode {
  readonly configuration: ServiceConfiguration;
  /** Not told yet. */
  warnings: readonly ErrorInfo[];
  readonly compiled: Promise<CompileResult>;
  readonly bundle: () => Promise<BundleResult>;
}

/** The project's code as it is now: that of each of its services, compiled once for each change. */
export class ProjectCode {
  readonly #compiler: Compiler;
  readonly #cdn: () => string;
  readonly #onCompiled: (results: readonly CompileResult[]) => void;
  #services: ReadonlyMap<string, ServiceCode> = new Map();
  /** Why the project cannot be read as it is. */
  #unreadable: Failure | undefined;

  /**
   * @param cdn Base URL of the CDN that packages come from, where the project names none.
   * @param onCompiled Called with what the compiles of the services gave, unless others followed.
   */
  constructor(
    compiler: Compiler,
    cdn: () => string,
    onCompiled: (results: readonly CompileResult[]) => void,
  ) {
    this.#compiler = compiler;
    this.#cdn = cdn;
    this.#onCompiled = onCompiled;
  }

  /**
   * Takes a project as a whole.
   * @returns The names of its services, the main one first.
   * @throws {ProjectError} and changes nothing, where it cannot be read.
   */
  open(files: ProjectFiles): readonly [main: string, ...others: string[]] {
    const [main, ...others] = readServices(files);
    this.#unreadable = undefined;
    this.#services = new Map(
      [main, ...others].map((configuration) => [
        configuration.name,
        {
          configuration,
          warnings: configuration.warnings.map(({ error }) => error),
          compiled: this.#compiler.compile(files, ...this.#how(configuration)),
          bundle: () => this.#compiler.bundle(files, ...this.#how(configuration)),
        },
      ]),
    );
    void this.#tell([...this.#services.values()].map(withWarnings));
    return [main.name, ...others.map(({ name }) => name)];
  }

  /**
   * Takes an edit under way: where the project cannot be read, that is the next startup's error.
   * @returns The names of its services, none where it cannot be read.
   */
  edit(files: ProjectFiles): readonly string[] {
    try {
      return this.open(files);
    } catch (error) {
      if (!(error instanceof ProjectError)) throw error;
      this.#unreadable = failure(error);
      void this.#tell([this.#unreadable]);
      return [];
    }
  }

  /** Bundles a service for `workerd`. */
  async bundle(name: string): Promise<BundleResult> {
    const service = this.#services.get(name);
    return this.#unreadable ?? (await service?.bundle()) ?? noService(name);
  }

  /** What an isolate of the service evaluates at its startup. */
  of(name: string): Code {
    const service = this.#services.get(name);
    return {
      compiled: this.#unreadable
        ? Promise.resolve(this.#unreadable)
        : (service?.compiled ?? Promise.resolve(noService(name))),
      vars: () => service?.configuration.vars ?? {},
      services: () => targetsOf(service?.configuration.services ?? {}),
      unsupportedBindings: () => service?.configuration.unsupportedBindings ?? {},
      outbound: () => service?.configuration.outbound,
      tailConsumers: () => service?.configuration.tailConsumers ?? [],
      takeWarnings() {
        const warnings = service?.warnings ?? [];
        if (service) service.warnings = [];
        return warnings;
      },
      settings: service?.configuration.settings ?? {},
    };
  }

  #how({ main, rules, nodeCompat, settings }: ServiceConfiguration) {
    const { cdn = this.#cdn() } = settings;
    return [main, { rules, nodeCompat, cdn }] as const;
  }

  async #tell(all: readonly (CompileResult | Promise<CompileResult>)[]): Promise<void> {
    const [services, unreadable] = [this.#services, this.#unreadable];
    const results = await Promise.all(all);
    if (this.#services !== services || this.#unreadable !== unreadable) return;
    this.#onCompiled(results);
  }
}

async function withWarnings({ configuration, compiled }: ServiceCode): Promise<CompileResult> {
  const result = await compiled;
  return { ...result, diagnostics: [...configuration.warnings, ...result.diagnostics] };
}

function targetsOf(
  services: Readonly<Record<string, ServiceBinding>>,
): Record<string, SubrequestTarget> {
  return Object.fromEntries(
    Object.entries(services).map(([binding, { service, entrypoint, props }]) => [
      binding,
      { kind: 'service', service, entrypoint, props },
    ]),
  );
}

type Failure = Extract<CompileResult, { readonly ok: false }>;

function noService(name: string): Failure {
  return failure(
    new ProjectError(`The project has no worker service ${JSON.stringify(name)} any more.`),
  );
}

function failure(error: ProjectError): Failure {
  return { ok: false, diagnostics: [{ severity: 'error', error: error.info() }] };
}

import type { Diagnostic } from '../diagnostic';
import type { Position } from '../events';
import type { PackageJsonChange, ResolvedVersion } from '../resolved-versions';

/**
 * A whole project as one ES module. Importing it evaluates nothing of the project; its default export, an
 * `Evaluate`, is what an isolate calls at its startup.
 */
export interface Script {
  /**
   * Names the script in stacks: `code` ends with a `//# sourceURL=` of it. No other text of a stack
   * looks like it, so `<url>:line:column` can be found and mapped in the stacks of every engine.
   */
  readonly url: string;
  readonly code: string;
  /** Whether the main module exports nothing: the old syntax of service workers. */
  readonly serviceWorker: boolean;
  /** Where the main module exports its handlers: the place of errors that have none of their own. */
  readonly entry: Position;
  /** Source map v3, JSON. Its `sources` are the paths of the project's files. */
  readonly map: string;
  /** The bytes of data and Wasm modules; the code asks for them by index. */
  readonly assets: readonly Uint8Array<ArrayBuffer>[];
}

/** What stacks call the top level of the modules, until they are mapped. */
export const TOP_LEVEL_NAME = '$isolab_top_level';

/** What compiling gave. `diagnostics` holds at least one error where it failed, and only warnings where not. */
export type CompileResult =
  | {
      readonly ok: true;
      readonly script: Script;
      readonly diagnostics: readonly Diagnostic[];
      /** The versions of npm packages that were looked up, since the project does not name them exactly. */
      readonly resolvedVersions: readonly ResolvedVersion[];
      /** How to name them. */
      readonly packageJson: PackageJsonChange | undefined;
    }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

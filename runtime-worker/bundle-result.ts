import type { Diagnostic } from './diagnostic';

/** A module of bytes beside a bundle. */
export interface SideModule {
  /** As the bundle imports it, without `./`. */
  readonly name: string;
  readonly kind: 'wasm' | 'data';
  readonly content: Uint8Array<ArrayBuffer>;
}

/** A worker service as JavaScript that `workerd` runs, with nothing of this runtime in it. */
export interface Bundle {
  readonly code: string;
  /** Whether the main module exports nothing: the old syntax of service workers. */
  readonly serviceWorker: boolean;
  readonly modules: readonly SideModule[];
}

/** What bundling gave. `diagnostics` holds at least one error where it failed. */
export type BundleResult =
  | { readonly ok: true; readonly bundle: Bundle }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

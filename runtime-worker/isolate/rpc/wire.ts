/** What the two sides of an RPC session send each other. The supervisor passes it on unread. */
import type { Thrown } from '../../protocol';

/** What an `ask` is asked of, in terms of the side that is asked. */
export type Reference =
  | { readonly kind: 'root' }
  /** What it exported. */
  | { readonly kind: 'export'; readonly id: number }
  /** What it answered, or will answer, to an `ask`. */
  | { readonly kind: 'answer'; readonly id: number };

/** A value that no structured clone can carry. */
export type Special =
  /** Stays with the sender, who is asked for it. */
  | { readonly kind: 'export'; readonly id: number }
  /** The receiver's own. */
  | { readonly kind: 'own'; readonly id: number }
  | { readonly kind: 'headers'; readonly headers: Pairs }
  | { readonly kind: 'readable'; readonly source: Special }
  | { readonly kind: 'writable'; readonly sink: Special }
  | {
      readonly kind: 'request';
      readonly method: string;
      readonly url: string;
      readonly headers: Pairs;
      readonly body: Special | null;
    }
  | {
      readonly kind: 'response';
      readonly status: number;
      readonly statusText: string;
      readonly headers: Pairs;
      readonly body: Special | null;
    };

export type Pairs = readonly [name: string, value: string][];

/** A value as it travels: a clone keeps identity, so its empty objects in `specials` are found in it. */
export interface Encoded {
  readonly value: unknown;
  readonly specials: readonly (readonly [placeholder: object, special: Special])[];
}

export type RpcMessage =
  /** Without `args` a property is read. */
  | {
      readonly type: 'ask';
      readonly id: number;
      readonly of: Reference;
      readonly path: readonly string[];
      readonly args?: Encoded;
    }
  | { readonly type: 'answer'; readonly id: number; readonly value: Encoded }
  | { readonly type: 'threw'; readonly id: number; readonly error: Thrown }
  /** The receiver's export is not used any more. */
  | { readonly type: 'release'; readonly id: number };

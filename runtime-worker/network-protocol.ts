/**
 * Every message between the supervisor and the network frame, with its schema.
 *
 *     supervisor ──(ToNetwork)──► frame ──(FromNetwork, checked)──► supervisor
 */
import * as v from 'valibot';
import { BODY_CHUNK, TEXT_LIMIT } from './bounds';

const Id = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const Text = v.pipe(v.string(), v.maxLength(TEXT_LIMIT));

/** What the supervisor tells the network frame. */
export type ToNetwork =
  | {
      readonly type: 'fetch';
      readonly id: number;
      readonly method: string;
      readonly url: string;
      readonly headers: readonly (readonly [name: string, value: string])[];
      readonly body: Uint8Array<ArrayBuffer> | null;
      readonly redirect: RequestRedirect;
    }
  /** The reader took so many bytes of the response. */
  | { readonly type: 'grant'; readonly id: number; readonly bytes: number }
  /** Nobody waits for it any more. */
  | { readonly type: 'cancel'; readonly id: number };

/** What the network frame tells the supervisor. */
export const FromNetwork = v.variant('type', [
  v.object({
    type: v.literal('responded'),
    id: Id,
    status: v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)),
    statusText: Text,
    headers: v.pipe(v.array(v.strictTuple([Text, Text])), v.maxLength(1000)),
    /** Where redirects led. */
    url: Text,
    /** Whether `chunk`s and an `ended` or `failed` follow. */
    body: v.boolean(),
  }),
  v.object({
    type: v.literal('chunk'),
    id: Id,
    bytes: v.pipe(
      v.instance(Uint8Array),
      v.check((bytes) => bytes.byteLength <= BODY_CHUNK),
    ),
  }),
  v.object({ type: v.literal('ended'), id: Id }),
  /** `hidden`: it redirects, and the browser does not say where to. */
  v.object({ type: v.literal('failed'), id: Id, why: v.picklist(['hidden', 'unsaid']) }),
]);
export type FromNetwork = v.InferOutput<typeof FromNetwork>;

/** How the page begins the network frame: with one port. */
export interface NetworkInit {
  readonly type: 'isolab.network';
  /** Source of the frame's code. */
  readonly frame: string;
}

/** `node:stream`: the package `readable-stream`, which is that of Node.js. */
import streams from 'readable-stream';

export const {
  Duplex,
  PassThrough,
  Readable,
  Stream,
  Transform,
  Writable,
  addAbortSignal,
  finished,
  isErrored,
  isReadable,
  pipeline,
  promises,
} = streams;
// What the types of this version of Node.js lack.
export const { compose, destroy, isDisturbed }: Readonly<Record<string, unknown>> = { ...streams };
export default streams;

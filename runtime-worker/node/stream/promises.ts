/** `node:stream/promises`: those of the package `readable-stream`. */
import { promises } from 'readable-stream';

export const { finished, pipeline } = promises;
export default promises;

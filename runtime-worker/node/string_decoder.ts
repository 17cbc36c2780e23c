/** `node:string_decoder`: the package of that name, which also takes bytes that are no `Buffer`. */
import { Buffer } from 'node:buffer';
import { StringDecoder as Base } from 'string_decoder/';

export class StringDecoder extends Base {
  override write(bytes: string | Buffer | NodeJS.ArrayBufferView): string {
    return super.write(bufferOf(bytes));
  }

  override end(bytes?: string | Buffer | NodeJS.ArrayBufferView): string {
    return bytes === undefined ? super.end() : super.end(bufferOf(bytes));
  }
}

function bufferOf(bytes: string | NodeJS.ArrayBufferView): Buffer {
  if (typeof bytes === 'string') return Buffer.from(bytes);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export default { StringDecoder };

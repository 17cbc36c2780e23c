import type { ProjectFiles } from '../../runtime-worker/index';
import { ByteReader, NotReadable, textOf } from './byte-reader';
import { checkedFiles, type FileEntry } from './checked-files';
import { MOST_FILES } from './file-names';

/**
 * Reads the files of a project from what a link of version 1 unpacks to:
 *
 *     payload = count file*
 *     file    = length-of-name name length-and-kind content
 *
 * Numbers are LEB128 (7 bits in each byte, lowest first). Names and texts are UTF-8.
 * `length-and-kind` is twice the content's length in bytes, plus one where it is not text.
 * @throws {NotReadable} where it is no payload.
 * @throws {LinkError} where it has a file name that is refused, or too many files.
 */
export function fromPayloadV1(payload: Uint8Array<ArrayBuffer>): ProjectFiles {
  const reader = new ByteReader(payload);
  const count = reader.number();
  const entries: FileEntry[] = [];
  for (let index = 0; index < count && index <= MOST_FILES; index += 1) {
    const name = textOf(reader.bytes(reader.number()));
    const lengthAndKind = reader.number();
    const bytes = reader.bytes(Math.floor(lengthAndKind / 2));
    entries.push([name, lengthAndKind % 2 === 0 ? textOf(bytes) : bytes.slice()]);
  }
  if (entries.length === count && !reader.atEnd) throw new NotReadable();
  return checkedFiles(entries);
}

import * as v from 'valibot';
import { ByteReader, concatenated, NotReadable, numberBytes, textOf } from './byte-reader';
import { checkedFiles, type FileEntry } from './checked-files';
import { MOST_FILES } from './file-names';
import { AskedLayout, type LinkedProject } from './linked-project';

/**
 * A project as bytes, before they are packed into a link of version 2:
 *
 *     payload   = file* open-file? layout?
 *     file      = name "\n" text %xFF             ; UTF-8, which has no byte FF
 *               / name %x01 length bytes
 *               / name %x02 length UTF-16         ; little-endian, of text that is no valid Unicode
 *     open-file = %x03 index                      ; of the file to be shown, from 0
 *     layout    = %x04 JSON %xFF
 *
 * Lengths (in bytes) and the index are LEB128: 7 bits in each byte, lowest first. No name has a
 * control character, so that none is in doubt.
 */
const MARK = { text: 0x0a, bytes: 0x01, utf16: 0x02, openFile: 0x03, layout: 0x04 };
const MARKS_OF_FILES = [MARK.text, MARK.bytes, MARK.utf16];
const END = 0xff;

/** @param project whose file names are good. */
export function toPayloadV2({ files, openFile, layout }: LinkedProject): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const marked = (mark: number, ...rest: Uint8Array[]) => parts.push(Uint8Array.of(mark), ...rest);

  for (const [name, content] of Object.entries(files)) {
    parts.push(encoder.encode(name));
    if (typeof content !== 'string') {
      marked(MARK.bytes, numberBytes(content.length), content);
    } else if (content.isWellFormed()) {
      marked(MARK.text, encoder.encode(content), Uint8Array.of(END));
    } else {
      const bytes = utf16Of(content);
      marked(MARK.utf16, numberBytes(bytes.length), bytes);
    }
  }
  const index = openFile === undefined ? -1 : Object.keys(files).indexOf(openFile);
  if (index >= 0) marked(MARK.openFile, numberBytes(index));
  if (layout) marked(MARK.layout, encoder.encode(JSON.stringify(layout)), Uint8Array.of(END));
  return concatenated(parts);
}

/**
 * Reads a payload that may come from anyone. A layout that the page does not have is not asked for.
 * @throws {NotReadable} where it is no payload.
 * @throws {LinkError} where it has a file name that is refused, or too many files.
 */
export function fromPayloadV2(payload: Uint8Array<ArrayBuffer>): LinkedProject {
  const reader = new ByteReader(payload);
  const entries: FileEntry[] = [];
  let openFile: string | undefined;
  let layout: AskedLayout | undefined;
  while (!reader.atEnd && entries.length <= MOST_FILES) {
    if (reader.skips(MARK.openFile)) {
      [openFile] = entries[reader.number()] ?? notReadable();
    } else if (reader.skips(MARK.layout)) {
      layout = layoutOf(textOf(reader.until([END]).bytes));
    } else {
      entries.push(fileOf(reader));
    }
  }
  return { files: checkedFiles(entries), openFile, layout };
}

function fileOf(reader: ByteReader): FileEntry {
  const { bytes, end } = reader.until(MARKS_OF_FILES);
  const name = textOf(bytes);
  if (end === MARK.text) return [name, textOf(reader.until([END]).bytes)];
  const content = reader.bytes(reader.number());
  return [name, end === MARK.bytes ? content.slice() : fromUtf16(content)];
}

function layoutOf(json: string): AskedLayout | undefined {
  try {
    const asked = v.safeParse(AskedLayout, JSON.parse(json));
    return asked.success ? asked.output : undefined;
  } catch {
    return undefined;
  }
}

function utf16Of(text: string): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), true);
  return new Uint8Array(view.buffer);
}

/** Not by a TextDecoder: that puts U+FFFD where half a pair is. */
function fromUtf16(bytes: Uint8Array<ArrayBuffer>): string {
  if (bytes.length % 2 === 1) throw new NotReadable();
  const units: string[] = [];
  for (let at = 0; at < bytes.length; at += 2) {
    units.push(String.fromCharCode((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)));
  }
  return units.join('');
}

function notReadable(): never {
  throw new NotReadable();
}

/** One line of a hex view. */
export interface HexLine {
  /** Of its first byte, eight hex digits. */
  readonly offset: string;
  /** Two hex digits for each byte, in groups of eight. */
  readonly hex: string;
  /** Each byte as ASCII, a dot where it is no printable character. */
  readonly text: string;
}

const GROUP = 8;

/** The line of `bytes` that begins at `start` and has `length` bytes, or what is left of them. */
export function hexLine(bytes: Uint8Array, start: number, length: number): HexLine {
  const part = [...bytes.subarray(start, start + length)];
  const pairs = part.map((byte) => byte.toString(16).padStart(2, '0'));
  const hex: string[] = [];
  for (let at = 0; at < length; at += GROUP) hex.push(pairs.slice(at, at + GROUP).join(' '));
  return {
    offset: start.toString(16).padStart(8, '0'),
    hex: hex.join('  ').padEnd(length * 3 - 1 + length / GROUP - 1),
    text: part.map(printable).join(''),
  };
}

function printable(byte: number): string {
  return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.';
}

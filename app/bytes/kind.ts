/** What bytes are, as far as their first ones tell. */
export interface Kind {
  readonly name: string;
  /** The MIME type, where a browser shows it as an image. */
  readonly image?: string;
}

const ASCII = (text: string) => [...text].map((character) => character.charCodeAt(0));

interface Signature extends Kind {
  readonly at?: number;
  readonly bytes: readonly number[];
}

const SIGNATURES: readonly Signature[] = [
  { name: 'PNG image', image: 'image/png', bytes: [0x89, ...ASCII('PNG\r\n\u001a\n')] },
  { name: 'JPEG image', image: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { name: 'GIF image', image: 'image/gif', bytes: ASCII('GIF8') },
  { name: 'WebP image', image: 'image/webp', at: 8, bytes: ASCII('WEBPVP8') },
  { name: 'AVIF image', image: 'image/avif', at: 4, bytes: ASCII('ftypavif') },
  { name: 'BMP image', image: 'image/bmp', bytes: ASCII('BM') },
  { name: 'icon', image: 'image/x-icon', bytes: [0, 0, 1, 0] },
  { name: 'WebAssembly module', bytes: [0, ...ASCII('asm')] },
  { name: 'PDF document', bytes: ASCII('%PDF-') },
  { name: 'Zip archive', bytes: ASCII('PK\u0003\u0004') },
  { name: 'gzip archive', bytes: [0x1f, 0x8b] },
  { name: 'WOFF2 font', bytes: ASCII('wOF2') },
  { name: 'WOFF font', bytes: ASCII('wOFF') },
  { name: 'SQLite database', bytes: ASCII('SQLite format 3\0') },
];

const UNKNOWN: Kind = { name: 'binary data' };

/** Looks at the bytes alone: a file's name may say anything. */
export function kindOf(bytes: Uint8Array): Kind {
  return (
    SIGNATURES.find(({ at = 0, bytes: signature }) =>
      signature.every((byte, index) => bytes[at + index] === byte),
    ) ?? UNKNOWN
  );
}

/** Bytes in the unit that fits: `812 bytes`, `4.2 KB`, `1.3 MB`. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`;
  const [size, unit] = bytes < 1024 ** 2 ? [bytes / 1024, 'KB'] : [bytes / 1024 ** 2, 'MB'];
  return `${size.toLocaleString('en', { maximumFractionDigits: 1 })} ${unit}`;
}

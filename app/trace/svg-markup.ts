/** Markup of SVG. Only what is here makes it of text. */
export type Svg = string;

/** Text for between tags. What XML does not allow at all is left out. */
export function escaped(words: string): Svg {
  return (
    words
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no character for them
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
  );
}

/** Text for an attribute. */
export function attribute(words: string): Svg {
  return escaped(words).replace(/"/g, '&quot;');
}

/** Words with their middle at a height. */
export function text(
  x: number,
  y: number,
  words: string,
  style: Readonly<Record<string, string>>,
): Svg {
  if (words === '') return '';
  const attributes = Object.entries(style).map(([key, value]) => ` ${key}="${attribute(value)}"`);
  // 4 px under the middle is where letters of 11 px stand, for viewers that know no dominant-baseline.
  return `<text x="${round(x)}" y="${round(y + 4)}"${attributes.join('')}>${escaped(words)}</text>`;
}

/** CSS pixels that words take, roughly: a document does not know the fonts of who reads it. */
export function widthOf(words: string): number {
  return words.length * 6;
}

/** The words, cut with `…` to fit; `''` where not even a few letters do. */
export function fitted(words: string, width: number): string {
  if (widthOf(words) <= width) return words;
  const letters = Math.floor(width / 6) - 1;
  return letters < 3 ? '' : `${words.slice(0, letters)}…`;
}

/** Nothing where it is not wide. Pixels. */
export function rect(
  x: number,
  y: number,
  width: number,
  height: number,
  style: Readonly<Record<string, string>>,
): Svg {
  if (!(width > 0)) return '';
  const attributes = Object.entries(style).map(([key, value]) => ` ${key}="${attribute(value)}"`);
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"${attributes.join('')}/>`;
}

/** Hundredths of a pixel are enough. */
export function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}

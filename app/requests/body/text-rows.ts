/** The longest row, in UTF-16 units: a line that is longer is shown in several. */
const LONGEST_ROW = 2000;

/** So many rows are shown; what is behind them is in the file that can be saved. */
export const ROWS_LIMIT = 200_000;

/** Text as rows, of which a view draws those in sight. Grows with the text. */
export class TextRows {
  readonly #decoder: TextDecoder;
  readonly #texts: string[] = [''];
  /** The line that a row begins, 0 where it goes on with one. */
  readonly #lines: number[] = [1];
  #line = 1;
  #read = 0;
  #afterReturn = false;

  constructor(decoder: TextDecoder) {
    this.#decoder = decoder;
  }

  /** How many there are. An empty text has one, an empty row. */
  get count(): number {
    return this.#texts.length;
  }

  /** How many lines there are. */
  get lines(): number {
    return this.#line;
  }

  /** Whether there is more text than rows. */
  get isCut(): boolean {
    return this.#texts.length >= ROWS_LIMIT;
  }

  text(row: number): string {
    return this.#texts[row] ?? '';
  }

  /** The number of the line that begins with a row, or `undefined` where it goes on with one. */
  line(row: number): number | undefined {
    return this.#lines[row] || undefined;
  }

  /** Takes what is new of `bytes`, which begin with all that it took before. */
  read(bytes: Uint8Array): void {
    if (bytes.length === this.#read) return;
    const text = this.#decoder.decode(bytes.subarray(this.#read), { stream: true });
    this.#read = bytes.length;
    this.#append(text);
  }

  #append(text: string): void {
    // A line's end may come in two pieces: its return was taken for the whole of it.
    const more = this.#afterReturn && text.startsWith('\n') ? text.slice(1) : text;
    if (text !== '') this.#afterReturn = text.endsWith('\r');
    const [first = '', ...lines] = more.split(/\r\n|\n|\r/);
    this.#extend(first);
    for (const line of lines) {
      if (this.isCut) return;
      this.#line += 1;
      this.#texts.push('');
      this.#lines.push(this.#line);
      this.#extend(line);
    }
  }

  #extend(text: string): void {
    const row = this.#texts.length - 1;
    const whole = this.text(row) + text;
    let end = endOfRow(whole, 0);
    this.#texts[row] = whole.slice(0, end);
    while (end < whole.length && !this.isCut) {
      const from = end;
      end = endOfRow(whole, from);
      this.#texts.push(whole.slice(from, end));
      this.#lines.push(0);
    }
  }
}

/** Where a row that begins at `from` ends: never within a character. */
function endOfRow(text: string, from: number): number {
  const end = from + LONGEST_ROW;
  const last = text.charCodeAt(end - 1);
  return end < text.length && last >= 0xd800 && last < 0xdc00 ? end - 1 : end;
}

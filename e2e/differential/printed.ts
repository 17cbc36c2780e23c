/** What `workerd` prints, where it is told to print JSON. */

export interface PrintedLine {
  readonly level: string;
  readonly message: string;
  /** The runtime's own lines have it. */
  readonly source?: string;
}

export function linesOf(printed: string): PrintedLine[] {
  return printed
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
}

/** It paints numbers and objects, as for a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what they are.
const COLOURS = /\u001b\[\d+m/g;

/** What workers logged: `level text`, in order. */
export function logsIn(printed: string): string[] {
  return linesOf(printed)
    .filter(({ source }) => source === undefined)
    .map(({ level, message }) => `${level} ${message.replace(COLOURS, '')}`);
}

import { structuredPatch } from 'diff';

/** A line of one of two texts, or of both. Lines count from 1. */
export interface DifferenceLine {
  readonly how: 'same' | 'removed' | 'added';
  readonly text: string;
  /** Its number in the text where it is: the new one, if it is in both. */
  readonly line: number;
}

/** Lines of context around what differs. */
const CONTEXT = 3;
/** ms after which two texts are too different. */
const PATIENCE = 2000;

/**
 * Where two texts differ, in pieces with some lines around them.
 * @returns `undefined` where they are too different to be compared.
 */
export function lineDifferences(
  before: string,
  after: string,
): readonly (readonly DifferenceLine[])[] | undefined {
  const patch = structuredPatch('', '', before, after, '', '', {
    context: CONTEXT,
    timeout: PATIENCE,
  });
  return patch?.hunks.map(({ lines, oldStart, newStart }) => {
    let oldLine = oldStart;
    let newLine = newStart;
    return lines.flatMap((marked): DifferenceLine[] => {
      const text = marked.slice(1);
      if (marked.startsWith('-')) return [{ how: 'removed', text, line: oldLine++ }];
      if (marked.startsWith('+')) return [{ how: 'added', text, line: newLine++ }];
      // `\ No newline at end of file` is no line.
      if (marked.startsWith('\\')) return [];
      oldLine += 1;
      return [{ how: 'same', text, line: newLine++ }];
    });
  });
}

import type { ConsoleLine } from './lines';
import type { VisibleLines } from './visible-lines';

/** A line as text, indented as far as it is in groups. */
export function textOfLine({ text, stack, depth }: ConsoleLine): string {
  const whole = stack === undefined ? text : `${text}\n${stack}`;
  const indent = '  '.repeat(depth);
  return indent === '' ? whole : whole.replaceAll(/^/gm, indent);
}

/** The lines on show as text. */
export function textOfLines({ lines, count }: VisibleLines): string {
  return lines.slice(0, count).map(textOfLine).join('\n');
}

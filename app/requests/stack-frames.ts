import type { Position } from '../../runtime-worker/index';

/** A piece of a stack: text, or a place in a file of the project. */
export type StackPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'place'; readonly text: string; readonly position: Position };

const PLACE = /([^\s()@:]+):(\d+):(\d+)/g;

/**
 * Takes a stack apart at the places `path:line:column` that lie in the project; all else is text.
 * @param has whether the project has a file of this path.
 */
export function stackParts(stack: string, has: (path: string) => boolean): StackPart[] {
  const parts: StackPart[] = [];
  let end = 0;
  for (const match of stack.matchAll(PLACE)) {
    const [text, file = '', line, column] = match;
    if (!has(file)) continue;
    if (match.index > end) parts.push({ kind: 'text', text: stack.slice(end, match.index) });
    const position = { file, line: Number(line), column: Number(column) };
    parts.push({ kind: 'place', text, position });
    end = match.index + text.length;
  }
  if (end < stack.length) parts.push({ kind: 'text', text: stack.slice(end) });
  return parts;
}

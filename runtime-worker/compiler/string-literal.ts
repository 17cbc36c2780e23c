/**
 * A string as a literal of JavaScript on one line. The line ends that JSON leaves as they are would
 * shift every line below them in the stacks of engines that count them.
 */
export function stringLiteral(text: string): string {
  return JSON.stringify(text).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

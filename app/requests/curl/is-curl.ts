/** Whether a text is a curl command. */
export function isCurl(text: string): boolean {
  return /^\s*(\$\s+)?curl(\.exe)?\s+\S/i.test(text);
}

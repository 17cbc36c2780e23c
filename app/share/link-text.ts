/** The version and the project of a link, as they are written in it. */
export function splitLink(textOrUrl: string): { version: number; data: string } | undefined {
  // Mail programs break long lines.
  const text = textOrUrl.replace(/\s+/g, '');
  const fragment = text.slice(text.indexOf('#') + 1);
  const match = /^v(\d{1,6})\./.exec(fragment);
  return match?.[1]
    ? { version: Number(match[1]), data: fragment.slice(match[0].length) }
    : undefined;
}

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

/** `multipart/form-data; b` as lz-string packs it: every link of Cloudflare's Playground begins so. */
const OF_CLOUDFLARE = 'LYVwNgLglgDghgJwgegGYHsHALQBM4Rw';

/** Whether a text is a link of Cloudflare's Playground, or what such a link has after `#`. */
export function isOfCloudflare(textOrUrl: string): boolean {
  const text = textOrUrl.trim();
  return (
    text.slice(text.indexOf('#') + 1).startsWith(OF_CLOUDFLARE) ||
    /^https:\/\/workers\.cloudflare\.com\/playground\b/.test(text)
  );
}

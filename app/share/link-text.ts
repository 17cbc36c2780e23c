import { looksLikeLink } from './looks-like-link';

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

/** Whether a text is a link of Cloudflare's Playground, or what such a link has after `#`. */
export function isOfCloudflare(textOrUrl: string): boolean {
  const text = textOrUrl.trim();
  return (
    looksLikeLink(`#${text.slice(text.indexOf('#') + 1)}`) ||
    /^https:\/\/workers\.cloudflare\.com\/playground\b/.test(text)
  );
}

/**
 * Whether the page is an example in a page of somebody else's (`?embed`). Such a page keeps nothing, and
 * reads nothing of what its visitor keeps: whatever is kept asks this first, for it is read as soon as
 * the page's code is.
 */
export const isEmbedded = isEmbed(new URLSearchParams(globalThis.location?.search));

export function isEmbed(parameters: URLSearchParams): boolean {
  return parameters.has('embed');
}

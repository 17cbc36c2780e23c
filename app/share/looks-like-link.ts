/**
 * Whether the part of an address from its # on means to be a link that opens here, of any version and
 * in any state: one of ours, or of Cloudflare's Playground, which all begin with what lz-string makes
 * of `multipart`.
 */
export function looksLikeLink(hash: string): boolean {
  return /^#(v\d{1,6}\.|LYVwNgLglgDg)/.test(hash);
}

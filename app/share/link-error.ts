/** A link that cannot be opened, or made: says why, and what to do. */
export class LinkError extends Error {
  override readonly name = 'LinkError';
}

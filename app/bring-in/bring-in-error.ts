/** What was brought cannot be opened: says why, as a sentence. */
export class BringInError extends Error {
  override readonly name = 'BringInError';
}

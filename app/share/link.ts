import { LinkError } from './link-error';

/**
 * What makes and reads links. It comes with the first of them: most visits are without one.
 * @throws {LinkError} where it cannot be loaded.
 */
export async function loadLinks() {
  try {
    return await import('./links');
  } catch {
    throw new LinkError(
      'What makes and reads links could not be loaded. Check the connection and try again.',
    );
  }
}

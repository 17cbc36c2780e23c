const ATTRIBUTES = ['data-theme', 'data-contrast', 'data-screen'];

/**
 * Tells whenever the page looks otherwise, and its design tokens are to be read again.
 * @returns how to stop listening.
 */
export function followLook(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ATTRIBUTES });
  return () => observer.disconnect();
}

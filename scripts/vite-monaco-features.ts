import type { Plugin } from 'vite';

/**
 * Lets the page have of Monaco only the features that it imports. The module that starts Monaco's language
 * services imports all of them (monaco-editor 0.57): 115 KB gzipped that nobody uses, and which an
 * editor that is already there would show halfway, as commands that do nothing.
 */
export function monacoFeatures(): Plugin {
  return {
    name: 'isolab:monaco-features',
    enforce: 'pre',
    transform: {
      filter: { id: /monaco-editor\/esm\/vs\/internal\/common\/workers\.js$/ },
      handler(code) {
        return { code: code.replace(/^import '[^']+';$/gm, ''), map: null };
      },
    },
  };
}

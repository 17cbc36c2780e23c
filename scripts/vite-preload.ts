import type { HtmlTagDescriptor, Plugin } from 'vite';

/**
 * Has the browser fetch a chunk along with the page, though the page asks for it only by `import()`.
 *
 * @param name of the chunk
 */
export function preload(name: string): Plugin {
  return {
    name: 'isolab:preload',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }): HtmlTagDescriptor[] {
        return Object.values(bundle)
          .filter((file) => file.type === 'chunk' && file.name === name)
          .map(({ fileName }) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `./${fileName}` },
            injectTo: 'head',
          }));
      },
    },
  };
}

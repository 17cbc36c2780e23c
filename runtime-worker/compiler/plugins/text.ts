import type { Plugin } from '@rollup/browser';
import type { Compilation } from '../compilation';
import { pathOfId } from '../module-ids';
import { stringLiteral } from '../string-literal';

/** A text file's default export is its text. */
export function text({ files, kinds }: Compilation): Plugin {
  return {
    name: 'text',
    load(id) {
      const path = pathOfId(id);
      if (path === undefined || kinds.of(path) !== 'text') return null;
      return `export default ${stringLiteral(files.text(path) ?? '')};`;
    },
  };
}

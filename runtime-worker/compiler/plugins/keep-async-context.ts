import type { Plugin } from '@rollup/browser';
import MagicString from 'magic-string';
import { CONTEXT_NAMES, insertionsFor } from '../await-rewriting';
import type { Compilation } from '../compilation';
import { isPackageId, pathOfId } from '../module-ids';
import { segmentsAfterInserting } from '../module-text';

const IMPORT = `import { ${Object.entries(CONTEXT_NAMES)
  .map(([name, local]) => `${name} as ${local}`)
  .join(', ')} } from 'isolab:async-context'; `;

/**
 * Rewrites each `await` of the user's modules and of packages, so that the frame of the request, which browsers lose
 * across it, is restored. It follows what takes types and JSX away and precedes bundling, where
 * every `await` is the user's own.
 */
export function keepAsyncContext({ texts }: Compilation): Plugin {
  return {
    name: 'keep-async-context',
    transform(code, id) {
      const path = pathOfId(id);
      if (path === undefined && !isPackageId(id)) return null;
      const insertions = insertionsFor(this.parse(code), code);
      if (insertions.length === 0) return null;
      // On the first line, so that no line moves.
      const all = [{ at: 0, text: IMPORT }, ...insertions].toSorted((a, b) => a.at - b.at);
      const rewritten = new MagicString(code);
      for (const { at, text } of all) rewritten.appendRight(at, text);
      if (path !== undefined) texts.get(path)?.rewritten(segmentsAfterInserting(all));
      return { code: rewritten.toString(), map: rewritten.generateMap({ hires: true }).toString() };
    },
  };
}

import type { Plugin } from '@rollup/browser';
import type { Compilation } from '../compilation';
import { pathOfId } from '../module-ids';
import { ModuleText } from '../module-text';

/** JavaScript and TypeScript as their author wrote them. */
export function loadCode({ files, kinds, texts }: Compilation): Plugin {
  return {
    name: 'load-code',
    load(id) {
      const path = pathOfId(id);
      const kind = path === undefined ? undefined : kinds.of(path);
      if (path === undefined) return null;
      if (kind !== 'javascript' && kind !== 'typescript' && kind !== 'typescript-jsx') return null;
      const text = files.text(path) ?? '';
      texts.set(path, new ModuleText(path, text));
      return text;
    },
  };
}

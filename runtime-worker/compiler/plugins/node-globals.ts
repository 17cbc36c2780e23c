import type { Plugin } from '@rollup/browser';
import MagicString from 'magic-string';
import type { Compilation } from '../compilation';
import { pathOfId } from '../module-ids';
import { segmentsAfterInserting } from '../module-text';
import { NODE_GLOBAL, nodeModuleId } from '../node-modules';

/** The globals of `nodejs_compat` that are a module's export, and the module that has it. */
const GLOBALS = {
  Buffer: { module: 'buffer', imported: '{ Buffer as value }' },
  process: { module: 'process', imported: 'value' },
} as const;

type Name = keyof typeof GLOBALS;

const NAMES: readonly string[] = Object.keys(GLOBALS);
const NAMED = new RegExp(`\\b(?:${NAMES.join('|')})\\b`, 'g');

/**
 * Puts up the globals that come from modules of Node.js, where a module's text names one: before that
 * module is evaluated.
 */
export function nodeGlobals({ nodeCompat, texts }: Compilation): Plugin {
  return {
    name: 'node-globals',
    resolveId: (specifier) => (specifier.startsWith(NODE_GLOBAL) ? `\0${specifier}` : null),
    load(id) {
      const name = id.slice(`\0${NODE_GLOBAL}`.length);
      if (!id.startsWith(`\0${NODE_GLOBAL}`) || !isName(name)) return null;
      const { module, imported } = GLOBALS[name];
      const code = `import ${imported} from ${JSON.stringify(nodeModuleId(module))};
Object.defineProperty(globalThis, '${name}', { value, configurable: true, enumerable: true, writable: true });`;
      return { code, map: { mappings: '' } };
    },
    // After what takes types away.
    transform: {
      order: 'post',
      handler(code, id) {
        const path = pathOfId(id);
        if (!nodeCompat || path === undefined) return null;
        const names = new Set(code.match(NAMED));
        if (names.size === 0) return null;
        // On the first line, so that no line moves.
        const text = [...names].map((name) => `import '${NODE_GLOBAL}${name}'; `).join('');
        texts.get(path)?.rewritten(segmentsAfterInserting([{ at: 0, text }]));
        const rewritten = new MagicString(code).prepend(text);
        return {
          code: rewritten.toString(),
          map: rewritten.generateMap({ hires: true }).toString(),
        };
      },
    },
  };
}

function isName(name: string): name is Name {
  return Object.hasOwn(GLOBALS, name);
}

import type { Plugin } from '@rollup/browser';
import { type Compilation, importKey, positionIn } from '../compilation';
import { isVirtual, pathOfId } from '../module-ids';
import { NODE_GLOBAL } from '../node-modules';
import { resolve } from '../resolution';
import { isNode, nodesOf, type SyntaxNode, stringOf } from '../syntax-tree';

const DECORATOR = 'Decorators are not supported yet.';
/** The engine would stop at it, without a place. */
const JSX = 'This JSX could not be translated. Is there newer syntax in its module?';

/** Reports what is wrong in a module as a whole: imports that lead nowhere, syntax no engine runs. */
export function checkModules(compilation: Compilation): Plugin {
  const { problems } = compilation;

  function checkSpecifier(importer: string, source: SyntaxNode, specifier: string) {
    const resolution = resolve(compilation, specifier, pathOfId(importer) ?? '');
    const position = positionIn(compilation, importer, source.start);
    if (resolution.to === 'nothing') problems.error('ResolveError', resolution.why, position);
    if (resolution.to !== 'package' || !position) return;
    const key = importKey(importer, specifier);
    if (!compilation.packageImports.has(key)) compilation.packageImports.set(key, position);
  }

  return {
    name: 'check-modules',
    moduleParsed({ id, ast }) {
      if (!ast || pathOfId(id) === undefined) return;
      for (const node of nodesOf(ast)) {
        if (node.type === 'Decorator') {
          problems.error('SyntaxError', DECORATOR, positionIn(compilation, id, node.start));
        }
        if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
          problems.error('SyntaxError', JSX, positionIn(compilation, id, node.start));
        }
        const source = sourceOf(node);
        if (!source) continue;
        const specifier = stringOf(source);
        if (specifier === undefined || isVirtual(specifier)) continue;
        if (!specifier.startsWith(NODE_GLOBAL)) checkSpecifier(id, source, specifier);
      }
    },
  };
}

/** The node that says where an import, or an export of another module's, comes from. */
function sourceOf(node: SyntaxNode): SyntaxNode | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
      return isNode(node.source) ? node.source : undefined;
    default:
      return undefined;
  }
}

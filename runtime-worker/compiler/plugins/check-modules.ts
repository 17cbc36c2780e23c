import type { Plugin } from '@rollup/browser';
import { type Compilation, positionIn } from '../compilation';
import { fileId, pathOfId } from '../module-ids';
import { resolve } from '../resolution';
import { isNode, nodesOf, type SyntaxNode } from '../syntax-tree';

const DECORATOR = 'Decorators are not supported yet.';
/** The engine would stop at it, without a place. */
const JSX = 'This JSX could not be translated. Is there newer syntax in its module?';
const COMPUTED_IMPORT =
  'import() of a computed specifier finds no module when it runs: only those that are written out are part of the script.';

/** Reports what is wrong in a module as a whole: imports that lead nowhere, syntax no engine runs. */
export function checkModules(compilation: Compilation): Plugin {
  const { files, problems } = compilation;
  /** `import()`s, to be looked at once it is known who else imports their modules. */
  const dynamicImports: { readonly importer: string; readonly offset: number; id: string }[] = [];

  function checkSpecifier(importer: string, source: SyntaxNode, specifier: string) {
    const resolution = resolve(files, specifier, pathOfId(importer) ?? '');
    if (resolution.to === 'nothing') {
      const position = positionIn(compilation, importer, source.start);
      problems.error('ResolveError', resolution.why, position);
    }
    return resolution;
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
        if (specifier === undefined) {
          problems.warning(COMPUTED_IMPORT, positionIn(compilation, id, node.start));
          continue;
        }
        const resolution = checkSpecifier(id, source, specifier);
        if (node.type === 'ImportExpression' && resolution.to === 'file') {
          const imported = fileId(resolution.path);
          dynamicImports.push({ importer: id, offset: node.start, id: imported });
        }
      }
    },
    buildEnd() {
      for (const { importer, offset, id } of dynamicImports) {
        const imported = this.getModuleInfo(id);
        if (!imported || imported.isEntry || imported.importers.length > 0) continue;
        problems.warning(
          `${pathOfId(id)} is evaluated at startup here, and not when this import() is called.`,
          positionIn(compilation, importer, offset),
        );
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

/** The value of a string literal or of a template without expressions. */
function stringOf(node: SyntaxNode): string | undefined {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node.type !== 'TemplateLiteral') return undefined;
  const { quasis } = node;
  const [quasi, ...more] = Array.isArray(quasis) ? quasis : [];
  if (more.length > 0 || !isNode(quasi)) return undefined;
  const { value } = quasi;
  const cooked = typeof value === 'object' && value !== null && 'cooked' in value && value.cooked;
  return typeof cooked === 'string' ? cooked : undefined;
}

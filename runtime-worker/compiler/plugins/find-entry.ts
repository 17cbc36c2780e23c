import type { Plugin } from '@rollup/browser';
import { type Compilation, positionIn } from '../compilation';
import { fileId } from '../module-ids';
import { isNode, type SyntaxNode } from '../syntax-tree';

/** Finds where the main module exports its handlers: its default export. One without any is a service worker. */
export function findEntry(compilation: Compilation): Plugin {
  return {
    name: 'find-entry',
    moduleParsed({ id, ast }) {
      if (!ast || id !== fileId(compilation.main)) return;
      const body: readonly unknown[] = ast.body;
      const statements = body.filter(isNode);
      compilation.serviceWorker = !statements.some(({ type }) => type.startsWith('Export'));
      const found = statements.find(exportsDefault);
      if (found) compilation.entry = positionIn(compilation, id, found.start) ?? compilation.entry;
    },
  };
}

function exportsDefault(statement: SyntaxNode): boolean {
  if (statement.type === 'ExportDefaultDeclaration') return true;
  const { specifiers } = statement;
  return (
    statement.type === 'ExportNamedDeclaration' &&
    Array.isArray(specifiers) &&
    specifiers.some(({ exported }) => isNode(exported) && exported.name === 'default')
  );
}

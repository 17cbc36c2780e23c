import { isNode, nodesOf, type SyntaxNode, stringOf } from './syntax-tree';

/** A `require()` or `import()`; its `specifier` is missing where it is computed. */
export interface Load {
  /** Offsets of the whole of it, and of what is between its brackets. */
  readonly start: number;
  readonly source: number;
  readonly specifier: string | undefined;
  /** Inside of a `try` block: that it leads nowhere is for the code to find out. */
  readonly guarded: boolean;
}

/** What a module loads when it runs, beside what it imports. */
export interface Loads {
  readonly requires: readonly Load[];
  readonly imports: readonly Load[];
  /** Whether it uses a `require` that it does not declare itself. */
  readonly usesRequire: boolean;
}

interface Place {
  /** Whether `require` is a name of the module's own. */
  readonly shadowed: boolean;
  readonly guarded: boolean;
}

const NAME = 'require';

/** Finds the calls of `require` and `import` in a module. */
export function loadsOf(program: unknown): Loads {
  const requires: Load[] = [];
  const imports: Load[] = [];
  let usesRequire = false;

  function visit(value: unknown, place: Place): void {
    if (Array.isArray(value)) for (const item of value) visit(item, place);
    else if (isNode(value)) visitNode(value, place);
  }

  function visitChildren(node: SyntaxNode, place: Place): void {
    for (const [field, value] of Object.entries(node)) {
      if (!isName(node, field)) visit(value, place);
    }
  }

  function visitNode(node: SyntaxNode, place: Place): void {
    switch (node.type) {
      case 'Identifier':
        if (node.name === NAME && !place.shadowed) usesRequire = true;
        return;
      case 'CallExpression':
        if (isRequire(node.callee) && !place.shadowed) {
          const [source] = Array.isArray(node.arguments) ? node.arguments : [];
          if (isNode(source)) requires.push(loadOf(node, source, place));
        }
        break;
      case 'ImportExpression':
        if (isNode(node.source)) imports.push(loadOf(node, node.source, place));
        break;
      case 'TryStatement':
        visit(node.block, { ...place, guarded: true });
        visit([node.handler, node.finalizer], place);
        return;
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        visitChildren(node, { ...place, shadowed: place.shadowed || declares(node) });
        return;
    }
    visitChildren(node, place);
  }

  const body = bodyOf(program);
  visit(body, { shadowed: body.some(declaresAtTop), guarded: false });
  return { requires, imports, usesRequire };
}

function loadOf({ start }: SyntaxNode, source: SyntaxNode, { guarded }: Place): Load {
  return { start, source: source.start, specifier: stringOf(source), guarded };
}

function bodyOf(program: unknown): readonly unknown[] {
  const body = typeof program === 'object' && program && 'body' in program ? program.body : [];
  return Array.isArray(body) ? body : [];
}

function isRequire(node: unknown): boolean {
  return isNode(node) && node.type === 'Identifier' && node.name === NAME;
}

/** Whether a field is a name that is written out, and no value. */
function isName(node: SyntaxNode, field: string): boolean {
  if (node.computed === true) return false;
  if (node.type === 'MemberExpression') return field === 'property';
  return field === 'key' && node.shorthand !== true;
}

/** Whether a function has `require` as a parameter or declares it. */
function declares(node: SyntaxNode): boolean {
  if (Array.isArray(node.params) && node.params.some(binds)) return true;
  for (const inner of nodesOf(node.body)) if (isDeclaration(inner)) return true;
  return false;
}

function declaresAtTop(statement: unknown): boolean {
  if (!isNode(statement)) return false;
  if (statement.type === 'ImportDeclaration') {
    const { specifiers } = statement;
    return Array.isArray(specifiers) && specifiers.some(({ local }) => isRequire(local));
  }
  if (statement.type === 'VariableDeclaration') {
    const { declarations } = statement;
    return Array.isArray(declarations) && declarations.some(isDeclaration);
  }
  return isDeclaration(statement);
}

function isDeclaration(node: unknown): boolean {
  if (!isNode(node)) return false;
  if (node.type === 'VariableDeclarator') return binds(node.id);
  return /^(?:Function|Class)Declaration$/.test(node.type) && isRequire(node.id);
}

function binds(pattern: unknown): boolean {
  for (const node of nodesOf(pattern)) if (isRequire(node)) return true;
  return false;
}

import { isNode, type SyntaxNode } from './syntax-tree';

/** Text that goes before an offset of a module. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** What the rewritten code calls the functions of isolate/async-context.ts, and its own variables. */
export const CONTEXT_NAMES = {
  asked: '$isolab_asked',
  caught: '$isolab_caught',
  check: '$isolab_check',
  delegate: '$isolab_delegate',
  enter: '$isolab_enter',
  restorer: '$isolab_restorer',
  resume: '$isolab_resume',
  thenable: '$isolab_thenable',
} as const;

const { asked, caught, check, delegate, enter, restorer, resume, thenable } = CONTEXT_NAMES;
const FRAME = '$isolab_frame';
const YIELDED = '$isolab_yielded';
const RESTORER = '$isolab_restorer_';

/** Expressions whose value is no thenable, or was one that has been awaited. */
const NEVER_THENABLE: ReadonlySet<string> = new Set([
  'AwaitExpression',
  'BinaryExpression',
  'Literal',
  'TemplateLiteral',
  'UnaryExpression',
  'UpdateExpression',
]);

/** The function that a node is in, as far as it matters for its frame. */
interface Scope {
  /** `module`: the top level. `plain`: runs as part of whoever called it. */
  readonly kind: 'module' | 'async' | 'asyncGenerator' | 'plain';
  /** Whether the function must remember its frame. */
  usesFrame: boolean;
}

/**
 * What to insert so that a module's code keeps its request's frame across each `await`, and so that no
 * `catch` or `finally` of an aborted request runs.
 *
 * An async function's frame is fixed where it begins: it is captured there and restored after each
 * `await`, at the start of each `catch` and `finally`, in and after a `for await`, and after each
 * disposal of an `await using`. An async generator goes on in the frame of whoever asked for its next
 * value. Custom thenables are called in the frame that hands them over. No `await` is added.
 */
export function insertionsFor(program: unknown, code: string): Insertion[] {
  const insertions: Insertion[] = [];
  let restorers = 0;
  const insert = (at: number, text: string) => insertions.push({ at, text });
  const restore = (scope: Scope) => {
    scope.usesFrame = true;
    return scope.kind === 'plain' ? `${check}();` : `${resume}(${FRAME});`;
  };
  const begin = (scope: Scope) => {
    if (scope.kind !== 'asyncGenerator') return restore(scope);
    scope.usesFrame = true;
    return `${FRAME} = ${caught}(${FRAME});`;
  };

  function visitChildren(node: SyntaxNode, scope: Scope): void {
    for (const value of Object.values(node)) {
      if (Array.isArray(value)) {
        for (const item of value) if (isNode(item)) visit(item, scope);
      } else if (isNode(value)) visit(value, scope);
    }
  }

  function visitFunction(node: SyntaxNode): void {
    const scope: Scope = { kind: kindOf(node), usesFrame: false };
    const { body } = node;
    const opening = insertions.length;
    if (scope.kind === 'async' && isNode(body) && body.type !== 'BlockStatement') {
      for (const param of paramsOf(node)) visit(param, scope);
      visitOperand(body, scope);
    } else visitChildren(node, scope);
    if (!scope.usesFrame || scope.kind === 'plain' || !isNode(body)) return;
    const declaration =
      scope.kind === 'asyncGenerator'
        ? `let ${FRAME} = ${enter}(), ${YIELDED};`
        : `const ${FRAME} = ${enter}();`;
    if (body.type === 'BlockStatement') {
      insertions.splice(opening, 0, { at: startOfStatements(body), text: declaration });
    } else {
      const arrow = endOfArrow(code, node, body);
      insertions.splice(opening, 0, { at: arrow, text: ` { ${declaration} return (` });
      insert(node.end, '); }');
    }
  }

  function visitForAwait(node: SyntaxNode, scope: Scope, label: SyntaxNode | undefined): void {
    const { body } = node;
    const outermost = label ?? node;
    insert(outermost.start, 'try { ');
    const before = restore(scope);
    for (const [field, value] of Object.entries(node)) {
      if (field !== 'body' && isNode(value)) visit(value, scope);
    }
    if (isNode(body)) {
      if (body.type === 'BlockStatement') {
        insert(body.start + 1, before);
        visit(body, scope);
      } else {
        insert(body.start, `{ ${before} `);
        visit(body, scope);
        insert(body.end, ' }');
      }
    }
    insert(outermost.end, ` } finally { ${restore(scope)} }`);
  }

  /** What the engine awaits: it may be a thenable. */
  function visitOperand(node: SyntaxNode, scope: Scope): void {
    if (NEVER_THENABLE.has(node.type)) {
      visit(node, scope);
      return;
    }
    // One value, also of a comma expression.
    const [open, close] = node.type === 'SequenceExpression' ? ['((', '))'] : ['(', ')'];
    insert(node.start, `${thenable}${open}`);
    visit(node, scope);
    insert(node.end, close);
  }

  function visit(node: SyntaxNode, scope: Scope, label?: SyntaxNode): void {
    switch (node.type) {
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        visitFunction(node);
        return;
      case 'AwaitExpression':
        scope.usesFrame = true;
        insert(node.start, `${resume}(${FRAME}, `);
        if (isNode(node.argument)) visitOperand(node.argument, scope);
        insert(node.end, ')');
        return;
      case 'ReturnStatement':
        if (!isNode(node.argument)) return;
        if (scope.kind === 'plain') visit(node.argument, scope);
        else visitOperand(node.argument, scope);
        return;
      case 'VariableDeclaration':
        if (node.kind === 'await using') insertRestorer(node, scope);
        visitChildren(node, scope);
        return;
      case 'YieldExpression':
        visitYield(node, scope);
        return;
      case 'LabeledStatement':
        if (isNode(node.body)) visit(node.body, scope, label ?? node);
        return;
      case 'ForOfStatement':
        if (node.await === true) visitForAwait(node, scope, label);
        else visitChildren(node, scope);
        return;
      case 'TryStatement':
        visitTry(node, scope);
        return;
      case 'StaticBlock':
        // Runs as part of whoever evaluates the class, and cannot await.
        visitChildren(node, { kind: 'plain', usesFrame: false });
        return;
      case 'PropertyDefinition':
        if (isNode(node.key)) visit(node.key, scope);
        if (isNode(node.value)) visit(node.value, { kind: 'plain', usesFrame: false });
        return;
      default:
        visitChildren(node, scope);
    }
  }

  function visitYield(node: SyntaxNode, scope: Scope): void {
    const { argument } = node;
    if (scope.kind !== 'asyncGenerator') {
      visitChildren(node, scope);
      return;
    }
    scope.usesFrame = true;
    insert(node.start, `((${YIELDED} = `);
    if (node.delegate === true && isNode(argument)) {
      insert(argument.start, `${delegate}((`);
      visit(argument, scope);
      insert(argument.end, `), ($isolab_asker) => { ${FRAME} = $isolab_asker; })`);
      insert(node.end, `), ${resume}(${FRAME}, ${YIELDED}))`);
      return;
    }
    if (isNode(argument)) visitOperand(argument, scope);
    insert(node.end, `), (${FRAME} = ${asked}(${FRAME})), ${YIELDED})`);
  }

  /** Disposed of right after the resource, and without an `await` of its own. */
  function insertRestorer(node: SyntaxNode, scope: Scope): void {
    scope.usesFrame = true;
    restorers += 1;
    insert(node.start, `using ${RESTORER}${restorers} = ${restorer}(${FRAME}); `);
  }

  function visitTry({ block, handler, finalizer }: SyntaxNode, scope: Scope): void {
    if (isNode(block)) visit(block, scope);
    if (isNode(handler)) {
      const { param, body } = handler;
      if (isNode(param)) visit(param, scope);
      if (isNode(body)) {
        insert(body.start + 1, begin(scope));
        visit(body, scope);
      }
    }
    if (isNode(finalizer)) {
      insert(finalizer.start + 1, begin(scope));
      visit(finalizer, scope);
    }
  }

  const module: Scope = { kind: 'module', usesFrame: false };
  if (isNode(program)) visitChildren(program, module);
  if (module.usesFrame) insertions.unshift({ at: 0, text: `const ${FRAME} = ${enter}(); ` });
  return insertions;
}

function kindOf(node: SyntaxNode): Scope['kind'] {
  if (node.async !== true) return 'plain';
  return node.generator === true ? 'asyncGenerator' : 'async';
}

function paramsOf({ params }: SyntaxNode): readonly SyntaxNode[] {
  return Array.isArray(params) ? params.filter(isNode) : [];
}

/** After the `{` and the directives, which must stay first. */
function startOfStatements(block: SyntaxNode): number {
  const statements = Array.isArray(block.body) ? block.body.filter(isNode) : [];
  const directives = statements.filter(({ directive }) => typeof directive === 'string');
  return directives.at(-1)?.end ?? block.start + 1;
}

/** The offset after the `=>` of an arrow function whose body is an expression. */
function endOfArrow(code: string, arrow: SyntaxNode, body: SyntaxNode): number {
  const token = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|=>/g;
  token.lastIndex = paramsOf(arrow).at(-1)?.end ?? arrow.start;
  for (let match = token.exec(code); match && match.index < body.start; match = token.exec(code)) {
    if (match[0] === '=>') return token.lastIndex;
  }
  throw new Error('An arrow function without an arrow.');
}

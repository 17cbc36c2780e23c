import type { PluginContext } from '@rollup/browser';
import type { Compilation, ModuleFormat } from './compilation';
import { isNode, nodesOf, type SyntaxNode } from './syntax-tree';
import { translationOf } from './translations';

/** Words without which code uses nothing of CommonJS. */
const COMMONJS_WORD = /\b(?:require|module|exports)\b/;
const ESM_LINE = /^[ \t]*(?:import\b(?!\s*[(.])|export\b(?!\s*=))/m;

/**
 * Whether a JavaScript or TypeScript file is an ES module: it imports or exports, has `import.meta`,
 * or awaits at its top level. All else is CommonJS, as for esbuild.
 */
export function formatOf(
  compilation: Compilation,
  path: string,
  parse: PluginContext['parse'],
): ModuleFormat {
  const { formats } = compilation;
  const known = formats.get(path);
  if (known) return known;
  const format = determine(compilation, path, parse);
  formats.set(path, format);
  return format;
}

function determine(
  compilation: Compilation,
  path: string,
  parse: PluginContext['parse'],
): ModuleFormat {
  const text = compilation.files.text(path) ?? '';
  // Most are told apart without being parsed twice.
  if (ESM_LINE.test(text) && !COMMONJS_WORD.test(text)) return 'esm';
  try {
    const code = translationOf(compilation, path)?.code ?? text;
    const program = parse(code, { allowReturnOutsideFunction: true, jsx: true });
    if (isEsm(program)) return 'esm';
    // A main module with neither is a service worker.
    return path === compilation.main && !namesCommonJs(program) ? 'esm' : 'commonjs';
  } catch {
    // What is wrong with it is said when it is loaded.
    return 'esm';
  }
}

const ESM_STATEMENTS: ReadonlySet<string> = new Set([
  'ImportDeclaration',
  'ExportAllDeclaration',
  'ExportDefaultDeclaration',
  'ExportNamedDeclaration',
]);

function isEsm(program: { readonly body: readonly unknown[] }): boolean {
  if (program.body.some((node) => isNode(node) && ESM_STATEMENTS.has(node.type))) return true;
  for (const node of nodesOf(program)) {
    if (node.type === 'MetaProperty' && isNode(node.meta) && node.meta.name === 'import')
      return true;
  }
  return awaitsAtTopLevel(program);
}

function namesCommonJs(program: object): boolean {
  for (const { type, name } of nodesOf(program)) {
    if (type === 'Identifier' && typeof name === 'string' && COMMONJS_WORD.test(name)) return true;
  }
  return false;
}

/** Parts that have an `await` of their own, if any. */
const FUNCTIONS = /Function|^(?:MethodDefinition|PropertyDefinition|StaticBlock)/;

function awaitsAtTopLevel(root: unknown): boolean {
  if (Array.isArray(root)) return root.some(awaitsAtTopLevel);
  if (!isNode(root)) return isProgram(root) && root.body.some(awaitsAtTopLevel);
  if (FUNCTIONS.test(root.type)) return false;
  if (root.type === 'AwaitExpression' || isForAwait(root)) return true;
  return Object.values(root).some(awaitsAtTopLevel);
}

function isProgram(value: unknown): value is { readonly body: readonly unknown[] } {
  return (
    typeof value === 'object' && value !== null && 'body' in value && Array.isArray(value.body)
  );
}

function isForAwait({ type, await: awaits }: SyntaxNode): boolean {
  return type === 'ForOfStatement' && awaits === true;
}
